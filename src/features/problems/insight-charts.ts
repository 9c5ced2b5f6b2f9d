import { organisationPath } from '#features/organisations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { listCountsByPlace, listCountsByService, type ProblemCount } from './insight-queries.ts'

type Chart = Slots['insightCharts']

const ifNone = {
  says: 'No problem is here yet',
  label: 'Write down a problem that you have',
  href: '/problems/new',
}

const follows: Chart['follows'] = ['organisations', 'area']

const figures = [
  { key: 'open', label: 'Open', holds: 'count' as const, isBar: true as const },
  { key: 'solved', label: 'Solved', holds: 'count' as const, isBar: true as const },
]

const rowOf = (name: string | { label: string; href: string }, { open, solved }: ProblemCount) => [
  name,
  open,
  solved,
]

const lead =
  'Problems that everyone can read: those nobody has solved yet, and those the council says it has solved.'

export const problemsByService: Chart = {
  key: 'problems-by-service',
  shownOn: ['insights'],
  title: 'Problems by service',
  order: 10,
  follows,
  ifNone,
  load: async (db, _clock, scope) => {
    const counts = await listCountsByService(db, scope)
    const open = counts.reduce((sum, count) => sum + count.open, 0)
    const pathOf = (id: string) => (scope.areaId === null ? `/services/areas/${id}` : `/services/${id}`)
    return {
      lead,
      columns: [
        {
          key: scope.areaId === null ? 'service_area' : 'service',
          label: scope.areaId === null ? 'Service area' : 'Service',
          isLinked: true,
        },
        ...figures,
      ],
      rows: counts.map(count =>
        rowOf(count.id ? { label: count.label, href: pathOf(count.id) } : count.label, count),
      ),
      headline: { figure: countOf(open, 'open problem'), says: 'raised by those who run the services' },
    }
  },
}

export const problemsByPlace: Chart = {
  key: 'problems-by-place',
  shownOn: ['insights'],
  title: 'Problems by place',
  order: 12,
  follows,
  ifNone,
  load: async (db, _clock, scope) => {
    const isOfAll = scope.organisationIds === null
    const counts = await listCountsByPlace(db, scope)
    return {
      lead: isOfAll
        ? 'By the nation or region of the council that raised it.'
        : 'By the council that raised it.',
      columns: [
        isOfAll
          ? { key: 'region', label: 'Region' }
          : { key: 'organisation', label: 'Organisation', isLinked: true },
        ...figures,
      ],
      rows: counts.map(count =>
        rowOf(count.id ? { label: count.label, href: organisationPath(count.id) } : count.label, count),
      ),
    }
  },
}
