import { Readable } from 'node:stream'
import { typeLabel } from '#features/organisations/index.ts'
import { findRenewedAddress } from '#features/systems/index.ts'
import { anyone } from '#plumbing/actor.ts'
import { writeCalendar } from '#plumbing/calendar.ts'
import { withChosen } from '#plumbing/choices.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import { csvLines, writeCsv } from '#plumbing/csv.ts'
import type { Db } from '#plumbing/database/database.ts'
import { download, moved, page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { formatCount } from '#ui/money.ts'
import { contractColumns, dayOf, lineOf } from './contract-files.ts'
import { listPresents, type Presents } from './ending-queries.ts'
import { type Asked, countFigures } from './figure-queries.ts'
import { type FacetRow, listRows } from './horizon-queries.ts'
import {
  contractsShown,
  type Dimension,
  dimensions,
  dimensionWords,
  type HorizonFilter,
  type HorizonQuery,
  horizonPath,
  horizonQuery,
  isNarrowed,
  rangeOf,
} from './horizon-query.ts'
import { countKnown, listFittingIds } from './known-queries.ts'
import { findKeptFigures } from './stored-figures.ts'
import { HorizonPage } from './views/horizon-page.tsx'
import { horizonFrom, monthsBetween } from './window.ts'
import { listContracts } from './window-queries.ts'

const mostDays = 1000
const linesAtOnce = 500

async function asked(db: Db, clock: Clock, query: HorizonQuery): Promise<Asked> {
  const today = inLondon(clock.now()).date
  const range = rangeOf(query, today)
  const filter: HorizonFilter = { ...query, ...range }
  return { today, range, filter, presents: await listPresents(db, today) }
}

const kindLabels: Record<string, string> = {
  council: 'Other council',
  'public-body': 'Other public body',
  charity: 'Charity',
  network: 'Network',
  supplier: 'Supplier',
}
const labelOfType = (type: string) => kindLabels[type] ?? typeLabel(type)

const labelOf = (dimension: Dimension, label: string) => (dimension === 'type' ? labelOfType(label) : label)

/** Regions and types with their counts; services, products and suppliers are chosen by the rows, and taken away by name. */
const facetsFrom = (rows: FacetRow[], query: HorizonQuery) =>
  (['region', 'type'] as const).map(dimension => {
    const own = rows.filter(({ facet }) => facet === dimension)
    return {
      name: dimension,
      title: dimensionWords[dimension].title,
      values: withChosen(
        own.map(({ value, contracts }) => ({ value, count: contracts })),
        query[dimension],
      ).map(row => ({ ...row, label: labelOf(dimension, row.value) })),
    }
  })

const chosenFrom = (rows: FacetRow[]) =>
  rows.filter(({ facet }) => facet === 'service' || facet === 'product' || facet === 'supplier')

const horizonPage = get(
  '/horizon',
  {
    access: anyone,
    query: horizonQuery,
    perMinute: 120,
    examples: [
      '/horizon',
      ...dimensions.map(by => `/horizon?by=${by}`),
      '/horizon?service=516&product=none&supplier=none&region=London&type=London+borough&from=2027-01&to=2027-12',
    ],
  },
  async ({ db, clock, query, url }) => {
    const renewed = await findRenewedAddress(db, url)
    if (renewed) return moved(renewed)
    const question = await asked(db, clock, query)
    const { today, range, filter, presents } = question
    const kept = await findKeptFigures(db, query, today)
    const { horizon, counts: counted, windows } = kept?.figures ?? (await countFigures(db, question, query))
    const { facets, ...counts } = counted
    const ids = isNarrowed(query) ? await listFittingIds(db, filter, presents, contractsShown) : []
    const whole = horizonFrom(today)
    return page({
      title: 'Contract horizon',
      description:
        'When the contracts of councils end in the next 36 months, by service, product, supplier, region and type, and which end together.',
      canonical: '/horizon',
      unlisted: isNarrowed(query),
      watch: isNarrowed(query) ? 'of what changes in these contracts' : undefined,
      content: (
        <HorizonPage
          query={query}
          months={monthsBetween(range.from.slice(0, 7), range.to.slice(0, 7))}
          allMonths={monthsBetween(whole.from.slice(0, 7), whole.to.slice(0, 7))}
          horizon={{
            ...horizon,
            ...counts,
            rows: horizon.rows.map(row => ({ ...row, label: labelOf(query.by, row.label) })),
          }}
          windows={windows}
          countedAt={kept?.countedAt}
          facets={facetsFrom(facets, query)}
          chosen={chosenFrom(facets)}
          contracts={await listContracts(db, ids, presents)}
          known={counts.contracts === 0 ? await countKnown(db) : undefined}
        />
      ),
    })
  },
)

const figuresFile = get(
  '/horizon.csv',
  { access: anyone, query: horizonQuery, perMinute: 60, examples: ['/horizon.csv', '/horizon.csv?by=type'] },
  async ({ db, clock, query, url }) => {
    const renewed = await findRenewedAddress(db, url)
    if (renewed) return moved(renewed)
    const { filter, presents } = await asked(db, clock, query)
    const horizon = await listRows(db, { filter, presents, by: query.by, rows: 10_000 })
    return download({
      type: 'text/csv; charset=utf-8',
      filename: `contracts-ending-by-${query.by}.csv`,
      unlisted: true,
      body: writeCsv(
        [`${query.by}_key`, query.by, 'month', 'contracts'],
        horizon.rows.flatMap(({ key, label, months }) =>
          Object.entries(months)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([month, contracts]) => [key, labelOf(query.by, label), month, contracts]),
        ),
      ),
    })
  },
)

async function* contractLines(db: Db, ids: string[], presents: Presents) {
  yield csvLines([contractColumns])
  for (let at = 0; at < ids.length; at += linesAtOnce)
    yield csvLines((await listContracts(db, ids.slice(at, at + linesAtOnce), presents)).map(lineOf))
}

const contractsFile = get(
  '/horizon/contracts.csv',
  { access: anyone, query: horizonQuery, perMinute: 20, examples: ['/horizon/contracts.csv?region=London'] },
  async ({ db, clock, query, url }) => {
    const renewed = await findRenewedAddress(db, url)
    if (renewed) return moved(renewed)
    const { filter, presents } = await asked(db, clock, query)
    const ids = await listFittingIds(db, filter, presents, null)
    return download({
      type: 'text/csv; charset=utf-8',
      filename: 'contracts-that-end.csv',
      unlisted: true,
      body: Readable.from(contractLines(db, ids, presents)),
    })
  },
)

const calendar = get(
  '/horizon.ics',
  { access: anyone, query: horizonQuery, perMinute: 60, examples: ['/horizon.ics?region=London'] },
  async ({ db, clock, config, query, url }) => {
    const renewed = await findRenewedAddress(db, url)
    if (renewed) return moved(renewed)
    const { filter, presents } = await asked(db, clock, query)
    const ids = await listFittingIds(db, filter, presents, mostDays + 1)
    const contracts = await listContracts(db, ids.slice(0, mostDays), presents)
    const isCut = ids.length > mostDays
    return download({
      type: 'text/calendar; charset=utf-8',
      filename: 'contracts-that-end.ics',
      unlisted: true,
      body: writeCalendar({
        name: 'Contracts that end',
        describes: `Last days of contracts in the next 36 months${isCut ? `: the first ${formatCount(mostDays)}. Filter the horizon for a calendar of your own matter` : ''}.`,
        url: new URL(horizonPath(query), config.BASE_URL).href,
        days: contracts.map(contract => dayOf(contract, config.BASE_URL)),
      }),
    })
  },
)

export const routes: Route[] = [horizonPage, figuresFile, contractsFile, calendar]
