import { findOwnerOf } from '#features/freshness/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { projectPath } from './plan.ts'
import { findPlan } from './queries.ts'
import { listReadable } from './readable-queries.ts'

/** Whoever looks after a project can be asked to meet, while it is not withdrawn. */
export const introducible: Slots['introducible'] = {
  kind: 'project',
  find: async (db, actor, id) => {
    const plan = await findPlan(db, id)
    const [readable] = plan ? await listReadable(db, actor, [plan]) : []
    if (readable?.state !== 'published') return undefined
    const { said, slug, organisation } = readable
    return {
      title: said.title,
      path: projectPath(slug),
      organisation,
      ownerId: await findOwnerOf(db, { kind: 'project', id }),
    }
  },
}
