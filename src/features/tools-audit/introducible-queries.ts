import { listOrganisationsById } from '#features/organisations/index.ts'
import { isOfPublicSector } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { toolsOfPath } from './tool.ts'

/** An organisation can be asked to meet about which tools it can open, whether it has said so or not. */
export const introducible: Slots['introducible'] = {
  kind: 'organisation-tools',
  find: async (db, actor, id) => {
    const organisation = (await listOrganisationsById(db, [id])).get(id)
    if (organisation?.status !== 'current' || !isOfPublicSector(actor)) return undefined
    const { name, slug } = organisation
    return {
      title: `Tools that ${name} can open`,
      path: toolsOfPath(slug),
      organisation: { id, name, slug },
      ownerId: null,
    }
  },
}
