import { visibilityLabels } from '#features/accounts/index.ts'
import { linkKindLabels, phaseWords, sectionHeadings, stateWords } from '#features/projects/index.ts'
import { formatDate } from '#ui/date.ts'
import { type Difference, differencesOf } from '#ui/differences.tsx'
import { budgetBandLabels, type PlanAct, type PlanParts } from './plan.ts'

export type Version = {
  number: number
  act: PlanAct
  note: string | null
  made_at: Date
  organisation: string
  person_id: string | null
  said: PlanParts
  /** What the version before said; none before the first. */
  before: PlanParts | null
}

type Services = Map<number, { name: string }>

const day = (date: string | null) => (date ? formatDate(date) : '')

const titles: { [Column in keyof PlanParts]?: string } = {
  title: 'Title',
  department: 'Department',
  ...sectionHeadings,
  phase: 'Phase',
  starts_on: 'Start of the phase',
  ends_on: 'Estimated end of the phase',
  finished_on: 'Finished on',
  partners_welcome_until: 'Partners welcome until',
  roles_sought: 'Looking for',
  budget: 'Budget',
  collaboration_level: 'Working with others',
  tags: 'Tags',
  links: 'Code, research and documents',
  service_id: 'Service',
  visibility: 'Who may see it',
  outcome: 'What came of it',
  learned: 'What we learned',
  stop_reason: stateWords.stopped,
}

const columns = Object.keys(titles) as (keyof PlanParts)[]

/** What a version says under one heading, in words. */
function wordsIn(said: PlanParts, column: keyof PlanParts, services: Services): string {
  switch (column) {
    case 'phase':
      return said.phase ? phaseWords[said.phase] : ''
    case 'starts_on':
    case 'ends_on':
    case 'finished_on':
    case 'partners_welcome_until':
      return day(said[column])
    case 'budget':
      return said.budget ? budgetBandLabels[said.budget] : ''
    case 'tags':
      return said.tags.join(', ')
    case 'links':
      return said.links.map(({ kind, label, url }) => `${linkKindLabels[kind]}: ${label}, ${url}`).join('\n')
    case 'service_id':
      return said.service_id === null ? '' : (services.get(said.service_id)?.name ?? '')
    case 'visibility':
      return said.visibility ? visibilityLabels[said.visibility] : ''
    case 'phase_history':
      return ''
    default:
      return said[column] ?? ''
  }
}

/** Under each heading in which a version differs from the one before: how the words changed. */
export const differencesIn = ({ before, said }: Version, services: Services): Difference[] =>
  differencesOf(
    columns.map(column => ({
      title: titles[column]!,
      before: before && wordsIn(before, column, services),
      after: wordsIn(said, column, services),
    })),
  )
