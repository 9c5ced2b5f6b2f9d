import type { Said } from '#features/plan-reading/index.ts'
import { projectPath } from '#features/project-plans/index.ts'
import { londonDay } from '#ui/date.ts'

export type MilestoneVersion = Said & { number: number; is_removed: boolean; made_at: Date }

/** A milestone with all that was ever said of it, the earliest first. */
export type Milestone = { id: string; versions: [MilestoneVersion, ...MilestoneVersion[]] }

/** So many can be looked after on one page. */
export const milestonesAtMost = 300

export const milestonesPath = (slug: string) => `${projectPath(slug)}/milestones`
export const milestonePath = (slug: string, id: string) => `${milestonesPath(slug)}/${id}`

export const lastOf = ({ versions }: Milestone): MilestoneVersion => versions.at(-1)!

/** What is still in the plan. */
export const inPlan = (milestones: Milestone[]): Milestone[] =>
  milestones.filter(milestone => !lastOf(milestone).is_removed)

/** By the day on which it is due, those without one last. */
export const byDay = (a: Said, b: Said) =>
  (a.due_on ?? '9999') < (b.due_on ?? '9999') ? -1 : (a.due_on ?? '9999') > (b.due_on ?? '9999') ? 1 : 0

/** What was said of it up to the end of a day; what came in later, as it came in. */
export const saidOn = ({ versions }: Milestone, day: string): MilestoneVersion =>
  versions.findLast(({ made_at }) => londonDay(made_at) <= day) ?? versions[0]

/** The day on which it was done, by what is said on a day: where that is not said, the day on which it was first said to be done. Null where nobody knows. */
export function doneOn(milestone: Milestone, day: string): string | null {
  const now = saidOn(milestone, day)
  if (!now.is_done) return null
  if (now.done_on) return now.done_on
  const first = milestone.versions.find(({ is_done }) => is_done)!
  return first.number === 1 ? null : londonDay(first.made_at)
}

/** Late, open or done, for the day on which it is read. */
export const isLate = ({ is_done, due_on }: Said, today: string) =>
  !is_done && due_on !== null && due_on < today
