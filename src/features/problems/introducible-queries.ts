import type { Slots } from '#plumbing/feature.ts'
import { problemPath } from './problem.ts'
import { listProblemsById } from './queries.ts'

/** Whoever raised a problem can be asked to meet, while it is not withdrawn. */
export const introducible: Slots['introducible'] = {
  kind: 'problem',
  find: async (db, actor, id) => {
    const problem = (await listProblemsById(db, actor, [id])).get(id)
    if (!problem || problem.state === 'withdrawn' || problem.hidden) return undefined
    const raised = await db.selectFrom('problem').select('created_by').where('id', '=', id).executeTakeFirst()
    const { title, slug, organisation } = problem
    return { title, path: problemPath(slug), organisation, ownerId: raised?.created_by ?? null }
  },
}
