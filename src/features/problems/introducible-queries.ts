import { findOwnerOf } from '#features/freshness/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { problemPath } from './problem.ts'
import { listProblemsById } from './queries.ts'

/** Whoever looks after a problem can be asked to meet, while it is not withdrawn. */
export const introducible: Slots['introducible'] = {
  kind: 'problem',
  find: async (db, actor, id) => {
    const problem = (await listProblemsById(db, actor, [id])).get(id)
    if (!problem || problem.state === 'withdrawn' || problem.hidden) return undefined
    const { title, slug, organisation } = problem
    return {
      title,
      path: problemPath(slug),
      organisation,
      ownerId: await findOwnerOf(db, { kind: 'problem', id }),
    }
  },
}
