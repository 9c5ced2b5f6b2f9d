import { organisationPath } from '#features/organisations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import {
  listCountsByPhase,
  listCountsByPlace,
  listCountsByService,
  listUnderWay,
  type StateCount,
} from './insight-queries.ts'
import { type Phase, phases, phaseWords, type State, states, stateWords } from './project.ts'

type Chart = Slots['insightCharts']

const ifNone = { says: 'No project is here yet', label: 'Plan a project', href: '/plans/new' }
const follows: Chart['follows'] = ['organisations', 'area', 'phase']
const rowsAtMost = 30

const stateColumns = states.map(state => ({
  key: state,
  label: stateWords[state],
  holds: 'count' as const,
  isBar: true as const,
}))

const of = (counts: StateCount[], ...wanted: State[]) =>
  counts.filter(({ state }) => wanted.includes(state)).reduce((sum, { count }) => sum + count, 0)

const stateCells = (counts: StateCount[]) => states.map(state => of(counts, state))

/** One row for each thing, what has most first. */
function rowsBy(counts: StateCount[], name: (first: StateCount) => string | { label: string; href: string }) {
  return [...Map.groupBy(counts, ({ id, label }) => id ?? label)]
    .map(([, group]) => group)
    .toSorted(
      (a, b) =>
        of(b, ...states) - of(a, ...states) || (a[0]!.label ?? '').localeCompare(b[0]!.label ?? '', 'en-GB'),
    )
    .slice(0, rowsAtMost)
    .map(group => [name(group[0]!), ...stateCells(group)])
}

export const projectsByPhase: Chart = {
  key: 'projects-by-phase',
  shownOn: ['insights'],
  title: 'Projects by phase and state',
  order: 30,
  follows,
  ifNone,
  load: async (db, _clock, scope) => {
    const counts = await listCountsByPhase(db, scope)
    const byPhase = Map.groupBy(counts, ({ id }) => id)
    const inOrder = [...phases, null].filter(phase => byPhase.has(phase))
    return {
      lead: 'In the phase they were in when last heard of. “No later news”: their sources say nothing since.',
      columns: [{ key: 'phase', label: 'Phase', isLinked: true }, ...stateColumns],
      rows: inOrder.map(phase => [
        phase === null ? 'Not said' : { label: phaseWords[phase as Phase], href: `/projects?phase=${phase}` },
        ...stateCells(byPhase.get(phase)!),
      ]),
      headline: {
        figure: countOf(of(counts, 'planned', 'live'), 'project'),
        says: `planned or under way, of ${countOf(of(counts, ...states), 'project')} here`,
      },
    }
  },
}

export const projectsByService: Chart = {
  key: 'projects-by-service',
  shownOn: ['insights'],
  title: 'Projects by service',
  order: 32,
  follows,
  ifNone: { ...ifNone, says: 'No project here is about a service yet' },
  load: async (db, _clock, scope) => ({
    lead: 'A project about several services counts for each. Those about technology in general are about none.',
    columns: [
      scope.areaId === null
        ? { key: 'service_area', label: 'Service area', isLinked: true }
        : { key: 'service', label: 'Service', isLinked: true },
      ...stateColumns,
    ],
    rows: rowsBy(await listCountsByService(db, scope), ({ id, label }) => ({
      label: label!,
      href: scope.areaId === null ? `/services/areas/${id}` : `/services/${id}`,
    })),
  }),
}

export const projectsByPlace: Chart = {
  key: 'projects-by-place',
  shownOn: ['insights'],
  title: 'Projects by place',
  order: 34,
  follows,
  ifNone,
  load: async (db, _clock, scope) => ({
    lead:
      scope.organisationIds === null
        ? 'By who leads it; what others take part in stands under its leader.'
        : 'By who leads it. “With a partner from here”: it is led from elsewhere, and organisations from here only take part.',
    columns: [
      scope.organisationIds === null
        ? { key: 'region', label: 'Region' }
        : { key: 'organisation', label: 'Organisation', isLinked: true },
      ...stateColumns,
    ],
    rows: rowsBy(await listCountsByPlace(db, scope), ({ id, label }) =>
      id === null ? (label ?? 'Not of one region') : { label: label!, href: organisationPath(id) },
    ),
  }),
}

export const projectsUnderWay: Chart = {
  key: 'projects-under-way',
  shownOn: ['insights', 'suppliers'],
  title: 'Planned and under way',
  order: 36,
  follows,
  ifNone: { says: 'Nothing is planned or under way here just now', label: 'All projects', href: '/projects' },
  load: async (db, _clock, scope) => ({
    lead: 'The newest first.',
    columns: [
      { key: 'project', label: 'Project', isLinked: true },
      { key: 'organisation', label: 'Led by' },
      { key: 'phase', label: 'Phase' },
      { key: 'partners_welcome_until', label: 'Partners until', holds: 'date' },
    ],
    rows: (await listUnderWay(db, scope, rowsAtMost)).map(
      ({ title, slug, organisation, phase, partners_welcome_until }) => [
        { label: title, href: `/projects/${slug}` },
        organisation,
        phase && phaseWords[phase],
        partners_welcome_until,
      ],
    ),
  }),
}
