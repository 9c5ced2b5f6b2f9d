import type { ComponentChildren } from 'preact'
import type { Said } from '#features/plan-reading/index.ts'
import { formatDate } from '#ui/date.ts'
import { Table } from '#ui/govuk/table.tsx'
import { byDay, isLate, lastOf, type Milestone } from '../milestone.ts'

interface MilestoneTableProps {
  milestones: Milestone[]
  today: string
  caption?: string
  linkOf?: (milestone: Milestone, said: Said) => ComponentChildren
}

const sayStanding = (said: Said, today: string) => {
  if (said.is_done) return said.done_on ? `Done on ${formatDate(said.done_on)}` : 'Done'
  return isLate(said, today) ? 'Late' : 'To do'
}

/** What is to be done, by when, and how it stands: by the day on which it is due. */
export const MilestoneTable = ({ milestones, today, caption, linkOf }: MilestoneTableProps) => (
  <Table
    caption={caption}
    captionClass="govuk-table__caption--m"
    head={['Milestone', 'Due', 'How it stands', ...(linkOf ? ['Change'] : [])]}
    rows={milestones
      .map(milestone => ({ milestone, said: lastOf(milestone) }))
      .toSorted((a, b) => byDay(a.said, b.said))
      .map(({ milestone, said }) => [
        said.title,
        said.due_on ? formatDate(said.due_on) : 'No day yet',
        sayStanding(said, today),
        ...(linkOf ? [{ content: linkOf(milestone, said) }] : []),
      ])}
  />
)
