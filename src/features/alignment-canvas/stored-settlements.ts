import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { Outcome } from './settlement.ts'
import type { CanvasSettlementTable } from './tables.ts'
import type { TopicName } from './topic.ts'

/** Keeps that organisations differ on these topics, those that are known already too. */
export async function noteDifferences(
  trx: Db,
  collaboration_id: string,
  topics: TopicName[],
  found_at: Date,
) {
  if (topics.length === 0) return
  await trx
    .insertInto('canvas_difference')
    .values(topics.map(topic => ({ id: newId(), collaboration_id, topic, found_at })))
    .onConflict(conflict => conflict.columns(['collaboration_id', 'topic']).doNothing())
    .execute()
}

type NewSettlement = {
  id: string
  difference_id: string
  outcome: Outcome
  words: string
  parked_until: string | null
  organisation_id: string
  proposed_at: Date
  proposed_by: string
}

export const insertSettlement = (trx: Db, settlement: NewSettlement) =>
  trx.insertInto('canvas_settlement').values(settlement).execute()

/** Ends what stands of a difference, if anything does. */
export const endSettlement = (
  trx: Db,
  differenceId: string,
  end: { ended_at: Date; ended_because: NonNullable<CanvasSettlementTable['ended_because']> },
) =>
  trx
    .updateTable('canvas_settlement')
    .set(end)
    .where('difference_id', '=', differenceId)
    .where('ended_at', 'is', null)
    .execute()

type NewConfirmation = {
  settlement_id: string
  organisation_id: string
  confirmed_at: Date
  confirmed_by: string
}

/** False where that organisation said yes already. */
export async function insertConfirmation(trx: Db, confirmation: NewConfirmation): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('canvas_confirmation')
    .values({ ...confirmation, id: newId() })
    .onConflict(conflict => conflict.columns(['settlement_id', 'organisation_id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
