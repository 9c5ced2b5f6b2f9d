import type { Db } from '#plumbing/database/database.ts'

/** What a person said of systems and products, and wrote for a supplier. */
export async function listWrittenBy(db: Db, personId: string) {
  const statements = await db
    .selectFrom('system_statement')
    .innerJoin('system', 'system.id', 'system_statement.system_id')
    .innerJoin('organisation', 'organisation.id', 'system.organisation_id')
    .select(['organisation.name as organisation', 'system_statement.product_as_published as product'])
    .select(['system.service_as_published as service', 'system_statement.said', 'system_statement.made_at'])
    .where('person_id', '=', personId)
    .orderBy('system_statement.id')
    .execute()
  const replies = await db
    .selectFrom('supplier_reply_version')
    .select(['words', 'written_at'])
    .where('written_by', '=', personId)
    .orderBy('id')
    .execute()
  const changes = await db
    .selectFrom('product_change')
    .select(['was', 'is_now', 'reason', 'changed_at'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  return [...statements, ...replies, ...changes]
}

/** What was said stays, without who said it. */
export async function forgetPerson(trx: Db, personId: string): Promise<void> {
  await trx
    .updateTable('system_statement')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
  await trx.updateTable('system').set({ confirmed_by: null }).where('confirmed_by', '=', personId).execute()
  await trx
    .updateTable('supplier_reply_version')
    .set({ written_by: null })
    .where('written_by', '=', personId)
    .execute()
  await trx.updateTable('product_change').set({ person_id: null }).where('person_id', '=', personId).execute()
}
