import { sql } from 'kysely'
import { listProblemsById, type PublishedProblem } from '#features/problems/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'

const limits = { read: 30, shown: 6 }

/** Of these, in their order, the open ones that this actor may see. */
async function listOpen(db: Db, actor: Actor, ids: string[]): Promise<PublishedProblem[]> {
  const found = await listProblemsById(db, actor, ids)
  return ids.flatMap(id => found.get(id) ?? []).slice(0, limits.shown)
}

/** Open problems whose titles come near some words, closest first. */
export async function listProblemsByTitle(db: Db, actor: Actor, typed: string): Promise<PublishedProblem[]> {
  const rows = await db
    .selectFrom('problem')
    .select('id')
    .where('state', '=', 'published')
    .where(sql<boolean>`(${typed} <% title or strpos(lower(title), lower(${typed})) > 0)`)
    .orderBy(sql`word_similarity(${typed}, title) + similarity(${typed}, title)`, 'desc')
    .orderBy('id')
    .limit(limits.read)
    .execute()
  return listOpen(
    db,
    actor,
    rows.map(({ id }) => id),
  )
}

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
    .limit(limits.read)
    .execute()
  return listOpen(
    db,
    actor,
    rows.map(({ id }) => id),
  )
}
