import type { Visibility } from '#features/accounts/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Answer, Decision, GivenAnswer, Result, Tally, Way } from './decision.ts'
import type { SharedDecisionTable } from './tables.ts'

const whole = (db: Db) =>
  db
    .selectFrom('shared_decision')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['shared_decision.id', 'collaboration_id', 'number', 'title', 'words', 'way', 'visibility'])
    .select(['asked_at', 'answer_by', 'state', 'result', 'outcome', 'decided_on', 'review_on', 'tally'])
    .select(['organisation.id as organisation_id', 'organisation.name', 'organisation.slug'])
    .orderBy('number', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof whole>['execute']>>[number]

/** The last answer of each organisation, the first to answer first. */
async function listAnswers(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('shared_decision_answer')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .distinctOn(['decision_id', 'organisation_id'])
    .select(['decision_id', 'answer', 'words', 'answered_at'])
    .select(['organisation.id', 'organisation.name', 'organisation.slug'])
    .where('decision_id', 'in', ids)
    .orderBy('decision_id')
    .orderBy('organisation_id')
    .orderBy('number', 'desc')
    .execute()
  const given = rows.map(({ id, name, slug, answer, ...row }) => ({
    ...row,
    answer: answer as Answer,
    organisation: { id, name, slug },
  }))
  return Map.groupBy(
    given.toSorted((a, b) => a.answered_at.getTime() - b.answered_at.getTime()),
    ({ decision_id }) => decision_id,
  )
}

async function completed(db: Db, rows: Row[]): Promise<Decision[]> {
  if (rows.length === 0) return []
  const answers = await listAnswers(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ organisation_id, name, slug, ...row }) => ({
    ...row,
    way: row.way as Way,
    visibility: row.visibility as Visibility,
    state: row.state as Decision['state'],
    result: row.result as Result | null,
    tally: row.tally as Tally | null,
    organisation: { id: organisation_id, name, slug },
    answers: (answers.get(row.id) ?? []) as GivenAnswer[],
  }))
}

/** The decisions of a collaboration, the latest first, whoever may see them. */
export const listDecisions = async (db: Db, collaborationId: string): Promise<Decision[]> =>
  completed(db, await whole(db).where('collaboration_id', '=', collaborationId).execute())

/** Decisions by id, whoever may see them. */
export const listDecisionsById = async (db: Db, ids: string[]): Promise<Decision[]> =>
  ids.length === 0 ? [] : completed(db, await whole(db).where('shared_decision.id', 'in', ids).execute())

export const findDecision = async (
  db: Db,
  collaborationId: string,
  number: number,
): Promise<Decision | undefined> =>
  (
    await completed(
      db,
      await whole(db).where('collaboration_id', '=', collaborationId).where('number', '=', number).execute(),
    )
  )[0]

/** Open ones whose last day comes within two days and that nobody was reminded of; `day` is 'YYYY-MM-DD'. */
export const listToRemind = async (db: Db, day: string): Promise<Decision[]> =>
  completed(
    db,
    await whole(db)
      .where('state', '=', 'open')
      .where('reminded_at', 'is', null)
      .where('answer_by', '<=', day)
      .execute(),
  )

/** Decided ones whose day of review has come and that nobody was told of. */
export const listToReview = async (db: Db, today: string): Promise<Decision[]> =>
  completed(
    db,
    await whole(db)
      .where('state', '=', 'decided')
      .where('review_told_at', 'is', null)
      .where('review_on', '<=', today)
      .execute(),
  )

/** Open decisions of these collaborations, and those to review until a day. */
export const listPending = async (db: Db, collaborationIds: string[], until: string): Promise<Decision[]> =>
  collaborationIds.length === 0
    ? []
    : completed(
        db,
        await whole(db)
          .where('collaboration_id', 'in', collaborationIds)
          .where(({ or, and, eb }) =>
            or([eb('state', '=', 'open'), and([eb('state', '=', 'decided'), eb('review_on', '<=', until)])]),
          )
          .execute(),
      )

type Writing = Pick<
  SharedDecisionTable,
  'collaboration_id' | 'title' | 'words' | 'way' | 'visibility' | 'answer_by' | 'asked_by' | 'asked_at'
>

const secondsOfOnePress = 60

/** The number of what the same person has just written in the same words: a button that was pressed twice. */
export async function findJustWritten(
  db: Db,
  row: Writing,
  { outcome }: { outcome: string | null },
): Promise<number | undefined> {
  const found = await db
    .selectFrom('shared_decision')
    .select('number')
    .where('collaboration_id', '=', row.collaboration_id)
    .where('asked_by', '=', row.asked_by)
    .where('asked_at', '>', new Date(row.asked_at.getTime() - secondsOfOnePress * 1000))
    .where('title', '=', row.title)
    .where('way', '=', row.way)
    .where('visibility', '=', row.visibility)
    .where('words', 'is not distinct from', row.words)
    .where('answer_by', 'is not distinct from', row.answer_by)
    .where('outcome', 'is not distinct from', outcome)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return found?.number
}
