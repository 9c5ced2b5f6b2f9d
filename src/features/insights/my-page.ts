import { listOrganisationsById } from '#features/organisations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { suppliersPath } from './choices.ts'

/** For those who speak for a supplier: where it stands what councils need. */
export const neededOfSuppliers: Slots['mySections'] = {
  place: 'own',
  order: 12,
  load: async (db, _clock, actor) => {
    const { id } = actor.actingFor
    const isSupplier = (await listOrganisationsById(db, [id])).get(id)?.kind === 'supplier'
    return {
      title: 'What councils need',
      rows: isSupplier
        ? [
            {
              title: 'What councils need, by service and region',
              href: suppliersPath,
              meta: ['open calls, and which contracts end when'],
            },
          ]
        : [],
    }
  },
}
