import { createHash } from 'node:crypto'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { csvLines } from './csv.ts'
import type { Db } from './database/database.ts'

export type ExportField = {
  name: string
  /** As in Frictionless Table Schema; in CSV the values of a list stand between bars. */
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'year' | 'list'
  describes: string
}
export type ExportValue = string | number | boolean | Date | string[] | number[] | null
export type ExportRow = Record<string, ExportValue>

/** Public data for all to take: only what its pages show to anyone. */
export type Export = {
  /** Name of the files, e.g. `organisations`. */
  name: string
  describes: string
  fields: ExportField[]
  /** The rows in pages of a few hundred, in an order that stays the same. */
  rows(db: Db): AsyncIterable<ExportRow[]>
}

declare module './feature.ts' {
  interface Slots {
    exports: Export
  }
}

const rowsAtOnce = 500

/** Rows in pages: `read` is given the ids of a page at a time, and answers in any order. */
export async function* inPages<Id extends string | number>(
  ids: Id[],
  read: (ids: Id[]) => Promise<(ExportRow & { id: Id })[]>,
): AsyncGenerator<ExportRow[]> {
  for (let start = 0; start < ids.length; start += rowsAtOnce) {
    const page = ids.slice(start, start + rowsAtOnce)
    const found = new Map((await read(page)).map(row => [row.id, row]))
    yield page.flatMap(id => found.get(id) ?? [])
  }
}

export type ExportedFile = { path: string; bytes: number; hash: string }

const plain = (value: ExportValue | undefined) =>
  value instanceof Date ? value.toISOString() : (value ?? null)

const csvCell = (value: ExportValue | undefined) => {
  const cell = plain(value)
  if (Array.isArray(cell)) return cell.join('|')
  return typeof cell === 'boolean' ? String(cell) : cell
}

/** The table as CSV, piece by piece. */
export async function* exportAsCsv(db: Db, { fields, rows }: Export): AsyncGenerator<string> {
  yield csvLines([fields.map(({ name }) => name)])
  for await (const page of rows(db))
    yield csvLines(page.map(row => fields.map(({ name }) => csvCell(row[name]))))
}

/** The table as a JSON array of objects, piece by piece. */
export async function* exportAsJson(db: Db, { fields, rows }: Export): AsyncGenerator<string> {
  let separator = '['
  for await (const page of rows(db)) {
    for (const row of page) {
      yield `${separator}\n${JSON.stringify(Object.fromEntries(fields.map(({ name }) => [name, plain(row[name])])))}`
      separator = ','
    }
  }
  yield separator === '[' ? '[]\n' : '\n]\n'
}

/** Writes the pieces to a file that has its name only when it is whole. */
export async function writeExport(
  pieces: AsyncIterable<string>,
  folder: string,
  path: string,
): Promise<ExportedFile> {
  const file = await open(join(folder, `${path}.part`), 'w')
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of pieces) {
    bytes += Buffer.byteLength(piece)
    hash.update(piece)
    await file.write(piece)
  }
  await file.close()
  await rename(join(folder, `${path}.part`), join(folder, path))
  return { path, bytes, hash: `sha256:${hash.digest('hex')}` }
}

export const licence = {
  name: 'OGL-UK-3.0',
  title: 'Open Government Licence v3.0',
  path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
}

/** `bytes` and `hash` are known of files, not of what is made when asked for. */
type Resource = {
  path: string
  name: string
  description: string
  fields?: ExportField[]
} & Partial<ExportedFile>

/** The description of all files after the Frictionless Data Package standard. */
export function dataPackage(
  resources: Resource[],
  { homepage, created }: { homepage: string; created: Date },
) {
  return {
    name: 'pipeline',
    title: 'Pipeline: public data',
    description: 'Everything that Pipeline shows to anyone, as tables.',
    homepage,
    created: created.toISOString(),
    licenses: [licence],
    resources: resources.map(({ name, path, description, bytes, hash, fields }) => ({
      name,
      path,
      description,
      format: path.split('.').at(-1),
      mediatype: path.endsWith('.csv') ? 'text/csv' : 'application/json',
      encoding: 'utf-8',
      bytes,
      hash,
      ...(fields && {
        profile: 'tabular-data-resource',
        schema: {
          fields: fields.map(({ name, type, describes }) => ({
            name,
            type: type === 'list' ? 'string' : type,
            description: describes,
          })),
        },
      }),
    })),
  }
}
