import { countOf } from '#ui/money.ts'
import type { Column, LoadedChart } from './chart.ts'
import { byRegion, byType, groupsOf, isUnheard, type PresentCouncil, presenceRow } from './missing.ts'

const columnsFor = (key: string, label: string): Column[] => [
  { key, label },
  { key: 'heard_from', label: 'Heard from', holds: 'count', isBar: true },
  { key: 'not_yet', label: 'Not yet', holds: 'count', isBar: true },
  { key: 'with_an_account', label: 'With an account', holds: 'count' },
  { key: 'with_a_problem', label: 'With a problem', holds: 'count' },
  { key: 'with_own_contracts_or_systems', label: 'With its own contracts or systems', holds: 'count' },
]

const ifNone = {
  says: 'No council of today is among what you chose.',
  label: 'All councils',
  href: '/councils',
}

/** Who is here, and who is not yet, among the councils that were chosen: by region, by type, and the easily missed. */
export function missingTables(chosen: PresentCouncil[], all: PresentCouncil[]): LoadedChart[] {
  const heard = chosen.filter(council => !isUnheard(council)).length
  const table = (key: string, title: string, label: string, groups: [string, PresentCouncil[]][]) => ({
    key,
    title,
    ifNone,
    table: {
      lead: 'Heard from: it has a problem, a statement, a project or a bid that everyone can read here, or its own register of contracts or list of systems.',
      columns: columnsFor(label.toLowerCase(), label),
      rows: groups.filter(([, councils]) => councils.length > 0).map(presenceRow),
    },
  })
  const regions = table('missing-by-region', 'Who is missing, by region', 'Region', byRegion(chosen))
  const headline = {
    figure: `${heard} of ${countOf(chosen.length, 'council')}`,
    says: 'heard from: with a problem, a project, a bid, or a register of their own here',
  }
  return [
    { ...regions, table: { ...regions.table, headline } },
    table('missing-by-type', 'Who is missing, by type of council', 'Type', byType(chosen)),
    table(
      'missing-small-and-rural',
      'Who is missing, among small and rural councils',
      'Group',
      groupsOf(chosen, all),
    ),
  ]
}
