import type { ComponentChildren } from 'preact'
import type { Said } from '#features/plan-reading/index.ts'
import { formatDate } from '#ui/date.ts'
import { Table } from '#ui/govuk/table.tsx'
import { byDay, isLate, lastOf, type Milestone } from '../milestone.ts'

interface MilestoneTableProps {
  milestones: Milestone[]
  today: string
  caption?: string
  /** What one can do about each, under its title. */
  linkOf?: (milestone: Milestone, said: Said) => ComponentChildren
}

function sayWhen(said: Said, today: string): ComponentChildren {
  if (said.is_done) return said.done_on ? `Done on ${formatDate(said.done_on)}` : 'Done'
  if (!said.due_on) return 'No day yet'
  const due = `Due on ${formatDate(said.due_on)}`
  return isLate(said, today) ? <strong>{due}: late</strong> : due
}

/** What is to be done, and by when it is or was: by the day on which it is due. */
export const MilestoneTable = ({ milestones, today, caption, linkOf }: MilestoneTableProps) => (
  <Table
    caption={caption}
    captionClass="govuk-table__caption--m"
    head={['Milestone', 'When']}
    rows={milestones
      .map(milestone => ({ milestone, said: lastOf(milestone) }))
      .toSorted((a, b) => byDay(a.said, b.said))
      .map(({ milestone, said }) => [
        {
          content: linkOf ? (
            <>
              {said.title}
              <br />
              {linkOf(milestone, said)}
            </>
          ) : (
            said.title
          ),
        },
        { content: sayWhen(said, today) },
      ])}
  />
)
