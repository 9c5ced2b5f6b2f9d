import type { Db } from '#plumbing/database/database.ts'
import type { Plan, PlanAct, PlanParts } from './plan.ts'

export type NewPlan = {
  id: string
  organisation_id: string
  said: PlanParts
  created_by: string
  now: Date
}

export const insertPlan = (trx: Db, { now, said, ...plan }: NewPlan) =>
  trx
    .insertInto('plan')
    .values({ ...plan, state: 'draft', said: JSON.stringify(said), created_at: now, changed_at: now })
    .execute()

/** Keeps a plan from being changed by anyone else until the transaction ends. */
export async function lockPlan(trx: Db, id: string): Promise<void> {
  await trx.selectFrom('plan').select('id').where('id', '=', id).forUpdate().execute()
}

export type PlanChange = { said?: PlanParts } & Partial<
  Pick<Plan, 'state' | 'slug' | 'version' | 'published_at' | 'withdrawn_at' | 'withdrawal_reason'>
> & { changed_at: Date }

export const updatePlan = (trx: Db, id: string, { said, ...change }: PlanChange) =>
  trx
    .updateTable('plan')
    .set({ ...change, ...(said && { said: JSON.stringify(said) }) })
    .where('id', '=', id)
    .execute()

/** Takes a draft away with all that hangs on it. */
export async function deleteDraft(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('plan_problem').where('plan_id', '=', id).execute()
  await trx.deleteFrom('plan_partner').where('plan_id', '=', id).execute()
  await trx.deleteFrom('plan').where('id', '=', id).where('state', '=', 'draft').execute()
}

export type NewVersion = {
  plan_id: string
  number: number
  act: PlanAct
  said: PlanParts
  note: string | null
  organisation_id: string
  person_id: string
  made_at: Date
}

export const insertVersion = (trx: Db, version: NewVersion) =>
  trx
    .insertInto('plan_version')
    .values({ ...version, said: JSON.stringify(version.said) })
    .execute()

export const insertPlanProblem = (trx: Db, plan_id: string, problem_id: string, added_at: Date) =>
  trx
    .insertInto('plan_problem')
    .values({ plan_id, problem_id, added_at })
    .onConflict(conflict => conflict.doNothing())
    .execute()

export const deletePlanProblem = (trx: Db, planId: string, problemId: string) =>
  trx
    .deleteFrom('plan_problem')
    .where('plan_id', '=', planId)
    .where('problem_id', 'in', db =>
      db
        .selectFrom('problem')
        .select('id')
        .where(({ or, eb }) => or([eb('id', '=', problemId), eb('merged_into', '=', problemId)])),
    )
    .execute()
