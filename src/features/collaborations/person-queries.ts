import type { PlanParts } from '#features/project-plans/index.ts'
import type { Db } from '#plumbing/database/database.ts'

const titleOf = <Row extends { said: unknown }>({ said, ...row }: Row) => ({
  ...row,
  project: (said as PlanParts).title,
})

/** What a person did in collaborations, by what it was. */
export async function listDoneBy(db: Db, personId: string) {
  const begun = await db
    .selectFrom('collaboration')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select(['plan.slug', 'plan.said', 'begun_at as at'])
    .where('begun_by', '=', personId)
    .orderBy('begun_at')
    .execute()
  const decided = await db
    .selectFrom('collaboration_partner')
    .innerJoin('collaboration', 'collaboration.id', 'collaboration_id')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select(['plan.slug', 'plan.said', 'collaboration_partner.state', 'asked_at', 'asked_by', 'decided_at'])
    .select('decided_by')
    .where(({ or, eb }) => or([eb('asked_by', '=', personId), eb('decided_by', '=', personId)]))
    .orderBy('asked_at')
    .orderBy('collaboration_partner.id')
    .execute()
  const links = await db
    .selectFrom('collaboration_link')
    .innerJoin('collaboration', 'collaboration.id', 'collaboration_id')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select(['plan.slug', 'plan.said', 'title', 'href', 'added_at as at'])
    .where('added_by', '=', personId)
    .orderBy('added_at')
    .execute()
  return {
    begun: begun.map(titleOf),
    asked: decided.filter(({ asked_by }) => asked_by === personId).map(titleOf),
    decided: decided.filter(({ decided_by }) => decided_by === personId).map(titleOf),
    links: links.map(titleOf),
  }
}

/** What was done is the organisations' and stays, without who did it. */
export async function forgetPerson(trx: Db, personId: string): Promise<void> {
  await trx.updateTable('collaboration').set({ begun_by: null }).where('begun_by', '=', personId).execute()
  await trx
    .updateTable('collaboration_partner')
    .set({ asked_by: null })
    .where('asked_by', '=', personId)
    .execute()
  await trx
    .updateTable('collaboration_partner')
    .set({ decided_by: null })
    .where('decided_by', '=', personId)
    .execute()
  await trx
    .updateTable('collaboration_link')
    .set({ added_by: null })
    .where('added_by', '=', personId)
    .execute()
}
