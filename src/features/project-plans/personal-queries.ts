import type { Db } from '#plumbing/database/database.ts'

/** Everything here that a person did, by the kind of act, first things first. */
export const listWrittenBy = async (db: Db, personId: string) => ({
  begun: await db
    .selectFrom('plan')
    .select(['id as plan_id', 'slug', 'said', 'created_at'])
    .where('created_by', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute(),
  versions: await db
    .selectFrom('plan_version as version')
    .innerJoin('plan', 'plan.id', 'version.plan_id')
    .select(['plan_id', 'slug', 'version.said', 'number', 'act', 'note', 'made_at'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .orderBy('plan_id')
    .orderBy('number')
    .execute(),
  requests: await db
    .selectFrom('plan_partner')
    .innerJoin('plan', 'plan.id', 'plan_partner.plan_id')
    .select(['plan_id', 'slug', 'said', 'began_with', 'message', 'asked_at'])
    .where('asked_by', '=', personId)
    .orderBy('asked_at')
    .orderBy('plan_partner.id')
    .execute(),
  decisions: await db
    .selectFrom('plan_partner')
    .innerJoin('plan', 'plan.id', 'plan_partner.plan_id')
    .select(['plan_id', 'slug', 'said', 'plan_partner.state', 'decided_at'])
    .where('decided_by', '=', personId)
    .orderBy('decided_at')
    .orderBy('plan_partner.id')
    .execute(),
  texts: await db
    .selectFrom('plan_update_text as text')
    .innerJoin('plan_update', 'plan_update.id', 'text.update_id')
    .innerJoin('plan', 'plan.id', 'plan_update.plan_id')
    .select(['plan_id', 'slug', 'said', 'update_id', 'number', 'text', 'next', 'in_the_way', 'asked'])
    .select('text.written_at')
    .where('person_id', '=', personId)
    .orderBy('text.written_at')
    .orderBy('update_id')
    .orderBy('number')
    .execute(),
})

/** The organisation's words stay, without who wrote them; what was written to another organisation alone goes. */
export async function forgetWriter(trx: Db, personId: string): Promise<void> {
  await trx.updateTable('plan').set({ created_by: null }).where('created_by', '=', personId).execute()
  await trx.updateTable('plan_version').set({ person_id: null }).where('person_id', '=', personId).execute()
  await trx
    .updateTable('plan_partner')
    .set({ asked_by: null, message: null })
    .where('asked_by', '=', personId)
    .execute()
  await trx.updateTable('plan_partner').set({ decided_by: null }).where('decided_by', '=', personId).execute()
  await trx
    .updateTable('plan_update_text')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
}
