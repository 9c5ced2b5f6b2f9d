import type { Db } from '#plumbing/database/database.ts'

/** What a person passed on and wrote, and what others offered them. */
export const listOfPerson = async (db: Db, personId: string) => ({
  own: await db
    .selectFrom('handover')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['handover.id', 'organisation.name as organisation', 'why', 'begun_at', 'last_day', 'note'])
    .select(['left_at', 'ended_at', 'ended_as'])
    .where('person_id', '=', personId)
    .orderBy('begun_at')
    .execute(),
  offered: await db
    .selectFrom('handover_item')
    .select(['title', 'path', 'state', 'decided_at'])
    .where('heir_id', '=', personId)
    .orderBy('title')
    .orderBy('id')
    .execute(),
  refused: await db
    .selectFrom('handover_item')
    .select(['title', 'path', 'refusal'])
    .where('refused_by', '=', personId)
    .orderBy('title')
    .orderBy('id')
    .execute(),
  links: await db
    .selectFrom('handover_link')
    .select(['made_at', 'used_at'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .execute(),
})

/** What passes on stays with the organisation; who it was, and their words, go. What waited for them goes to the leads. */
export async function forgetPerson(trx: Db, personId: string): Promise<void> {
  await trx
    .updateTable('handover')
    .set({ person_id: null, note: null })
    .where('person_id', '=', personId)
    .execute()
  await trx
    .updateTable('handover_item')
    .set({ state: 'left-to-leads', heir_id: null })
    .where('heir_id', '=', personId)
    .where('state', '=', 'offered')
    .execute()
  await trx.updateTable('handover_item').set({ heir_id: null }).where('heir_id', '=', personId).execute()
  await trx
    .updateTable('handover_item')
    .set({ refusal: null, refused_by: null })
    .where('refused_by', '=', personId)
    .execute()
  await trx.deleteFrom('handover_link').where('person_id', '=', personId).execute()
}

/** Handovers that ended before a moment, with all of theirs. */
export async function deleteEndedBefore(trx: Db, moment: Date): Promise<void> {
  const ended = trx.selectFrom('handover').select('id').where('ended_at', '<', moment)
  await trx.deleteFrom('handover_link').where('handover_id', 'in', ended).execute()
  await trx.deleteFrom('handover_item').where('handover_id', 'in', ended).execute()
  await trx.deleteFrom('handover').where('ended_at', '<', moment).execute()
}
