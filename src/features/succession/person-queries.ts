import type { Db } from '#plumbing/database/database.ts'

const roles = (db: Db) =>
  db
    .selectFrom('succession_role')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['title', 'organisation.name as organisation'])
    .orderBy('named_at')
    .orderBy('succession_role.id')

/** What a person holds, stands in for, and looked at for their organisations. */
export const listKeptBy = async (db: Db, personId: string) => ({
  held: await roles(db).where('holder_id', '=', personId).execute(),
  stoodIn: await roles(db).where('deputy_id', '=', personId).execute(),
  looked: await roles(db).select('looked_at').where('looked_by', '=', personId).execute(),
})

/** The role stays and stands vacant; who it was goes. */
export async function forgetPerson(trx: Db, personId: string): Promise<void> {
  await trx
    .updateTable('succession_role')
    .set({ holder_id: null })
    .where('holder_id', '=', personId)
    .execute()
  await trx
    .updateTable('succession_role')
    .set({ deputy_id: null })
    .where('deputy_id', '=', personId)
    .execute()
  await trx
    .updateTable('succession_role')
    .set({ looked_by: null })
    .where('looked_by', '=', personId)
    .execute()
}
