import { z } from 'zod'
import { anyone } from '#plumbing/actor.ts'
import { writeCsv } from '#plumbing/csv.ts'
import { failure } from '#plumbing/failures.ts'
import { download, moved, page } from '#plumbing/http/answer.ts'
import { get, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { chartFile, type PageName } from './chart.ts'
import { findCountedPage } from './chart-queries.ts'
import {
  type Choices,
  choicesQuery,
  insightPath,
  insightsPath,
  suppliersPath,
  suppliersViewPath,
} from './choices.ts'
import { findChosen, listOffered } from './chosen-queries.ts'
import { sayChosen } from './places.ts'
import { InsightsPage } from './views/insights-page.tsx'
import { SuppliersPage } from './views/suppliers-page.tsx'

const access = anyone
const perMinute = 60

const way = (title?: string) =>
  title && (
    <Breadcrumbs
      items={[{ label: 'Check', href: '/' }, { label: 'Insights', href: insightsPath }, { label: title }]}
    />
  )

type Asked = Pick<RouteContext, 'db' | 'site' | 'clock'>

async function findPage(context: Asked, choices: Choices, page: PageName) {
  const offered = await listOffered(context.db)
  const chosen = await findChosen(context.db, offered, choices)
  return { offered, chosen, counted: await findCountedPage(context, offered.councils, chosen, page) }
}

async function insights(context: Asked, choices: Choices) {
  const { offered, chosen, counted } = await findPage(context, choices, 'insights')
  const name = sayChosen(chosen)
  return page({
    title: name ? `Insights: ${name}` : 'Insights',
    description: 'What councils need, plan, run and buy, counted from what is public here.',
    canonical: insightPath(choices),
    way: way(name),
    content: <InsightsPage offered={offered} chosen={chosen} counted={counted} />,
  })
}

const forSuppliers = get(
  suppliersPath,
  {
    access,
    perMinute,
    query: choicesQuery.pick({ area: true, region: true, type: true }),
    examples: ['/for-suppliers', '/for-suppliers?area=16&region=london'],
  },
  async context => {
    const { offered, chosen, counted } = await findPage(context, context.query, 'suppliers')
    const name = sayChosen(chosen)
    return page({
      title: name ? `For suppliers: ${name}` : 'For suppliers',
      description:
        'Where councils need the same, what they plan, and when contracts end: in sum, for everyone to read.',
      canonical: suppliersViewPath(context.query),
      content: <SuppliersPage offered={offered} chosen={chosen} counted={counted} />,
    })
  },
)

const overview = get(
  insightsPath,
  {
    access,
    perMinute,
    query: choicesQuery,
    examples: [
      '/insights',
      '/insights?area=16&region=london',
      '/insights?region=wales&type=welsh-unitary-authority',
    ],
  },
  async context => {
    const path = insightPath(context.query)
    // A choice by itself has an address of its own.
    return path.startsWith(`${insightsPath}/`) ? moved(path) : insights(context, context.query)
  },
)

const ofRegion = get(
  '/insights/regions/:slug',
  {
    access,
    perMinute,
    params: slugParams,
    examples: ['/insights/regions/north-west', '/insights/regions/greater-manchester-combined-authority'],
  },
  context => insights(context, { region: context.params.slug }),
)

const ofType = get(
  '/insights/types/:slug',
  { access, perMinute, params: slugParams, examples: ['/insights/types/london-borough'] },
  context => insights(context, { type: context.params.slug }),
)

const ofPhase = get(
  '/insights/phases/:slug',
  { access, perMinute, params: slugParams, examples: ['/insights/phases/alpha'] },
  context => insights(context, { phase: context.params.slug }),
)

const ofSupplier = get(
  '/insights/suppliers/:slug',
  { access, perMinute, params: slugParams, examples: ['/insights/suppliers/dxw'] },
  context => insights(context, { supplier: context.params.slug }),
)

const ofArea = get(
  '/insights/service-areas/:id',
  {
    access,
    perMinute,
    params: z.object({ id: z.coerce.number().int().min(1).max(100_000) }),
    examples: ['/insights/service-areas/16'],
  },
  context => insights(context, { area: context.params.id }),
)

const file = get(
  '/insights/tables/:file',
  {
    access,
    perMinute,
    params: z.object({ file: z.string().regex(/^[a-z-]{1,80}\.csv$/) }),
    query: choicesQuery,
    examples: [
      '/insights/tables/projects-by-phase.csv',
      '/insights/tables/missing-by-region.csv',
      '/insights/tables/demand-by-service.csv',
      '/insights/tables/projects-by-phase.csv?region=london&area=16',
    ],
  },
  async ({ params, query, ...context }) => {
    const key = params.file.replace(/\.csv$/, '')
    const declared = context.site.slot('insightCharts').find(one => one.key === key)
    const { counted } = await findPage(context, query, declared?.shownOn[0] ?? 'insights')
    const chart = counted.charts.find(one => one.key === key)
    if (!chart) throw failure('absent', '')
    const { header, rows } = chartFile(chart.table)
    return download({
      type: 'text/csv; charset=utf-8',
      filename: `pipeline-${params.file}`,
      body: writeCsv(header, rows),
    })
  },
)

export const routes: Route[] = [overview, ofRegion, ofType, ofPhase, ofSupplier, ofArea, file, forSuppliers]
