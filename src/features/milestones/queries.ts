import type { Db } from '#plumbing/database/database.ts'
import type { Milestone, MilestoneVersion } from './milestone.ts'

/** The milestones of a project with all that was said of them, in the order in which they were first named; those taken out too. */
export async function listMilestones(db: Db, planId: string): Promise<Milestone[]> {
  const rows = await db
    .selectFrom('milestone')
    .innerJoin('milestone_version as version', 'version.milestone_id', 'milestone.id')
    .select(['milestone.id', 'number', 'title', 'due_on', 'is_done', 'done_on', 'is_removed', 'made_at'])
    .where('plan_id', '=', planId)
    .orderBy('milestone.id')
    .orderBy('number')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, versions]) => ({
    id,
    versions: versions.map(({ id: _, ...version }) => version) as [MilestoneVersion, ...MilestoneVersion[]],
  }))
}

/** Of which project a milestone is, and what is said of it now. */
export const findMilestone = (db: Db, id: string) =>
  db
    .selectFrom('milestone')
    .innerJoin('milestone_version as version', join =>
      join
        .onRef('version.milestone_id', '=', 'milestone.id')
        .onRef('version.number', '=', 'milestone.version'),
    )
    .select(['milestone.id', 'plan_id', 'title', 'due_on', 'is_done', 'done_on', 'is_removed'])
    .select(['number', 'source_said'])
    .where('milestone.id', '=', id)
    .executeTakeFirst()
