import { sql } from 'kysely'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { PublishedProblem } from './problem.ts'
import { listProblemsById, resolveProblemSlug } from './queries.ts'

const mostRead = 30

/** The slug in an address of a problem's page, or a word that may be one. */
const slugIn = (address: string) =>
  /^(?:\S*\/problems\/)?([a-z0-9-]+)(?:\/[a-z/]*)?(?:[?#]\S*)?$/.exec(address.trim())?.[1] ?? ''

/** Problems that are open or solved, that this actor may see, and whose titles come near some words, closest first. */
async function listByTitle(db: Db, actor: Actor, typed: string): Promise<PublishedProblem[]> {
  const rows = await db
    .selectFrom('problem')
    .select('id')
    .where('state', 'in', ['published', 'solved'])
    .where(sql<boolean>`(${typed} <% title or strpos(lower(title), lower(${typed})) > 0)`)
    .orderBy(sql`word_similarity(${typed}, title) + similarity(${typed}, title)`, 'desc')
    .orderBy('id')
    .limit(mostRead)
    .execute()
  const ids = rows.map(({ id }) => id)
  const found = await listProblemsById(db, actor, ids)
  return ids.flatMap(id => found.get(id) ?? [])
}

/** The problem that has this address, or alone this title; else those whose titles come near it. */
export async function resolveProblemTyped(
  db: Db,
  actor: Actor,
  typed: string,
): Promise<{ match: PublishedProblem; near?: undefined } | { match?: undefined; near: PublishedProblem[] }> {
  const addressed = await resolveProblemSlug(db, actor, slugIn(typed))
  if (addressed) return { match: addressed }
  const near = await listByTitle(db, actor, typed)
  const [only, ...others] = near.filter(({ title }) => title.toLowerCase() === typed.trim().toLowerCase())
  return only && others.length === 0 ? { match: only } : { near }
}
