import type { Db } from '#plumbing/database/database.ts'
import type { PlanPartnerTable } from './tables.ts'

export type PartnerRow = Pick<
  PlanPartnerTable,
  'id' | 'plan_id' | 'organisation_id' | 'began_with' | 'state' | 'message' | 'asked_by' | 'asked_at'
>

const columns = [
  'id',
  'plan_id',
  'organisation_id',
  'began_with',
  'state',
  'message',
  'asked_by',
  'asked_at',
] as const

/** One organisation's place in a plan, by its id. */
export const findPartner = (db: Db, id: string): Promise<PartnerRow | undefined> =>
  db.selectFrom('plan_partner').select(columns).where('id', '=', id).executeTakeFirst()

/** Writes an organisation in, or anew when it had declined or left; its place keeps its id. */
export async function upsertPartner(trx: Db, partner: PartnerRow): Promise<string> {
  const { id: _, ...renewed } = partner
  const { id } = await trx
    .insertInto('plan_partner')
    .values(partner)
    .onConflict(conflict =>
      conflict
        .columns(['plan_id', 'organisation_id'])
        .doUpdateSet({ ...renewed, decided_at: null, decided_by: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Decision = Pick<PlanPartnerTable, 'state' | 'decided_at' | 'decided_by'>

export const markPartner = (trx: Db, id: string, decision: Decision) =>
  trx.updateTable('plan_partner').set(decision).where('id', '=', id).execute()

/** Those named in a draft have now been asked. */
export const markAsked = (trx: Db, planId: string, asked_at: Date) =>
  trx
    .updateTable('plan_partner')
    .set({ state: 'waiting', asked_at })
    .where('plan_id', '=', planId)
    .where('state', '=', 'named')
    .returning(columns)
    .execute()

export const deletePartner = (trx: Db, id: string) =>
  trx.deleteFrom('plan_partner').where('id', '=', id).where('state', '=', 'named').execute()

/** What waits for this organisation's answer: it was asked to join, or others offered to join a project of its. */
export const listWaiting = (db: Db, organisationId: string) =>
  db
    .selectFrom('plan_partner')
    .innerJoin('plan', 'plan.id', 'plan_partner.plan_id')
    .innerJoin('organisation as owner', 'owner.id', 'plan.organisation_id')
    .innerJoin('organisation as partner', 'partner.id', 'plan_partner.organisation_id')
    .select(['plan_partner.id', 'began_with', 'asked_at', 'plan.said'])
    .select(['owner.name as owner_name', 'partner.name as partner_name'])
    .where('plan_partner.state', '=', 'waiting')
    .where('plan.state', '=', 'published')
    .where(({ and, or, eb }) =>
      or([
        and([eb('began_with', '=', 'owner'), eb('plan_partner.organisation_id', '=', organisationId)]),
        and([eb('began_with', '=', 'partner'), eb('plan.organisation_id', '=', organisationId)]),
      ]),
    )
    .orderBy('asked_at')
    .orderBy('plan_partner.id')
    .execute()
