import type { Db } from '#plumbing/database/database.ts'
import type { Levels } from './health.ts'

type NewRound = { id: string; collaboration_id: string; month: string; opened_at: Date }

/** False where the month has its round. */
export async function insertRound(trx: Db, round: NewRound): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('health_round')
    .values(round)
    .onConflict(conflict => conflict.columns(['collaboration_id', 'month']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

type NewReply = Levels & {
  round_id: string
  organisation_id: string
  note: string | null
  answered_at: Date
  person_id: string
}

/** In place of what the organisation answered before in that round. */
export const upsertReply = (trx: Db, { round_id, organisation_id, ...reply }: NewReply) =>
  trx
    .insertInto('health_reply')
    .values({ round_id, organisation_id, ...reply })
    .onConflict(conflict => conflict.columns(['round_id', 'organisation_id']).doUpdateSet(reply))
    .execute()

type NewLink = { link_hash: string; round_id: string; organisation_id: string; person_id: string }

export const insertLinks = (trx: Db, links: NewLink[]) =>
  links.length === 0 ? Promise.resolve() : trx.insertInto('health_link').values(links).execute()

/** Links of earlier rounds answer nothing any more. */
export const deleteLinksBefore = (trx: Db, collaborationId: string, month: string) =>
  trx
    .deleteFrom('health_link')
    .where('round_id', 'in', eb =>
      eb
        .selectFrom('health_round')
        .select('health_round.id')
        .where('collaboration_id', '=', collaborationId)
        .where('month', '<', month),
    )
    .execute()

type Pausing = { collaboration_id: string; organisation_id: string; since: Date; person_id: string }

export const insertPause = (trx: Db, pause: Pausing) =>
  trx
    .insertInto('health_pause')
    .values(pause)
    .onConflict(conflict => conflict.doNothing())
    .execute()

export const deletePause = (trx: Db, collaborationId: string, organisationId: string) =>
  trx
    .deleteFrom('health_pause')
    .where('collaboration_id', '=', collaborationId)
    .where('organisation_id', '=', organisationId)
    .execute()
