import type { Db } from '#plumbing/database/database.ts'

/** What a person answered for their organisation, and where they paused being asked. */
export const listSaidBy = async (db: Db, personId: string) => ({
  replies: await db
    .selectFrom('health_reply')
    .innerJoin('health_round', 'health_round.id', 'round_id')
    .select(['month', 'aims', 'pace', 'deciding', 'language', 'cover', 'note', 'answered_at'])
    .where('person_id', '=', personId)
    .orderBy('answered_at')
    .execute(),
  pauses: await db.selectFrom('health_pause').select('since').where('person_id', '=', personId).execute(),
})

/** The answers are the organisation's and stay, without who gave them. */
export async function forgetPerson(trx: Db, personId: string): Promise<void> {
  await trx.updateTable('health_reply').set({ person_id: null }).where('person_id', '=', personId).execute()
  await trx.updateTable('health_pause').set({ person_id: null }).where('person_id', '=', personId).execute()
  await trx.deleteFrom('health_link').where('person_id', '=', personId).execute()
}
