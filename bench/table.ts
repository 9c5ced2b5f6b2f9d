import type { Figures } from './measure.ts'

const sides = { ours: 'Pipeline', usual: 'usual stack' }

const columns: [string, (figures: Figures) => string][] = [
  ['server ms', ({ server }) => server.toFixed(2)],
  ['database ms', ({ database }) => database.toFixed(2)],
  ['together ms', ({ sum }) => sum.toFixed(2)],
  ['requests/s', ({ perSecond }) => perSecond.toFixed(0)],
  ['bytes', ({ bytes }) => bytes.toFixed(0)],
]

const line = (name: string, side: string, cells: string[]) =>
  name.padEnd(8) + side.padEnd(13) + cells.map(cell => cell.padStart(13)).join('')

const times = (usual: number, ours: number) => `${(usual / ours).toFixed(1)} ×`

/** A page's figures on both sides, and how many times the usual stack takes what Pipeline takes. */
export const rowsOf = (name: string, { ours, usual }: { ours: Figures; usual: Figures }) => [
  ...(['ours', 'usual'] as const).map(side =>
    line(
      side === 'ours' ? name : '',
      sides[side],
      columns.map(([, show]) => show({ ours, usual }[side])),
    ),
  ),
  line('', 'ratio', [
    times(usual.server, ours.server),
    times(usual.database, ours.database),
    times(usual.sum, ours.sum),
    times(ours.perSecond, usual.perSecond),
    times(usual.bytes, ours.bytes),
  ]),
]

export const headLine = line(
  'page',
  '',
  columns.map(([title]) => title),
)
