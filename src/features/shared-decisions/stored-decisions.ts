import type { Visibility } from '#features/accounts/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Answer, Tally } from './decision.ts'
import type { SharedDecisionTable } from './tables.ts'

type NewDecision = Pick<
  SharedDecisionTable,
  | 'id'
  | 'collaboration_id'
  | 'title'
  | 'words'
  | 'way'
  | 'visibility'
  | 'organisation_id'
  | 'asked_by'
  | 'asked_at'
  | 'answer_by'
>

export type Closing = Pick<
  SharedDecisionTable,
  | 'state'
  | 'result'
  | 'outcome'
  | 'decided_on'
  | 'review_on'
  | 'closed_by'
  | 'closed_by_organisation'
  | 'closed_at'
> & { tally: Tally | null }

/** Numbers run within a collaboration, which must be locked; the number that it got. */
export async function insertDecision(trx: Db, decision: NewDecision): Promise<number> {
  const { last } = await trx
    .selectFrom('shared_decision')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('collaboration_id', '=', decision.collaboration_id)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  await trx
    .insertInto('shared_decision')
    .values({ ...decision, number, state: 'open' })
    .execute()
  return number
}

export const closeDecision = (trx: Db, id: string, { tally, ...closing }: Closing) =>
  trx
    .updateTable('shared_decision')
    .set({ ...closing, tally: tally && JSON.stringify(tally) })
    .where('id', '=', id)
    .execute()

export const setReview = (trx: Db, id: string, review_on: string | null) =>
  trx.updateTable('shared_decision').set({ review_on, review_told_at: null }).where('id', '=', id).execute()

export const setVisibility = (trx: Db, id: string, visibility: Visibility) =>
  trx.updateTable('shared_decision').set({ visibility }).where('id', '=', id).execute()

export const markReminded = (trx: Db, id: string, at: Date) =>
  trx.updateTable('shared_decision').set({ reminded_at: at }).where('id', '=', id).execute()

export const markReviewTold = (trx: Db, id: string, at: Date) =>
  trx.updateTable('shared_decision').set({ review_told_at: at }).where('id', '=', id).execute()

type NewAnswer = {
  decision_id: string
  organisation_id: string
  answer: Answer
  words: string | null
  answered_at: Date
  person_id: string
}

export async function insertAnswer(trx: Db, answer: NewAnswer): Promise<void> {
  const { last } = await trx
    .selectFrom('shared_decision_answer')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('decision_id', '=', answer.decision_id)
    .where('organisation_id', '=', answer.organisation_id)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('shared_decision_answer')
    .values({ ...answer, number: (last ?? 0) + 1 })
    .execute()
}
