import type { Insertable, Updateable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Review } from './review.ts'
import type { ReviewAskTable, ReviewTable } from './tables.ts'

type Subject = { kind: string; id: string }

/** The reviews of these subjects, by their ids; nobody else changes them until the transaction ends. */
export async function lockReviewsOf(trx: Db, kind: string, ids: string[]): Promise<Map<string, Review>> {
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('review')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject_id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map(row => [row.subject_id, row]))
}

/** One review, locked; throws when there is none. */
export async function lockReview(trx: Db, id: string): Promise<Review> {
  const row = await trx.selectFrom('review').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw failure('absent', '')
  return row
}

/** One review; undefined when there is none. */
export const findReview = (db: Db, id: string): Promise<Review | undefined> =>
  db.selectFrom('review').selectAll().where('id', '=', id).executeTakeFirst()

/** Open ones of these reviews. */
export const listReviews = (db: Db, ids: string[]): Promise<Review[]> =>
  db
    .selectFrom('review')
    .selectAll()
    .where('id', 'in', ids)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()

/** Who looks after a thing, or did when it was closed; null when nobody does, or it was never asked about. */
export const findOwnerOf = async (db: Db, { kind, id }: Subject): Promise<string | null> =>
  (
    await db
      .selectFrom('review')
      .select('owner_id')
      .where('kind', '=', kind)
      .where('subject_id', '=', id)
      .executeTakeFirst()
  )?.owner_id ?? null

/** What is asked of a thing, unless it is closed. */
export const findReviewOf = (db: Db, { kind, id }: Subject): Promise<Review | undefined> =>
  db
    .selectFrom('review')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()

export const insertReview = (trx: Db, review: Insertable<ReviewTable>) =>
  trx.insertInto('review').values(review).execute()

export const updateReview = (trx: Db, id: string, change: Updateable<ReviewTable>) =>
  trx.updateTable('review').set(change).where('id', '=', id).execute()

/** Ids of the subjects of a kind that have an open review. */
export const listOpenSubjects = async (db: Db, kind: string): Promise<string[]> =>
  (
    await db
      .selectFrom('review')
      .select('subject_id')
      .where('kind', '=', kind)
      .where('closed_at', 'is', null)
      .execute()
  ).map(({ subject_id }) => subject_id)

/** Open reviews that are due on a day or were before, the longest due first; what is archived stays so. Locked. */
export const lockDue = (trx: Db, today: string): Promise<Review[]> =>
  trx
    .selectFrom('review')
    .selectAll()
    .where('closed_at', 'is', null)
    .where('due_on', '<=', today)
    .where('stage', '!=', 'archived')
    .orderBy('due_on')
    .orderBy('id')
    .forUpdate()
    .execute()

/** Writes a question; its id, or null where the same person was asked the same as the same already. */
export async function insertAsk(trx: Db, ask: Insertable<ReviewAskTable>): Promise<boolean> {
  const row = await trx
    .insertInto('review_ask')
    .values(ask)
    .onConflict(conflict => conflict.columns(['review_id', 'due_on', 'role', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type Ask = ReviewAskTable

/** The question that a link is of; undefined when there is none. */
export const findAskByLink = (db: Db, linkHash: string): Promise<Ask | undefined> =>
  db.selectFrom('review_ask').selectAll().where('link_hash', '=', linkHash).executeTakeFirst()

/** As {@link findAskByLink}; nobody else answers it until the transaction ends. */
export const lockAskByLink = (trx: Db, linkHash: string): Promise<Ask | undefined> =>
  trx.selectFrom('review_ask').selectAll().where('link_hash', '=', linkHash).forUpdate().executeTakeFirst()

export const updateAsk = (trx: Db, id: string, change: Updateable<ReviewAskTable>) =>
  trx.updateTable('review_ask').set(change).where('id', '=', id).execute()

/** Ids, among these of a kind, that are out of search and of matching. */
export async function listResting(db: Db, kind: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('review')
    .select('subject_id')
    .where('kind', '=', kind)
    .where('subject_id', 'in', ids)
    .where('stage', 'in', ['resting', 'archived'])
    .where('closed_at', 'is', null)
    .execute()
  return new Set(rows.map(({ subject_id }) => subject_id))
}

/** Open reviews of an organisation. */
export const listReviewsOfOrganisation = (db: Db, organisationId: string): Promise<Review[]> =>
  db
    .selectFrom('review')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('closed_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute()

export type StageCount = { kind: string; stage: Review['stage']; count: number }

/** How many open reviews of each kind stand where. */
export const countStages = (db: Db): Promise<StageCount[]> =>
  db
    .selectFrom('review')
    .select(({ fn }) => ['kind', 'stage', fn.countAll<number>().as('count')])
    .where('closed_at', 'is', null)
    .groupBy(['kind', 'stage'])
    .orderBy('kind')
    .execute()

/** How many open public reviews of an organisation stand where. */
export const countStagesOf = (db: Db, organisationId: string): Promise<Omit<StageCount, 'kind'>[]> =>
  db
    .selectFrom('review')
    .select(({ fn }) => ['stage', fn.countAll<number>().as('count')])
    .where('organisation_id', '=', organisationId)
    .where('is_public', '=', true)
    .where('closed_at', 'is', null)
    .groupBy('stage')
    .execute()

/** Open reviews at these stages, the longest due first. */
export const listAtStages = (
  db: Db,
  stages: Review['stage'][],
  { limit, isPublic }: { limit: number; isPublic?: true },
): Promise<Review[]> =>
  db
    .selectFrom('review')
    .selectAll()
    .where('closed_at', 'is', null)
    .where('stage', 'in', stages)
    .$if(isPublic === true, query => query.where('is_public', '=', true))
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .execute()

/** How much nobody answers for: leads were asked, and more. */
export async function countDecaying(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('review')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('closed_at', 'is', null)
    .where('stage', 'in', ['leads', 'banner', 'resting', 'archived'])
    .executeTakeFirstOrThrow()
  return count
}
