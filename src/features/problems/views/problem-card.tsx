import { visibilityTags } from '#features/accounts/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { shortened } from '#ui/shortened.ts'
import type { ListedProblem } from '../list-queries.ts'
import { costBandLabels, problemPath, stateWords } from '../problem.ts'

export const ProblemCard = ({ problem }: { problem: ListedProblem & { figures: string[] } }) => {
  const { slug, title, organisation, service, cost_band, state, published_at, happens, figures, visibility } =
    problem
  return (
    <ResultRow
      title={title}
      href={problemPath(slug)}
      headingLevel={2}
      who={organisation}
      tag={visibilityTags[visibility]}
      meta={[
        ...figures,
        service,
        cost_band && costBandLabels[cost_band],
        state !== 'published' && stateWords[state].toLowerCase(),
        formatDate(londonDay(published_at)),
      ]}
    >
      {shortened(happens)}
    </ResultRow>
  )
}
