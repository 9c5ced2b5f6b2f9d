import { listMilestones } from '#features/milestones/index.ts'
import {
  listShownUpdates,
  type PlanParts,
  type PublishedPlan,
  type Update,
} from '#features/project-plans/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Highlights, highlights, type SaidDates } from './highlights.ts'

/** What a project said of its days with each version, the earliest first. */
async function listDates(db: Db, planId: string): Promise<[SaidDates, ...SaidDates[]]> {
  const versions = await db
    .selectFrom('plan_version')
    .select(['said', 'made_at'])
    .where('plan_id', '=', planId)
    .orderBy('number')
    .execute()
  const dates = versions.map(({ said, made_at }): SaidDates => {
    const { phase, starts_on, ends_on, finished_on, stop_reason } = said as PlanParts
    return { phase, starts_on, ends_on, finished_on, stop_reason, made_at }
  })
  return dates as [SaidDates, ...SaidDates[]]
}

/** The facts of some updates of one project, in the order of the updates. */
export async function loadHighlights(
  db: Db,
  { plan, updates, baseUrl }: { plan: PublishedPlan; updates: Update[]; baseUrl: string },
): Promise<Highlights[]> {
  const shown = await listShownUpdates(db, plan.id)
  const milestones = await listMilestones(db, plan.id)
  const dates = await listDates(db, plan.id)
  return updates.map(update => {
    const previous = shown.find(({ said_on }) => said_on < update.said_on) ?? null
    const isLatest = !shown.some(({ said_on }) => said_on > update.said_on)
    return highlights({ plan, update, previous, isLatest, milestones, dates }, baseUrl)
  })
}
