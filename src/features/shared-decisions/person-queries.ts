import type { Db } from '#plumbing/database/database.ts'

/** What a person asked, closed and answered for their organisations. */
export const listSaidBy = async (db: Db, personId: string) => ({
  asked: await db
    .selectFrom('shared_decision')
    .select(['title', 'words', 'asked_at'])
    .where('asked_by', '=', personId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute(),
  closed: await db
    .selectFrom('shared_decision')
    .select(['title', 'outcome', 'closed_at'])
    .where('closed_by', '=', personId)
    .orderBy('closed_at')
    .orderBy('id')
    .execute(),
  answered: await db
    .selectFrom('shared_decision_answer')
    .innerJoin('shared_decision', 'shared_decision.id', 'decision_id')
    .select(['title', 'answer', 'shared_decision_answer.words', 'answered_at'])
    .where('person_id', '=', personId)
    .orderBy('answered_at')
    .orderBy('decision_id')
    .execute(),
})

/** What was decided is the organisations' and stays, without who said it. */
export async function forgetPerson(trx: Db, personId: string): Promise<void> {
  await trx.updateTable('shared_decision').set({ asked_by: null }).where('asked_by', '=', personId).execute()
  await trx
    .updateTable('shared_decision')
    .set({ closed_by: null })
    .where('closed_by', '=', personId)
    .execute()
  await trx
    .updateTable('shared_decision_answer')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
}
