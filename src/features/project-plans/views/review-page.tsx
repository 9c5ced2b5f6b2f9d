import type { ComponentChildren } from 'preact'
import { visibilityLabels } from '#features/accounts/index.ts'
import { type Finding, HeldFirst, ScreenFindings } from '#features/moderation/index.ts'
import { phaseWords } from '#features/projects/index.ts'
import { formatDate, formatDateRange } from '#ui/date.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { SummaryList, type SummaryRow } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { FreedomOfInformation } from '#ui/step-form.tsx'
import { budgetBandLabels, isOpenPartner, type Plan, planPath } from '../plan.ts'
import { missingParts, type PartName, partNames, parts, type Step } from '../plan-parts.ts'

const notSaid = 'Not said'

const words = (text: string | null) => text && <Paragraphs text={text} />

const paragraph = (text: string | null) => text && <p class="govuk-body">{text}</p>

type Saying = (said: Plan['said'], service: string | null) => ComponentChildren

const saidIn: Record<Exclude<PartName, 'outcome'>, Saying> = {
  title: ({ title, problem, department }) => [
    <p class="govuk-body">
      <strong>{title}</strong>
    </p>,
    words(problem),
    paragraph(department),
  ],
  why: ({ why }) => words(why),
  users: ({ users_and_needs }) => words(users_and_needs),
  phase: ({ phase, starts_on, ends_on }) =>
    phase && [phaseWords[phase], (starts_on || ends_on) && `, ${formatDateRange(starts_on, ends_on)}`],
  joining: ({ partners_welcome_until, roles_sought }) =>
    (partners_welcome_until || roles_sought) && [
      paragraph(partners_welcome_until && `Until ${formatDate(partners_welcome_until)}`),
      words(roles_sought),
    ],
  money: ({ budget, collaboration_level }) =>
    (budget || collaboration_level) && [
      paragraph(budget && budgetBandLabels[budget]),
      paragraph(collaboration_level),
    ],
  team: ({ existing_team }) => words(existing_team),
  'prior-work': ({ prior_work }) => words(prior_work),
  market: ({ early_market_engagement }) => words(early_market_engagement),
  more: ({ additional_info, tags }) =>
    (additional_info || tags.length > 0) && [words(additional_info), paragraph(tags.join(', '))],
  service: (_, service) => service,
  visibility: ({ visibility }) => visibility && visibilityLabels[visibility],
}

const namesAsList = (names: ComponentChildren[]) =>
  names.length > 0 && (
    <ul class="govuk-list">
      {names.map(name => (
        <li>{name}</li>
      ))}
    </ul>
  )

interface ReviewPageProps {
  plan: Plan
  problems: { title: string }[]
  service: string | null
  findings: Finding[]
  /** It waits for a curator once it is sent. */
  isHeld: boolean
}

/** All of a draft at once, with what is missing and what may not be for everyone, and the button that publishes it. */
export const ReviewPage = ({ plan, problems, service, findings, isHeld }: ReviewPageProps) => {
  const path = planPath(plan.id)
  const missing = missingParts(plan.said)
  const row = (key: string, step: Step, value: ComponentChildren): SummaryRow => ({
    key,
    value: value || notSaid,
    actions: [{ label: 'Change', href: `${path}/${step}`, hidden: key.toLowerCase() }],
  })
  const partRow = (part: Exclude<PartName, 'outcome'>) =>
    row(
      parts[part].title,
      `parts/${part}`,
      missing.includes(part) ? parts[part].ask : saidIn[part](plan.said, service),
    )
  const listRows: Partial<Record<PartName, SummaryRow>> = {
    why: row('Problems it addresses', 'problems', namesAsList(problems.map(({ title }) => title))),
    team: row(
      'Partners',
      'partners',
      namesAsList(plan.partners.filter(isOpenPartner).map(({ organisation }) => organisation.name)),
    ),
    service: row('Links', 'links', namesAsList(plan.said.links.map(({ label }) => label))),
  }
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">Check what you wrote</h1>
        <SummaryList
          rows={partNames.flatMap(part =>
            part === 'outcome' ? [] : [listRows[part], partRow(part)].filter(row => row !== undefined),
          )}
        />
        <ScreenFindings findings={findings} />
        {missing.length > 0 ? (
          <StillToDo plan={plan} missing={missing} />
        ) : (
          <PostForm action={`${path}/publication`}>
            <p class="govuk-body">
              You publish this for {plan.organisation.name}. It keeps its address for good; you can change or
              withdraw it later, and its history shows each change. Partners are asked when you publish.
            </p>
            <FreedomOfInformation />
            <HeldFirst isHeld={isHeld} organisation={plan.organisation.name} />
            <Button preventDoubleClick>Publish</Button>
          </PostForm>
        )}
      </Column>
    </Row>
  )
}

const StillToDo = ({ plan, missing }: { plan: Plan; missing: PartName[] }) => (
  <InsetText>
    <p class="govuk-body">Before you can publish it:</p>
    <ul class="govuk-list govuk-list--bullet">
      {missing.map(part => (
        <li>
          <Link href={`${planPath(plan.id)}/parts/${part}`}>{parts[part].ask}</Link>
        </li>
      ))}
    </ul>
  </InsetText>
)
