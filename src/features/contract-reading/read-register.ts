import type { ReadLine } from '#plumbing/import.ts'
import type { ImportFile } from '#plumbing/import-file.ts'
import type { ColumnMap } from './map-columns.ts'
import { mendRow } from './mend-row.ts'
import type { ReadContract } from './read-contract.ts'
import { rawOf, readRegisterRow, rowReader } from './read-register-row.ts'
import { type RegisterOptions, type RegisterTable, registerTables } from './register-tables.ts'
import { isBlank } from './table.ts'

/** A register whose columns are told apart, before its rows are read. */
export type OpenRegister = { tables: RegisterTable[]; lines(): AsyncIterable<ReadLine<ReadContract>> }

/** How the columns of a register are told apart, one for each table in the file. A file without a line of headings is a Failure. */
export async function openRegister(file: ImportFile, options?: RegisterOptions): Promise<OpenRegister> {
  const tables = await registerTables(file, options)
  return {
    tables,
    async *lines() {
      for (const table of tables) yield* readTable(table, tables.length > 1)
    },
  }
}

/**
 * Reads a council's contract register, CSV or Excel, row by row. Rows that are no contracts are refused by line with the
 * reason; blank ones are passed over. A file without a line of headings is a Failure.
 */
export async function* readRegister(
  file: ImportFile,
  options?: RegisterOptions,
): AsyncIterable<ReadLine<ReadContract>> {
  yield* (await openRegister(file, options)).lines()
}

async function* readTable(
  { table, headings, rows }: RegisterTable,
  isOneOfSeveral: boolean,
): AsyncIterable<ReadLine<ReadContract>> {
  const { columns, line: headingLine, cells: headingCells } = headings
  const sample = rows.filter(({ line }) => line > headingLine).map(({ cells }) => cells)
  const reader = rowReader(columns, sample)
  let remarks = firstRemarks(columns)
  for await (const row of table.rows()) {
    const { line, cells, broken } = row
    if (line <= headingLine) continue
    if (broken) yield { line, refusal: broken }
    if (broken || isBlank(row)) continue
    if (isHeadingsAgain(headingCells, cells)) {
      yield { line, refusal: 'the headings once more', read: rawOf(columns, cells) }
      continue
    }
    const mended = mendRow(columns, cells)
    if ('refusal' in mended) {
      yield { line, refusal: mended.refusal, read: { cells } }
      continue
    }
    const read = readRegisterRow(reader, {
      line,
      cells: mended.cells,
      remarks: [...(isOneOfSeveral ? [`sheet “${table.name}”`] : []), ...mended.remarks],
    })
    if ('row' in read) {
      yield { ...read, remarks: [...remarks, ...(read.remarks ?? [])] }
      remarks = []
    } else yield read
  }
}

/** What holds for all rows is said with the first. */
const firstRemarks = ({ ambiguous, headings, fields }: ColumnMap): string[] => [
  ...ambiguous.map(
    ({ field, headings: [taken, ...others] }) =>
      `columns: “${taken}” is taken for the ${field}; it could be ${others.map(other => `“${other}”`).join(' or ')}`,
  ),
  ...(fields.title === undefined && fields.description !== undefined
    ? [`columns: “${headings[fields.description]}” is taken for the title`]
    : []),
]

function isHeadingsAgain(headings: string[], cells: string[]): boolean {
  const filled = cells.flatMap((cell, at) => (cell.trim() ? [at] : []))
  const same = filled.filter(at => headings[at]?.toLowerCase().includes(cells[at]!.trim().toLowerCase()))
  return filled.length >= 2 && same.length >= filled.length * 0.7
}
