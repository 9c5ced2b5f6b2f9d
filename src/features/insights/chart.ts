import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'

/** What is counted: everything, or what is left after one or several choices. */
export type Scope = {
  /** The organisations of a place or a type, those they were made from included; null for all. */
  organisationIds: string[] | null
  /** Service area. */
  areaId: number | null
  phase: string | null
  supplierId: string | null
}

export const pageNames = ['insights', 'suppliers'] as const
export type PageName = (typeof pageNames)[number]

export type Choice = 'organisations' | 'area' | 'phase' | 'supplier'

/** Words, a figure, a date as 'YYYY-MM-DD', or words with the page behind them. */
export type Cell = string | number | null | { label: string; href: string }

export type Column = {
  /** Its name in the file. */
  key: string
  label: string
  /** Words unless it says else. Money is in whole pounds. */
  holds?: 'count' | 'money' | 'date'
  /** Its cells have a page behind them: the file gets a column more, with the address. */
  isLinked?: true
  /** Drawn as a part of the row's bar. */
  isBar?: true
}

/** Figures with the way they are told: a table, drawn as bars where columns say so, and a file. */
export type ChartTable = {
  /** A sentence on what is counted, and how. */
  lead: string
  columns: Column[]
  rows: Cell[][]
  /** The one figure that stands at the top of the page for it; on a long page a chart without one is folded. */
  headline?: { figure: string; says: string }
}

export type InsightChart = {
  /** Its name in addresses; stays for good. */
  key: string
  title: string
  order: number
  /** For everyone, for suppliers, or for both. */
  shownOn: PageName[]
  /** The choices it can follow; where another one is made it is left out. */
  follows: Choice[]
  load(db: Db, clock: Clock, scope: Scope): Promise<ChartTable>
  /** Said where there is no row: never only that there is nothing. */
  ifNone: { says: string; label: string; href: string }
}

/** A chart with what it shows. */
export type LoadedChart = Pick<InsightChart, 'key' | 'title' | 'ifNone'> & { table: ChartTable }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** Figures of a feature on the pages of insights. */
    insightCharts: InsightChart
  }
}

const choicesIn = ({ organisationIds, areaId, phase, supplierId }: Scope): Choice[] => [
  ...(organisationIds ? (['organisations'] as const) : []),
  ...(areaId !== null ? (['area'] as const) : []),
  ...(phase !== null ? (['phase'] as const) : []),
  ...(supplierId !== null ? (['supplier'] as const) : []),
]

export const canFollow = ({ follows }: Pick<InsightChart, 'follows'>, scope: Scope) =>
  choicesIn(scope).every(choice => follows.includes(choice))

/** Without the parts of bars that no row has: a page shows what there is, its file every column. */
export function withoutEmptyBars<Table extends Pick<ChartTable, 'columns' | 'rows'>>(table: Table): Table {
  const isEmpty = (at: number) => table.columns[at]!.isBar && table.rows.every(row => !row[at])
  const kept = table.columns.flatMap((_, at) => (isEmpty(at) ? [] : [at]))
  return {
    ...table,
    columns: kept.map(at => table.columns[at]!),
    rows: table.rows.map(row => kept.map(at => row[at] ?? null)),
  }
}

const labelOf = (cell: Cell) => (cell !== null && typeof cell === 'object' ? cell.label : cell)
const addressOf = (cell: Cell) => (cell !== null && typeof cell === 'object' ? cell.href : null)

/** Header and rows of its file. */
export function chartFile({ columns, rows }: Pick<ChartTable, 'columns' | 'rows'>): {
  header: string[]
  rows: (string | number | null)[][]
} {
  return {
    header: columns.flatMap(({ key, isLinked }) => (isLinked ? [key, `${key}_page`] : [key])),
    rows: rows.map(row =>
      columns.flatMap(({ isLinked }, at) => {
        const cell = row[at] ?? null
        return isLinked ? [labelOf(cell), addressOf(cell)] : [labelOf(cell)]
      }),
    ),
  }
}

/** The parts of each row's bar, as shares of the longest row: 0 to 1. */
export function barsOf({ columns, rows }: Pick<ChartTable, 'columns' | 'rows'>): number[][] {
  const drawn = columns.flatMap(({ isBar }, at) => (isBar ? [at] : []))
  const parts = rows.map(row => drawn.map(at => (typeof row[at] === 'number' ? row[at] : 0)))
  const longest = Math.max(...parts.map(part => part.reduce((sum, value) => sum + value, 0)), 0)
  return parts.map(part => part.map(value => (longest === 0 ? 0 : value / longest)))
}
