import { type CuratorQueue, CuratorQueues } from '#features/accounts/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { Suggestion } from '../compared-queries.ts'
import { mergePath, mergesPath, type Sides, stateWords } from '../merge.ts'
import type { Merge } from '../merge-queries.ts'
import { Suggestions } from './suggestions.tsx'

interface MergesPageProps {
  proposed: Merge[]
  ended: Merge[]
  sides: Map<string, Sides>
  /** The nearest of so many pairs on which nobody has decided. */
  suggestions: Suggestion[]
  suggestionCount: number
  queues: CuratorQueue[]
}

const MergeRow = ({ merge, sides: { goes, stays } }: { merge: Merge; sides: Sides }) => (
  <ResultRow
    title={`${goes.problem.title}, into ${stays.problem.title}`}
    href={mergePath(merge.id)}
    who={goes.owner.id === stays.owner.id ? goes.owner.name : `${goes.owner.name}, ${stays.owner.name}`}
    meta={[stateWords[merge.state].toLowerCase(), `proposed on ${formatDate(londonDay(merge.proposed_at))}`]}
  />
)

/** What curators may propose to merge, what they proposed, and what came of it. */
export const MergesPage = (props: MergesPageProps) => {
  const { proposed, ended, sides, suggestions, suggestionCount, queues } = props
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">Problems said to be the same</h1>
        <Suggestions suggestions={suggestions} count={suggestionCount} />
        {proposed.length === 0 ? (
          <EmptyState title="No proposal waits for an answer.">
            <p class="govuk-body">
              You propose one on the page of either problem.{' '}
              <Link href="/problems">Look at the problems</Link>.
            </p>
          </EmptyState>
        ) : (
          <SectionHeading lead="The owners of both decide. You can take a proposal back.">
            Proposed, and waiting for an answer
          </SectionHeading>
        )}
        {proposed.map(merge => (
          <MergeRow merge={merge} sides={sides.get(merge.id)!} />
        ))}
        {ended.length > 0 && (
          <>
            <SectionHeading>What came of earlier ones</SectionHeading>
            {ended.map(merge => (
              <MergeRow merge={merge} sides={sides.get(merge.id)!} />
            ))}
          </>
        )}
      </Column>
      <Column share="one-third">
        <CuratorQueues queues={queues} here={mergesPath} />
      </Column>
    </Row>
  )
}
