import { listProblemsById, type PublishedProblem } from '#features/problems/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'

const mostRead = 30
/** More would not be looked through. */
export const mostOffered = 6

/** The open problems that an organisation has raised itself, the latest first. */
export async function listProblemsRaisedBy(
  db: Db,
  actor: Actor,
  organisationId: string,
): Promise<PublishedProblem[]> {
  const rows = await db
    .selectFrom('problem')
    .select('id')
    .where('state', '=', 'published')
    .where('organisation_id', '=', organisationId)
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(mostRead)
    .execute()
  const ids = rows.map(({ id }) => id)
  const found = await listProblemsById(db, actor, ids)
  return ids.flatMap(id => found.get(id) ?? []).slice(0, mostOffered)
}
