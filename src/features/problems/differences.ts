import { visibilityLabels } from '#features/accounts/index.ts'
import { type Difference, differencesOf } from '#ui/differences.tsx'
import { costBandLabels, type ProblemParts } from './problem.ts'

const columnTitles: Record<keyof ProblemParts, string> = {
  title: 'Title',
  happens: 'What happens',
  affected: 'Who is affected',
  evidence: 'How we know',
  evidence_links: 'Links to evidence',
  cost_band: 'What it costs to do nothing, each year',
  cost: 'What makes up the cost',
  tried: 'What was tried',
  service_id: 'Service',
  good_outcome: 'What a good outcome looks like',
  visibility: 'Who may see it',
}

const columns = Object.keys(columnTitles) as (keyof ProblemParts)[]

/** What a version says under one heading, in words; services by their names. */
function wordsIn(said: ProblemParts, column: keyof ProblemParts, services: Map<number, { name: string }>) {
  if (column === 'evidence_links') return said.evidence_links.join('\n')
  if (column === 'cost_band') return said.cost_band ? costBandLabels[said.cost_band] : ''
  if (column === 'visibility') return said.visibility ? visibilityLabels[said.visibility] : ''
  if (column === 'service_id') return said.service_id ? (services.get(said.service_id)?.name ?? '') : ''
  return said[column] ?? ''
}

/** Under each heading in which two versions differ: how the words changed. */
export const differencesIn = (
  before: ProblemParts | null,
  after: ProblemParts,
  services: Map<number, { name: string }>,
): Difference[] =>
  differencesOf(
    columns.map(column => ({
      title: columnTitles[column],
      before: before && wordsIn(before, column, services),
      after: wordsIn(after, column, services),
    })),
  )
