import { Link } from '#ui/link.tsx'
import { type Milestone, milestonesPath } from '../milestone.ts'
import { MilestoneTable } from './milestone-table.tsx'

export const MilestonesOfProject = ({ milestones, today }: { milestones: Milestone[]; today: string }) => (
  <section>
    <MilestoneTable caption="Milestones" milestones={milestones} today={today} />
  </section>
)

/** For those who look after them. */
export const MilestonesWay = ({ slug }: { slug: string }) => (
  <p class="govuk-body">
    <Link href={milestonesPath(slug)}>Milestones: add, change or bring in a plan</Link>
  </p>
)
