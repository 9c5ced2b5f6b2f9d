import { setImmediate } from 'node:timers/promises'
import {
  type HeadingsAt,
  isColumnField,
  type Mapping,
  type ReadContract,
  readWholeFile,
  type SeenColumn,
  type SeenRow,
} from '#features/contract-reading/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { ReadLine } from '#plumbing/import.ts'
import { type Columns, linesAtMost, type Seen } from './brought-file.ts'
import { ofOrganisation } from './import-rows.ts'
import { couldBeIndividual } from './individuals.ts'
import { gap, withoutPersonal } from './left-out.ts'

/** What an uploaded file says; `columns` and `seen` are null where a file has none. */
export type ReadFile = {
  format: 'register' | 'ocds'
  columns: Columns | null
  seen: Seen | null
  lines: ReadLine<ReadContract>[]
}

type Reading = {
  /** The last part of the address of the organisation whose file it is. */
  whose: string
  /** What each column says, as somebody said or as it was remembered. */
  columns: Columns | undefined
  /** The row that somebody said holds the headings. */
  headingsAt?: HeadingsAt
}

/** Reads a register or notices as a person sent them; a Failure, in words for them, where it cannot be read at all. */
export async function readUploaded(
  db: Db,
  { name, bytes }: { name: string; bytes: Uint8Array },
  { whose, columns, headingsAt }: Reading,
): Promise<ReadFile> {
  const wanted = { name, bytes, linesAtMost, mapping: mappingOf(columns), headingsAt }
  const read = await readWholeFile(wanted, whose)
  const { register } = read
  return {
    format: register ? 'register' : 'ocds',
    columns: register?.columns.map(({ heading, field }) => ({ heading, field })) ?? null,
    seen: register && { ...seenOf(register), headingsAt: headingsAt ?? null },
    lines: await Array.fromAsync(ofOrganisation(eachOf(read.lines), { db, whose })),
  }
}

const linesAtOnce = 50

/** Each in its turn, with pages of others in between. */
async function* eachOf<Item>(items: Item[]): AsyncIterable<Item> {
  for (const [at, item] of items.entries()) {
    if (at % linesAtOnce === 0) await setImmediate()
    yield item
  }
}

const mappingOf = (wanted: Columns = []): Mapping =>
  Object.fromEntries(
    wanted.flatMap(({ heading, field }) =>
      isColumnField(field) || field === 'aside' ? [[heading, field] as const] : [],
    ),
  )

const seenOf = ({ columns, rows }: { columns: SeenColumn[]; rows: SeenRow[] }) => ({
  cells: Object.fromEntries(
    columns.map(({ heading, field, cells }) => [heading, field === 'contact' ? [] : cells.map(screened)]),
  ),
  rows: rows.map(row => ({ ...row, cells: row.cells.map(screened) })),
})

const screened = (cell: string) => (couldBeIndividual(cell) ? gap : withoutPersonal(cell).text!)
