import { ButtonForm } from '#ui/form.tsx'
import { type Task, TaskList } from '#ui/govuk/task-list.tsx'
import { Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { isOpenPartner, isPublished, type Plan, type PublishedPlan, planPath, projectPath } from '../plan.ts'
import { isAnswered, missingParts, type PartName, parts } from '../plan-parts.ts'

const todo = <Tag class="govuk-tag--blue">To do</Tag>

const partTask = (plan: Plan, part: PartName): Task => ({
  title: parts[part].title,
  href: `${planPath(plan.id)}/parts/${part}`,
  status: isAnswered(plan.said, part) ? 'Done' : parts[part].isRequired ? todo : 'Optional',
})

const listTask = (plan: Plan, step: string, title: string, count: number): Task => ({
  title,
  href: `${planPath(plan.id)}/${step}`,
  status: count > 0 ? countOf(count, 'named', 'named') : 'Optional',
})

const groupsOf = (plan: Plan): { title: string; tasks: Task[] }[] => [
  {
    title: 'What and why',
    tasks: [
      partTask(plan, 'title'),
      listTask(plan, 'problems', 'Problems it addresses', plan.problemIds.length),
      partTask(plan, 'why'),
      partTask(plan, 'users'),
    ],
  },
  {
    title: 'When and with whom',
    tasks: [
      partTask(plan, 'phase'),
      partTask(plan, 'joining'),
      partTask(plan, 'money'),
      listTask(plan, 'partners', 'Partners', plan.partners.filter(isOpenPartner).length),
    ],
  },
  {
    title: 'More, if you have it',
    tasks: [
      partTask(plan, 'team'),
      partTask(plan, 'prior-work'),
      partTask(plan, 'market'),
      partTask(plan, 'more'),
      listTask(plan, 'links', 'Code, research and documents', plan.said.links.length),
    ],
  },
  {
    title: 'How others find it',
    tasks: [partTask(plan, 'service'), partTask(plan, 'visibility')],
  },
]

/** All parts of a project, to leave and to come back to: the steps of a draft, or what can be changed of what is published. */
export const PlanPage = ({ plan }: { plan: Plan }) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">
        {plan.state === 'draft' ? 'Draft of a project' : 'Change your project'}
      </span>
      <h1 class="govuk-heading-l">{plan.said.title}</h1>
      {isPublished(plan) ? (
        <p class="govuk-body">
          {plan.state === 'withdrawn'
            ? 'It was withdrawn: it is in no list, and its page says so.'
            : 'What you change is published at once, and its history shows it.'}{' '}
          <Link href={projectPath(plan.slug)}>Look at its page</Link>
        </p>
      ) : (
        <p class="govuk-body">
          Only members of {plan.organisation.name} can see and change it. Each step is kept when you send it,
          so that you or a colleague can go on later from here or from your page.
        </p>
      )}
      {plan.state === 'withdrawn' ? null : <Parts plan={plan} />}
      {isPublished(plan) ? <Ends plan={plan} /> : <BeforeOthers plan={plan} />}
    </Column>
  </Row>
)

const Parts = ({ plan }: { plan: Plan }) => (
  <>
    {groupsOf(plan).map(({ title, tasks }, at) => (
      <>
        <h2 class="govuk-heading-m">{title}</h2>
        <TaskList idPrefix={`group-${at + 1}`} items={tasks} />
      </>
    ))}
  </>
)

const BeforeOthers = ({ plan }: { plan: Plan }) => (
  <>
    <h2 class="govuk-heading-m">Before others see it</h2>
    <TaskList
      idPrefix="publishing"
      items={[
        {
          title: 'Check what you wrote and publish',
          href: `${planPath(plan.id)}/publication`,
          status: missingParts(plan.said).length === 0 ? todo : 'Cannot be done yet',
        },
      ]}
    />
    <p class="govuk-body">
      <Link href={`${planPath(plan.id)}/removal`}>Discard this draft</Link>
    </p>
  </>
)

/** What became of it: outcome, stopping, withdrawing. */
const Ends = ({ plan }: { plan: PublishedPlan }) => {
  const path = planPath(plan.id)
  if (plan.state === 'withdrawn')
    return <ButtonForm action={`${path}/publication`}>Publish it again</ButtonForm>
  return (
    <>
      <SectionHeading>What became of it</SectionHeading>
      <TaskList
        idPrefix="ends"
        items={[
          partTask(plan, 'outcome'),
          plan.said.stop_reason === null
            ? { title: 'Say that it stopped, and why', href: `${path}/stop`, status: '' }
            : { title: 'It stopped: change the reason', href: `${path}/stop`, status: 'Stopped' },
          { title: 'Withdraw it', href: `${path}/withdrawal`, status: '' },
        ]}
      />
      {plan.said.stop_reason !== null && (
        <ButtonForm action={`${path}/resumption`} look="secondary">
          It goes on after all
        </ButtonForm>
      )}
    </>
  )
}
