import type { Db } from '#plumbing/database/database.ts'

/** What a person said of milestones, and the files that they brought, first things first. */
export const listSaidBy = async (db: Db, personId: string) => ({
  versions: await db
    .selectFrom('milestone_version')
    .innerJoin('milestone', 'milestone.id', 'milestone_id')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select(['plan.slug', 'milestone_id', 'number', 'title', 'due_on', 'is_done', 'done_on', 'is_removed'])
    .select('milestone_version.made_at')
    .where('person_id', '=', personId)
    .orderBy('milestone_version.made_at')
    .orderBy('milestone_id')
    .orderBy('number')
    .execute(),
  files: await db
    .selectFrom('milestone_import')
    .innerJoin('plan', 'plan.id', 'plan_id')
    .select(['plan.slug', 'milestone_import.id', 'file_name', 'milestone_import.state', 'made_at'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .orderBy('milestone_import.id')
    .execute(),
})

/** The milestones are the organisation's and stay, without who said them. */
export async function forgetPerson(trx: Db, personId: string): Promise<void> {
  await trx
    .updateTable('milestone_version')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
  await trx
    .updateTable('milestone_import')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
}
