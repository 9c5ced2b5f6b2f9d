import { visibilityTags } from '#features/accounts/index.ts'
import type { Collaboration } from '#features/collaborations/index.ts'
import { formatDate } from '#ui/date.ts'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { type Decision, decisionPath, decisionsPath, resultWords, wayLabels } from '../decision.ts'

interface DecisionsPageProps {
  collaboration: Collaboration
  isPartner: boolean
  decisions: Decision[]
  /** 'YYYY-MM-DD'. */
  today: string
}

/** The log of what the partners decided, and what they are asked to. */
export const DecisionsPage = ({
  collaboration: { plan },
  isPartner,
  decisions,
  today,
}: DecisionsPageProps) => {
  const open = decisions.filter(({ state }) => state === 'open')
  const closed = decisions.filter(({ state }) => state !== 'open')
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">Decisions</h1>
        {isPartner && (
          <ButtonGroup>
            <Button href={`${decisionsPath(plan.slug)}/new`}>Ask the partners to decide</Button>
            <Button class="govuk-button--secondary" href={`${decisionsPath(plan.slug)}/taken-elsewhere`}>
              Record a decision
            </Button>
          </ButtonGroup>
        )}
        {decisions.length === 0 && (
          <EmptyState title="No decisions yet">
            {isPartner
              ? 'What is written down need not be decided twice. Ask the partners, or record what you decided in a meeting.'
              : 'What the partners decide and show stands here.'}
          </EmptyState>
        )}
        <Listed title="Open" decisions={open} slug={plan.slug} today={today} />
        <Listed title="Decided" decisions={closed} slug={plan.slug} today={today} />
      </Column>
    </Row>
  )
}

const metaOf = (
  { state, way, answer_by, result, decided_on, review_on }: Decision,
  today: string,
): string[] =>
  state === 'open'
    ? [
        wayLabels[way],
        `${answer_by! < today ? 'to be closed since' : 'answers until'} ${formatDate(answer_by!)}`,
      ]
    : state === 'withdrawn'
      ? ['Taken back']
      : [
          resultWords[result!],
          formatDate(decided_on!),
          ...(review_on ? [`look again on ${formatDate(review_on)}`] : []),
        ]

type ListedProps = { title: string; decisions: Decision[]; slug: string; today: string }

const Listed = ({ title, decisions, slug, today }: ListedProps) =>
  decisions.length > 0 ? (
    <section>
      <SectionHeading>
        {title} ({decisions.length})
      </SectionHeading>
      <ul class="govuk-list">
        {decisions.map(decision => (
          <li class="app-row" key={decision.id}>
            <Link href={decisionPath(slug, decision.number)}>
              <strong>
                {decision.number}. {decision.title}
              </strong>
            </Link>
            <MetaLine items={metaOf(decision, today)} tag={visibilityTags[decision.visibility]} />
          </li>
        ))}
      </ul>
    </section>
  ) : null
