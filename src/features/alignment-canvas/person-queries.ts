import type { PlanParts } from '#features/project-plans/index.ts'
import type { Db } from '#plumbing/database/database.ts'

const titled = <Row extends { said: unknown }>({ said, ...row }: Row) => ({
  ...row,
  project: (said as PlanParts).title,
})

/** What a person did on canvases for their organisation, by what it was. */
export async function listDoneBy(db: Db, personId: string) {
  const answered = await db
    .selectFrom('canvas_answer as answer')
    .innerJoin('collaboration', 'collaboration.id', 'answer.collaboration_id')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select(['plan.slug', 'plan.said', 'topic', 'answer.said as answer', 'said_at as on'])
    .where('said_by', '=', personId)
    .orderBy('answer.id')
    .execute()
  const finished = await db
    .selectFrom('canvas_completion as completion')
    .innerJoin('collaboration', 'collaboration.id', 'completion.collaboration_id')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select(['plan.slug', 'plan.said', 'done_at as on'])
    .where('done_by', '=', personId)
    .orderBy('completion.id')
    .execute()
  const proposed = await db
    .selectFrom('canvas_settlement as settlement')
    .innerJoin('canvas_difference as difference', 'difference.id', 'difference_id')
    .innerJoin('collaboration', 'collaboration.id', 'difference.collaboration_id')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select(['plan.slug', 'plan.said', 'topic', 'outcome', 'words', 'proposed_at as on'])
    .where('proposed_by', '=', personId)
    .orderBy('settlement.id')
    .execute()
  const confirmed = await db
    .selectFrom('canvas_confirmation as confirmation')
    .innerJoin('canvas_settlement as settlement', 'settlement.id', 'settlement_id')
    .innerJoin('canvas_difference as difference', 'difference.id', 'difference_id')
    .innerJoin('collaboration', 'collaboration.id', 'difference.collaboration_id')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select(['plan.slug', 'plan.said', 'topic', 'confirmed_at as on'])
    .where('confirmed_by', '=', personId)
    .orderBy('confirmation.id')
    .execute()
  return {
    answered: answered.map(titled),
    finished: finished.map(titled),
    proposed: proposed.map(titled),
    confirmed: confirmed.map(titled),
  }
}

/** What was said is the organisation's and stays, without who said it. */
export async function forgetPerson(trx: Db, personId: string): Promise<void> {
  await trx.updateTable('canvas_answer').set({ said_by: null }).where('said_by', '=', personId).execute()
  await trx.updateTable('canvas_completion').set({ done_by: null }).where('done_by', '=', personId).execute()
  await trx
    .updateTable('canvas_settlement')
    .set({ proposed_by: null })
    .where('proposed_by', '=', personId)
    .execute()
  await trx
    .updateTable('canvas_confirmation')
    .set({ confirmed_by: null })
    .where('confirmed_by', '=', personId)
    .execute()
}
