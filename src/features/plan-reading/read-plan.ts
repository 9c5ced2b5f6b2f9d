import {
  encodingOf,
  headOf,
  isBlank,
  type Table,
  type TableRow,
  tablesOf,
  textIn,
} from '#features/contract-reading/index.ts'
import { failure } from '#plumbing/failures.ts'
import { fileOfBytes } from '#plumbing/import-file.ts'
import { headingsIn } from './plan-columns.ts'
import { type Choices, linesAtMost, type ReadPlan } from './plan-file.ts'
import { readPlanJson } from './plan-json.ts'
import { linesBelow } from './table-lines.ts'

/** A file to read; `today` is the day on which it is read. */
export type PlanToRead = { name: string; bytes: Uint8Array; choices: Choices; today: string }

const rowsAtMost = 5000

async function rowsOf(table: Table): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of table.rows()) {
    if (rows.length === rowsAtMost) break
    if (!isBlank(row) || row.broken) rows.push(row)
  }
  return rows
}

/** Reads a plan: JSON of a board or repository, or else the first table that has headings. */
export async function readPlan({ name, bytes, choices, today }: PlanToRead): Promise<ReadPlan> {
  const file = fileOfBytes(name, bytes)
  const encoding = await encodingOf(file)
  const head = new TextDecoder(encoding).decode(await headOf(file, 512))
  if (/^\s*[{[]/.test(head))
    return bounded(readPlanJson((await Array.fromAsync(textIn(file, encoding))).join(''), choices))
  for (const table of await tablesOf(file)) {
    const rows = await rowsOf(table)
    const headings = headingsIn(rows, choices)
    if (!headings) continue
    const { lines, dropped } = linesBelow(rows, headings, today)
    return bounded({
      kind: 'table',
      name: table.name,
      asked: { columns: headings.columns, groups: [] },
      lines,
      aside: dropped > 0 ? [{ count: dropped, because: 'dropped or cancelled' }] : [],
    })
  }
  throw failure('invalid', 'There is no table in the file: nothing stands under headings.')
}

function bounded(read: ReadPlan): ReadPlan {
  if (read.lines.length > linesAtMost)
    throw failure(
      'invalid',
      `The file has ${read.lines.length.toLocaleString('en-GB')} items, and ${linesAtMost} can be brought in. Bring only the milestones: leave the small steps where they are.`,
    )
  return read
}
