import { type CuratorQueue, CuratorQueues } from '#features/accounts/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState } from '#ui/section.tsx'
import { introductionPath } from '../introduction.ts'
import { headingOf } from '../introduction-words.ts'
import type { Introduction } from '../queries.ts'

interface QueuePageProps {
  waiting: Introduction[]
  suggestionHref: string
  queues: CuratorQueue[]
  here: string
}

/** What was asked and waits: a curator can answer as a critical friend, have others asked again, or bring two together. */
export const QueuePage = ({ waiting, suggestionHref, queues, here }: QueuePageProps) => {
  const friends = waiting.filter(({ asked }) => asked === null)
  const others = waiting.filter(({ asked }) => asked !== null)
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">Questions to meet</h1>
        <p class="govuk-body-l">
          Nobody’s name or address is here. Where a question waits for long, have it asked once more, or think
          of someone else for them.
        </p>
        <Button href={suggestionHref}>Introduce two organisations</Button>
        {waiting.length === 0 && (
          <EmptyState title="Nothing waits for an answer">
            <p class="govuk-body">
              Two organisations that should know each other can be introduced at any time.
            </p>
          </EmptyState>
        )}
        {[
          { heading: 'Asked for a critical friend', rows: friends },
          { heading: 'Waiting for the other side', rows: others },
        ]
          .filter(({ rows }) => rows.length > 0)
          .map(({ heading, rows }) => (
            <section>
              <h2 class="govuk-heading-m">{heading}</h2>
              {rows.map(row => (
                <ResultRow
                  title={headingOf(row)}
                  href={introductionPath(row.id)}
                  headingLevel={3}
                  meta={[
                    row.thing_title,
                    `asked on ${formatDate(londonDay(row.asked_at))}`,
                    row.told_again_at && `again on ${formatDate(londonDay(row.told_again_at))}`,
                  ]}
                />
              ))}
            </section>
          ))}
      </Column>
      <Column share="one-third">
        <CuratorQueues queues={queues} here={here} />
      </Column>
    </Row>
  )
}
