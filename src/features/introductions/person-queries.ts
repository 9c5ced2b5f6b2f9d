import type { Db } from '#plumbing/database/database.ts'

/** Everything here that a person said or did. */
export const listOfPerson = async (db: Db, personId: string) => ({
  sides: await db
    .selectFrom('introduction_side as side')
    .innerJoin('introduction', 'introduction.id', 'side.introduction_id')
    .select(['introduction.id', 'side.side', 'began_with', 'reason', 'agreed_at', 'outcome', 'no_fit_as'])
    .where('side.person_id', '=', personId)
    .orderBy('introduction.asked_at')
    .orderBy('introduction.id')
    .execute(),
  written: await db
    .selectFrom('introduction')
    .select(['id', 'reason', 'asked_at'])
    .where('written_by', '=', personId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute(),
  blocks: await db
    .selectFrom('introduction_block')
    .innerJoin('organisation', 'organisation.id', 'blocked_id')
    .select(['organisation.name', 'since'])
    .where('person_id', '=', personId)
    .orderBy('since')
    .orderBy('organisation.name')
    .execute(),
})

/** The introductions whose mail may hold a person's address or words. */
export async function listIdsNaming(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('introduction_side')
    .select('introduction_id as id')
    .where('person_id', '=', personId)
    .union(db.selectFrom('introduction').select('id').where('written_by', '=', personId))
    .execute()
  return rows.map(({ id }) => id)
}

/** Nothing leads to them any more; what they wrote goes, and what they had open is taken back. */
export async function forgetPerson(trx: Db, personId: string, at: Date): Promise<void> {
  const asOne = trx
    .selectFrom('introduction_side')
    .select('introduction_id')
    .where('person_id', '=', personId)
  await trx
    .updateTable('introduction')
    .set({ state: 'withdrawn', ended_at: at })
    .where('state', '=', 'asked')
    .where('id', 'in', asOne.where('agreed_at', 'is not', null))
    .execute()
  await trx
    .updateTable('introduction')
    .set({ reason: null })
    .where('began_with', '=', 'asker')
    .where('id', 'in', asOne.where('side', '=', 'asker'))
    .execute()
  await trx
    .updateTable('introduction')
    .set({ reason: null, written_by: null })
    .where('written_by', '=', personId)
    .execute()
  await trx.deleteFrom('introduction_link').where('person_id', '=', personId).execute()
  await trx
    .updateTable('introduction_side')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
  await trx
    .updateTable('introduction_block')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
}
