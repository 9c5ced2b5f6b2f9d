import type { PlanParts } from '#features/project-plans/index.ts'
import type { Db } from '#plumbing/database/database.ts'

type Row = { slug: string | null; said: unknown }

const onProject = <R extends Row>({ said, ...row }: R) => ({ ...row, project: (said as PlanParts).title })

const versions = (db: Db) =>
  db
    .selectFrom('agreement_version')
    .innerJoin('agreement', 'agreement.id', 'agreement_id')
    .innerJoin('collaboration', 'collaboration.id', 'collaboration_id')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select(['plan.slug', 'plan.said', 'agreement_version.number'])

/** What a person did on agreements for their organisation. */
export async function listDoneBy(db: Db, personId: string) {
  const changed = await db
    .selectFrom('agreement_clause')
    .innerJoin('agreement', 'agreement.id', 'agreement_id')
    .innerJoin('collaboration', 'collaboration.id', 'collaboration_id')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select(['plan.slug', 'plan.said', 'key', 'agreement_clause.changed_at as at'])
    .where('changed_by', '=', personId)
    .orderBy('agreement_clause.changed_at')
    .orderBy('agreement_clause.id')
    .execute()
  const fixed = await versions(db)
    .select('fixed_at as at')
    .where('fixed_by', '=', personId)
    .orderBy('fixed_at')
    .execute()
  const signed = await versions(db)
    .innerJoin('agreement_signature', 'version_id', 'agreement_version.id')
    .select(['record', 'signed_at as at'])
    .where('signed_by', '=', personId)
    .orderBy('signed_at')
    .execute()
  return {
    changed: changed.map(onProject),
    fixed: fixed.map(onProject),
    signed: signed.map(onProject),
  }
}

/** What was done is the organisations’ and stays, without who did it. The record of a signature is evidence and stays. */
export async function forgetPerson(trx: Db, personId: string): Promise<void> {
  await trx
    .updateTable('agreement_clause')
    .set({ changed_by: null })
    .where('changed_by', '=', personId)
    .execute()
  await trx
    .updateTable('agreement_version')
    .set({ fixed_by: null })
    .where('fixed_by', '=', personId)
    .execute()
  await trx
    .updateTable('agreement_signature')
    .set({ signed_by: null })
    .where('signed_by', '=', personId)
    .execute()
}
