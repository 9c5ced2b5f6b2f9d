import type { Figures } from './measure.ts'
import type { PublishingFigures } from './publishing.ts'

const sides = { ours: 'Pipeline', usual: 'usual stack' }

type Column<Row> = {
  title: string
  of(row: Row): number
  digits: number
  /** More of it is better. */
  isGain?: boolean
}

const line = (name: string, side: string, cells: string[]) =>
  name.padEnd(11) + side.padEnd(13) + cells.map(cell => cell.padStart(13)).join('')

const headLine = <Row>(name: string, columns: Column<Row>[]) =>
  line(
    name,
    '',
    columns.map(({ title }) => title),
  )

/** Figures on both sides, and how many times the usual stack takes what Pipeline takes. */
const rowsOf = <Row>(name: string, columns: Column<Row>[], { ours, usual }: { ours: Row; usual: Row }) => [
  ...(['ours', 'usual'] as const).map(side =>
    line(
      side === 'ours' ? name : '',
      sides[side],
      columns.map(({ of, digits }) => of({ ours, usual }[side]).toFixed(digits)),
    ),
  ),
  line(
    '',
    'ratio',
    columns.map(({ of, isGain }) => {
      const times = of(usual) / of(ours)
      return `${(isGain ? 1 / times : times).toFixed(1)} ×`
    }),
  ),
]

const ofPages: Column<Figures>[] = [
  { title: 'server ms', of: ({ server }) => server, digits: 2 },
  { title: 'database ms', of: ({ database }) => database, digits: 2 },
  { title: 'together ms', of: ({ sum }) => sum, digits: 2 },
  { title: 'requests/s', of: ({ perSecond }) => perSecond, digits: 0, isGain: true },
  { title: 'bytes', of: ({ bytes }) => bytes, digits: 0 },
]

export const pagesHead = headLine('page', ofPages)

export const pageRows = (name: string, both: { ours: Figures; usual: Figures }) =>
  rowsOf(name, ofPages, both).join('\n')

const ofPublishing: Column<PublishingFigures>[] = [
  { title: 'web ms', of: ({ web }) => web, digits: 1 },
  { title: 'worker ms', of: ({ worker }) => worker, digits: 1 },
  { title: 'database ms', of: ({ database }) => database, digits: 1 },
  { title: 'together ms', of: ({ sum }) => sum, digits: 1 },
  { title: 'mail p50 ms', of: ({ half }) => half, digits: 0 },
  { title: 'mail p95 ms', of: ({ most }) => most, digits: 0 },
]

export const publishingTable = (both: { ours: PublishingFigures; usual: PublishingFigures }) =>
  [headLine('to mail', ofPublishing), ...rowsOf('publishing', ofPublishing, both)].join('\n')
