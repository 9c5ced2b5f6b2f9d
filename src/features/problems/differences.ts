import { diffWords } from 'diff'
import { visibilityLabels } from '#features/accounts/index.ts'
import { costBandLabels, type ProblemParts } from './problem.ts'

/** A stretch of text that stayed, came or went. */
export type Stretch = { text: string; change: 'added' | 'removed' | null }

/** How one text became another, by words. */
export const differencesBetween = (before: string, after: string): Stretch[] =>
  diffWords(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : null,
  }))

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

/** Under each heading in which two versions differ: how the words changed. Without a version before, all that is said. */
export const differencesOf = (
  before: ProblemParts | null,
  after: ProblemParts,
  services: Map<number, { name: string }>,
): { title: string; stretches: Stretch[] }[] =>
  columns.flatMap(column => {
    const words = wordsIn(after, column, services)
    const earlier = before ? wordsIn(before, column, services) : ''
    if (words === earlier) return []
    const stretches: Stretch[] = before ? differencesBetween(earlier, words) : [{ text: words, change: null }]
    return [{ title: columnTitles[column], stretches }]
  })
