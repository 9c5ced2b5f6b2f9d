import type { Finding } from '#features/moderation/index.ts'
import type { PublishedPlan } from '#features/project-plans/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { importPath, importsPath, type ListedImport } from '../brought-file.ts'
import { type Milestone, milestonePath, milestonesPath } from '../milestone.ts'
import { MilestoneForm } from './milestone-fields.tsx'
import { MilestoneTable } from './milestone-table.tsx'

interface MilestonesPageProps {
  plan: PublishedPlan
  milestones: Milestone[]
  /** Files that milestones came in with, or wait to, the latest first. */
  imports: ListedImport[]
  today: string
  form: FormState
  findings: Finding[]
}

/** The milestones of a project, for those who look after them. */
export const MilestonesPage = ({ plan, milestones, imports, today, form, findings }: MilestonesPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">Milestones</h1>
      {milestones.length > 0 ? (
        <MilestoneTable
          milestones={milestones}
          today={today}
          linkOf={({ id }, { title }) => (
            <Link href={milestonePath(plan.slug, id)}>
              Change<span class="govuk-visually-hidden"> {title}</span>
            </Link>
          )}
        />
      ) : (
        <EmptyState title="No milestones yet">
          Add what is to be done next, or bring in the plan you have.
        </EmptyState>
      )}
      <SectionHeading>Add a milestone</SectionHeading>
      <MilestoneForm
        action={milestonesPath(plan.slug)}
        label="A new milestone"
        form={form}
        findings={findings}
        button="Add it"
      />
    </Column>
    <Column share="one-third">
      <Aside title="Bring in the plan you have">
        <p class="govuk-body-s">
          From a spreadsheet, a Trello board or GitHub. You see what would change before anything does, and
          bringing it again changes what is new in it.
        </p>
        <Button class="govuk-button--secondary" href={`${importsPath(plan.slug)}/new`}>
          Bring in a file
        </Button>
        {imports.length > 0 && (
          <ul class="govuk-list">
            {imports.map(({ id, fileName, state, madeAt }) => (
              <li key={id}>
                <Link href={importPath(plan.slug, id)}>{fileName}</Link>
                <br />
                <span class="govuk-body-s">
                  {stateWords[state]}, {formatDate(londonDay(madeAt))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Aside>
    </Column>
  </Row>
)

const stateWords: Record<ListedImport['state'], string> = {
  previewed: 'Looked at, not taken in',
  'taken-in': 'Taken in',
  undone: 'Undone',
}
