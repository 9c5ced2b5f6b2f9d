import type { Db } from '#plumbing/database/database.ts'
import type { Seat } from './seats.ts'

type NewCall = { id: string; opportunity_id: string; note: string | null; ends_on: string; made_at: Date }

export const insertCall = (trx: Db, call: NewCall & { seats: Seat[] }) =>
  trx
    .insertInto('partner_call')
    .values({ ...call, seats: JSON.stringify(call.seats), ended_at: null })
    .execute()

export const changeCall = (
  trx: Db,
  id: string,
  call: Pick<NewCall, 'note' | 'ends_on'> & { seats: Seat[] },
) =>
  trx
    .updateTable('partner_call')
    .set({ ...call, seats: JSON.stringify(call.seats) })
    .where('id', '=', id)
    .execute()

export const endCall = (trx: Db, id: string, now: Date) =>
  trx.updateTable('partner_call').set({ ended_at: now }).where('id', '=', id).execute()

export const upsertAnswer = (
  trx: Db,
  answer: { call_id: string; organisation_id: string; person_id: string; said_at: Date },
) =>
  trx
    .insertInto('partner_call_answer')
    .values({ ...answer, withdrawn_at: null })
    .onConflict(conflict =>
      conflict
        .columns(['call_id', 'organisation_id'])
        .doUpdateSet({ person_id: answer.person_id, said_at: answer.said_at, withdrawn_at: null }),
    )
    .execute()

export const withdrawAnswer = (trx: Db, callId: string, organisationId: string, now: Date) =>
  trx
    .updateTable('partner_call_answer')
    .set({ withdrawn_at: now })
    .where('call_id', '=', callId)
    .where('organisation_id', '=', organisationId)
    .execute()

/** What they said stays, for it is their organisation's; who said it goes. */
export async function forgetPerson(trx: Db, personId: string): Promise<void> {
  await trx
    .updateTable('partner_call_answer')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
}
