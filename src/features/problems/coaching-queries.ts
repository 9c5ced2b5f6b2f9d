import type { Db } from '#plumbing/database/database.ts'
import { isWellStated } from './coaching.ts'
import type { Problem, PublishedProblem } from './problem.ts'
import { listFindable } from './queries.ts'

const lookedAt = 30

/** Problems of the same service that say all that helps a reader, the newest first: to look at before publishing. */
export async function listWellStated(db: Db, draft: Problem, most: number): Promise<PublishedProblem[]> {
  if (draft.service_id === null) return []
  const rows = await db
    .selectFrom('problem')
    .select('id')
    .where('service_id', '=', draft.service_id)
    .where('state', 'in', ['published', 'solved'])
    .where('visibility', '=', 'public')
    .where('id', '!=', draft.id)
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(lookedAt)
    .execute()
  const problems = new Map(
    (
      await listFindable(
        db,
        rows.map(({ id }) => id),
      )
    ).map(problem => [problem.id, problem]),
  )
  return rows
    .flatMap(({ id }) => problems.get(id) ?? [])
    .filter(isWellStated)
    .slice(0, most)
}
