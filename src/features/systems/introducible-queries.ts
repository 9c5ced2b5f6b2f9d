import type { Slots } from '#plumbing/feature.ts'
import { nameOf, systemsOfPath } from './system.ts'
import { listSystemsById } from './system-queries.ts'

/** Whoever runs a system can be asked to meet about it. */
export const introducible: Slots['introducible'] = {
  kind: 'system',
  find: async (db, _actor, id) => {
    const [system] = await listSystemsById(db, [id])
    if (!system || system.state === 'not-used' || system.organisation_status !== 'current') return undefined
    const { organisation, organisation_id, organisation_slug, confirmed_by } = system
    return {
      title: `${nameOf(system)} at ${organisation}`,
      path: systemsOfPath(organisation_slug, id),
      organisation: { id: organisation_id, name: organisation, slug: organisation_slug },
      ownerId: confirmed_by,
    }
  },
}
