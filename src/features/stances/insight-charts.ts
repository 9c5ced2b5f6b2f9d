import { organisationPath } from '#features/organisations/index.ts'
import { problemPath } from '#features/problems/index.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { type Demand, listDemand, listHeldInCommon } from './count-queries.ts'

const rowsAtMost = 20

export const problemsInCommon: Slots['insightCharts'] = {
  key: 'problems-in-common',
  shownOn: ['insights'],
  title: 'Problems in common',
  order: 14,
  follows: ['organisations', 'area'],
  ifNone: {
    says: 'No problem is shared by two organisations here yet',
    label: 'Say that you have one of these too',
    href: '/problems',
  },
  load: async (db, clock, scope) => {
    const held = await listHeldInCommon(db, inLondon(clock.now()).date, scope, rowsAtMost)
    return {
      lead: 'Open problems that two organisations or more have, by what each of them said in the last year.',
      columns: [
        { key: 'problem', label: 'Problem', isLinked: true },
        { key: 'have_it', label: 'Have it', holds: 'count', isBar: true },
        { key: 'would_fund_or_lead', label: 'Would put money in or lead', holds: 'count' },
        { key: 'fixed_it', label: 'Fixed it', holds: 'count' },
      ],
      rows: held.map(({ title, slug, holders, fixed, offering }) => [
        { label: title, href: problemPath(slug) },
        holders,
        offering,
        fixed,
      ]),
    }
  },
}

/** So few that the sum would tell what each of them pays. */
const fewestSaying = 3

const demandCells = ({ organisations, saying, from, to, isOpenEnded }: Demand) => [
  organisations,
  ...(saying < fewestSaying ? [null, null] : [from, isOpenEnded ? 'no upper end' : to]),
]

const demandColumns = [
  { key: 'organisations', label: 'Organisations', holds: 'count' as const, isBar: true as const },
  { key: 'pounds_a_year_from', label: 'A year, from', holds: 'money' as const },
  { key: 'pounds_a_year_to', label: 'to', holds: 'money' as const },
]

const demandLead =
  'Organisations that say they have an open problem, and what it costs them a year: the bands they gave, summed, where three or more gave one.'

const demandParts = {
  shownOn: ['suppliers' as const],
  follows: ['organisations' as const, 'area' as const],
  ifNone: {
    says: 'No council has written down a problem here yet',
    label: 'See what they planned and bought before',
    href: '/projects',
  },
}

export const demandByService: Slots['insightCharts'] = {
  key: 'demand-by-service',
  title: 'Needs by service',
  order: 10,
  ...demandParts,
  load: async (db, clock, scope) => {
    const demand = await listDemand(db, inLondon(clock.now()).date, scope, 'service')
    const isOfAll = scope.areaId === null
    const pathOf = (id: string) => (isOfAll ? `/services/areas/${id}` : `/services/${id}`)
    return {
      lead: demandLead,
      columns: [
        isOfAll
          ? { key: 'service_area', label: 'Service area', isLinked: true }
          : { key: 'service', label: 'Service', isLinked: true },
        { key: 'problems', label: 'Problems', holds: 'count' },
        ...demandColumns,
      ],
      rows: demand.map(row => [
        row.id === null ? 'No service said' : { label: row.label!, href: pathOf(row.id) },
        row.problems,
        ...demandCells(row),
      ]),
    }
  },
}

export const demandByPlace: Slots['insightCharts'] = {
  key: 'demand-by-place',
  title: 'Needs by place',
  order: 12,
  ...demandParts,
  load: async (db, clock, scope) => {
    const demand = await listDemand(db, inLondon(clock.now()).date, scope, 'place')
    const isOfAll = scope.organisationIds === null
    return {
      lead: demandLead,
      columns: [
        isOfAll
          ? { key: 'region', label: 'Region' }
          : { key: 'organisation', label: 'Organisation', isLinked: true },
        { key: 'problems', label: 'Problems', holds: 'count' },
        ...demandColumns,
      ],
      rows: demand.map(row => [
        isOfAll ? (row.label ?? 'Not of one region') : { label: row.label!, href: organisationPath(row.id!) },
        row.problems,
        ...demandCells(row),
      ]),
    }
  },
}
