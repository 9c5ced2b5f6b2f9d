import { TaskList } from '#ui/govuk/task-list.tsx'
import { Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { ownPath, type Problem } from '../problem.ts'
import { isAnswered, missingParts, partNames, parts } from '../problem-parts.ts'

const todo = <Tag class="govuk-tag--blue">To do</Tag>

/** The steps of a draft, to leave and to come back to. */
export const DraftPage = ({ problem }: { problem: Problem }) => {
  const path = ownPath(problem)
  const isReady = missingParts(problem).length === 0
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">Draft of a problem</span>
        <h1 class="govuk-heading-l">{problem.title}</h1>
        <p class="govuk-body">
          Only members of {problem.organisation.name} can see and change it. Each step is kept when you send
          it, so that you or a colleague can go on later from here or from your page.
        </p>
        <h2 class="govuk-heading-m">The problem</h2>
        <TaskList
          items={partNames.map(part => ({
            title: parts[part].title,
            href: `${path}/parts/${part}`,
            status: isAnswered(problem, part) ? 'Done' : parts[part].isRequired ? todo : 'Optional',
          }))}
        />
        <h2 class="govuk-heading-m">Before others see it</h2>
        <TaskList
          idPrefix="publishing"
          items={[
            {
              title: 'Look for the same problem elsewhere',
              href: `${path}/similar`,
              status: problem.compared_at ? 'Done' : todo,
            },
            {
              title: 'Check what you wrote and publish',
              href: `${path}/publication`,
              status: isReady && problem.compared_at ? todo : 'Cannot be done yet',
            },
          ]}
        />
        <p class="govuk-body">
          <Link href={`${path}/removal`}>Discard this draft</Link>
        </p>
      </Column>
    </Row>
  )
}
