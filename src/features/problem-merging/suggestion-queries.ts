import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

/** Two problems that may be the same, the smaller id first; `similarity` 1 is just the same. */
export type Pair = { oneId: string; otherId: string; similarity: number }

/** The ids of problems that everyone finds, after this one. */
export async function listFindableAfter(db: Db, after: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from problem where id > ${after} and state in ('published', 'solved') and visibility = 'public'
      and merged_into is null and ('problem', id) not in (select subject_kind, subject_id from moderation_hold)
    order by id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

const pairsAtOnce = 1000

/** Keeps these pairs in the place of those that were found before. */
export async function replacePairs(trx: Db, pairs: Pair[]): Promise<void> {
  await trx.deleteFrom('problem_pair').execute()
  for (let at = 0; at < pairs.length; at += pairsAtOnce)
    await trx
      .insertInto('problem_pair')
      .values(
        pairs
          .slice(at, at + pairsAtOnce)
          .map(({ oneId, otherId, similarity }) => ({ one_id: oneId, other_id: otherId, similarity })),
      )
      .execute()
}

/**
 * From pairs on which nobody has decided: both problems are for everyone and of different organisations, nobody said that
 * they are not the same, and it was never proposed to merge them.
 */
const undecided = (): RawBuilder<unknown> => sql`
  from problem_pair as pair
  where 2 = (
      select count(distinct organisation_id) from problem
      where id in (pair.one_id, pair.other_id) and state in ('published', 'solved') and visibility = 'public'
        and merged_into is null and ('problem', id) not in (select subject_kind, subject_id from moderation_hold))
    and not exists (
      select from problem_not_same as said where said.one_id = pair.one_id and said.other_id = pair.other_id)
    and not exists (
      select from problem_merge as merge
      where merge.goes_id in (pair.one_id, pair.other_id) and merge.stays_id in (pair.one_id, pair.other_id))`

/** Pairs on which nobody has decided, the nearest first. */
export async function listSuggested(db: Db, most: number): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    select one_id as "oneId", other_id as "otherId", similarity ${undecided()}
    order by similarity desc, one_id, other_id limit ${most}`.execute(db)
  return rows
}

/** A problem that means much the same as one of those asked about. */
export type Akin = { organisationId: string; title: string; similarity: number }

/** What means much the same as these problems, or as those that an organisation raised, and was not said to be another. */
export async function listAkin(
  db: Db,
  asked: { problemIds: string[] } | { organisationId: string },
): Promise<Akin[]> {
  const ids = 'problemIds' in asked ? asked.problemIds : []
  const organisationId = 'organisationId' in asked ? asked.organisationId : null
  const { rows } = await sql<Akin>`
    select akin.organisation_id as "organisationId", akin.title, max(pair.similarity)::float8 as similarity
    from (
      select one_id as asked_id, other_id as akin_id, similarity from problem_pair
      union all select other_id, one_id, similarity from problem_pair) as pair
    join problem as asked on asked.id = pair.asked_id
    join problem as akin on akin.id = pair.akin_id
    where (asked.id = any(${ids}::uuid[]) or (asked.organisation_id = ${organisationId}::uuid
        and asked.state in ('published', 'solved') and asked.visibility = 'public' and asked.merged_into is null
        and ('problem', asked.id) not in (select subject_kind, subject_id from moderation_hold)))
      and akin.organisation_id <> asked.organisation_id and akin.state = 'published' and akin.visibility = 'public'
      and akin.merged_into is null and ('problem', akin.id) not in (select subject_kind, subject_id from moderation_hold)
      and not exists (
        select from problem_not_same as said
        where said.one_id in (asked.id, akin.id) and said.other_id in (asked.id, akin.id))
    group by akin.organisation_id, akin.title, akin.id order by similarity desc, akin.id`.execute(db)
  return rows
}

export async function countSuggested(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count ${undecided()}`.execute(db)
  return rows[0]!.count
}

/** Keeps that a pair is not the same; false where that was said before. */
export async function insertNotSame(
  trx: Db,
  said: { id: string; one_id: string; other_id: string; said_at: Date },
): Promise<boolean> {
  const row = await trx
    .insertInto('problem_not_same')
    .values(said)
    .onConflict(conflict => conflict.columns(['one_id', 'other_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
