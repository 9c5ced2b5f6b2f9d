import { type CuratorQueue, CuratorQueues } from '#features/accounts/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { mergePath, mergesPath, type Sides, stateWords } from '../merge.ts'
import type { Merge } from '../merge-queries.ts'

interface MergesPageProps {
  proposed: Merge[]
  ended: Merge[]
  sides: Map<string, Sides>
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

/** What curators proposed to merge, and what came of it. */
export const MergesPage = ({ proposed, ended, sides, queues }: MergesPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Problems said to be the same</h1>
      {proposed.length === 0 ? (
        <EmptyState title="No proposal waits for an answer.">
          <p class="govuk-body">
            You propose one on the page of either problem. <Link href="/problems">Look at the problems</Link>.
          </p>
        </EmptyState>
      ) : (
        <p class="govuk-body-l">The owners of both decide. You can take a proposal back.</p>
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
