import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { asFailure, type Failure, failure } from '#plumbing/failures.ts'
import type { ReadLine } from '#plumbing/import.ts'
import { fileOfBytes, type ImportFile } from '#plumbing/import-file.ts'
import { headOf } from './file-text.ts'
import type { ReadContract } from './read-contract.ts'
import { readOcds } from './read-ocds.ts'
import { openRegister } from './read-register.ts'
import type { RegisterTable } from './register-tables.ts'
import { isBlank } from './table.ts'
import type { FileToRead, SeenColumn, SeenRow, WholeFile } from './whole-file.ts'

export type ReadingAnswer = { read: WholeFile } | { failure: Failure }

// What is read has to fit into messages and memory: a row is a few hundred characters.
const charactersAtMost = 32 * 1024 * 1024
const cellsToShow = 3
const rowsToShow = 12
const tablesToShow = 5
const cellsInRow = 6
const cellShown = 60

async function read({ name, bytes, linesAtMost, ...options }: FileToRead): Promise<WholeFile> {
  const file = fileOfBytes(name, bytes)
  if (await isJson(file)) return { lines: await allOf(readOcds(file), linesAtMost), register: null }
  const register = await openRegister(file, { ...options, isForLooking: true })
  return {
    lines: await allOf(register.lines(), linesAtMost),
    register: { columns: columnsOf(register.tables), rows: register.tables.flatMap(rowsOf) },
  }
}

const isJson = async (file: ImportFile) => /^\s*[{[]/.test(new TextDecoder().decode(await headOf(file, 512)))

async function allOf(lines: AsyncIterable<ReadLine<ReadContract>>, linesAtMost: number) {
  const all: ReadLine<ReadContract>[] = []
  let characters = 0
  for await (const line of lines) {
    if (all.length === linesAtMost)
      throw failure(
        'invalid',
        `The file has more than ${linesAtMost.toLocaleString('en-GB')} lines: ask those who run this site to take it in.`,
      )
    const kept = withoutRest(line)
    characters += JSON.stringify(kept).length
    if (characters > charactersAtMost)
      throw failure('too-large', 'The file says too much: ask those who run this site to take it in.')
    all.push(kept)
  }
  return all
}

/** What else stood in a line is neither shown nor kept. */
const withoutRest = (line: ReadLine<ReadContract>): ReadLine<ReadContract> =>
  'row' in line
    ? { ...line, row: { ...line.row, raw: {} } }
    : { line: line.line, refusal: line.refusal.slice(0, 1000) }

/** The sheets of a file mostly have the same headings. */
const columnsOf = (tables: RegisterTable[]): SeenColumn[] => [
  ...new Map(tables.flatMap(columnsIn).map(column => [column.heading, column])).values(),
]

function columnsIn({ headings: { columns, line }, rows }: RegisterTable): SeenColumn[] {
  const fieldOf = new Map(Object.entries(columns.fields).map(([field, column]) => [column, field]))
  const below = rows.filter(row => row.line > line)
  return columns.headings.map((heading, at) => ({
    heading,
    field: fieldOf.get(at) ?? (columns.contacts.includes(at) ? 'contact' : 'aside'),
    cells: below.flatMap(({ cells }) => shown(cells[at] ?? '') || []).slice(0, cellsToShow),
  }))
}

const rowsOf = ({ table, at, headings, rows }: RegisterTable, index: number): SeenRow[] =>
  index < tablesToShow
    ? rows
        .filter(row => !isBlank(row))
        .slice(0, rowsToShow)
        .map(({ line, cells }) => ({
          table: at,
          line,
          sheet: table.name,
          cells: cells.flatMap(cell => shown(cell) || []).slice(0, cellsInRow),
          isHeadings: line === headings.line,
        }))
    : []

const shown = (cell: string) =>
  cell
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, cellShown)
    .toWellFormed()

async function answer(): Promise<ReadingAnswer> {
  try {
    return { read: await read(workerData) }
  } catch (error) {
    const known = asFailure(error)
    if (!known) throw error
    return { failure: known }
  }
}

// Linux counts the niceness of each thread by itself: pages go first.
if (process.platform === 'linux') setPriority(10)

parentPort!.postMessage(await answer())
