import {
  type ColumnMap,
  headOf,
  isColumnField,
  type Mapping,
  mapRegister,
  type ReadContract,
  readOcds,
  readRegister,
} from '#features/contract-reading/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { ReadLine } from '#plumbing/import.ts'
import { fileOfBytes, type ImportFile } from '#plumbing/import-file.ts'
import { type Columns, linesAtMost } from './brought-file.ts'
import { ofOrganisation } from './import-rows.ts'

/** What an uploaded file says; `columns` is null where a file has none. */
export type ReadFile = {
  format: 'register' | 'ocds'
  file: ImportFile
  columns: Columns | null
  lines: ReadLine<ReadContract>[]
}

type Reading = {
  /** The last part of the address of the organisation whose file it is. */
  whose: string
  /** What each column says, as somebody said or as it was remembered. */
  columns: Columns | undefined
}

/** Reads a register or notices as a person sent them; a Failure, in words for them, where it cannot be read at all. */
export async function readUploaded(
  db: Db,
  given: { name: string; bytes: Uint8Array },
  { whose, columns: wanted }: Reading,
): Promise<ReadFile> {
  const file = fileOfBytes(given.name, given.bytes)
  if (await isJson(file)) {
    const lines = await allOf(ofOrganisation(readOcds(file), { db, whose }))
    return { format: 'ocds', file, columns: null, lines }
  }
  const mapping = mappingOf(wanted)
  const maps = await mapRegister(file, mapping)
  const lines = await allOf(ofOrganisation(readRegister(file, { mapping }), { db, whose }))
  return { format: 'register', file, columns: distinct(maps.flatMap(columnsIn)), lines }
}

const isJson = async (file: ImportFile) => /^\s*[{[]/.test(new TextDecoder().decode(await headOf(file, 512)))

const mappingOf = (wanted: Columns = []): Mapping =>
  Object.fromEntries(
    wanted.flatMap(({ heading, field }) =>
      isColumnField(field) || field === 'aside' ? [[heading, field] as const] : [],
    ),
  )

function columnsIn({ headings, fields, contacts }: ColumnMap): Columns {
  const fieldOf = new Map(Object.entries(fields).map(([field, column]) => [column, field]))
  return headings.map((heading, at) => ({
    heading,
    field: fieldOf.get(at) ?? (contacts.includes(at) ? 'contact' : 'aside'),
  }))
}

/** The sheets of a file mostly have the same headings. */
const distinct = (columns: Columns): Columns => [
  ...new Map(columns.map(column => [column.heading, column])).values(),
]

async function allOf(lines: AsyncIterable<ReadLine<ReadContract>>): Promise<ReadLine<ReadContract>[]> {
  const all: ReadLine<ReadContract>[] = []
  for await (const line of lines) {
    if (all.length === linesAtMost)
      throw failure(
        'invalid',
        `The file has more than ${linesAtMost.toLocaleString('en-GB')} lines: ask those who run this site to take it in.`,
      )
    all.push(line)
  }
  return all
}
