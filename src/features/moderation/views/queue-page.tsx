import { type CuratorQueue, CuratorQueues, type CuratorStanding } from '#features/accounts/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Facts } from '#ui/facts.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { EmptyState } from '#ui/section.tsx'
import type { ModerationCounts, WaitingSubject } from '../case-queries.ts'
import { anotherDecides, type Case } from '../moderation.ts'
import { CaseRow } from './case-row.tsx'
import { factsOf } from './reporting-page.tsx'

type QueuePageProps = {
  waiting: WaitingSubject[]
  /** What waits, as it is now. */
  cases: Case[]
  /** How whoever looks at it stands to each, by the thing's id. */
  standings: Map<string, CuratorStanding>
  counts: ModerationCounts
  queues: CuratorQueue[]
}

/** What waits for a curator, the longest waiting first. */
export const QueuePage = ({ waiting, cases, standings, counts, queues }: QueuePageProps) => {
  const byId = new Map(cases.map(each => [each.subject.id, each]))
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">Moderation</h1>
        {waiting.length === 0 ? (
          <EmptyState title="Nothing waits for you.">
            <p class="govuk-body">
              You get a mail when something does. Meanwhile, <Link href="/moderation/log">read the log</Link>.
            </p>
          </EmptyState>
        ) : (
          <p class="govuk-body-l">The longest waiting stands first.</p>
        )}
        {[...standings.values()].includes('another-decides') && <p class="govuk-body">{anotherDecides}</p>}
        {waiting.map(({ subject, since, reports }) => (
          <CaseRow
            about={byId.get(subject.id)}
            meta={[
              reports === 0 ? 'not shown yet' : countOf(reports, 'report'),
              `since ${formatDate(londonDay(since))}`,
              standings.get(subject.id) === 'another-decides' && 'another curator decides',
            ]}
          />
        ))}
        {waiting.length < counts.waiting && (
          <p class="govuk-body">
            {countOf(counts.waiting - waiting.length, 'more case')} stand behind these and come up as you
            decide.
          </p>
        )}
      </Column>
      <Column share="one-third">
        <CuratorQueues queues={queues} here="/moderation" />
        <Facts facts={factsOf(counts, { forCurators: true })} />
        <p class="govuk-body govuk-!-margin-top-5">
          <Link href="/moderation/log">Log of all decisions</Link>
        </p>
      </Column>
    </Row>
  )
}
