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

export type ExportedFile = { path: string; bytes: number; hash: string }

const plain = (value: ExportValue | undefined) =>
  value instanceof Date ? value.toISOString() : (value ?? null)

const csvCell = (value: ExportValue | undefined) => {
  const cell = plain(value)
  if (Array.isArray(cell)) return cell.join('|')
  return typeof cell === 'boolean' ? String(cell) : cell
}

async function openOutput(folder: string, path: string) {
  const file = await open(join(folder, `${path}.part`), 'w')
  const hash = createHash('sha256')
  let bytes = 0
  return {
    write: async (text: string) => {
      bytes += Buffer.byteLength(text)
      hash.update(text)
      await file.write(text)
    },
    close: async (): Promise<ExportedFile> => {
      await file.close()
      await rename(join(folder, `${path}.part`), join(folder, path))
      return { path, bytes, hash: `sha256:${hash.digest('hex')}` }
    },
  }
}

/** Writes `NAME.csv` and `NAME.json` into the folder; returns both files and the number of rows. */
export async function writeExport(db: Db, { name, fields, rows }: Export, folder: string) {
  const names = fields.map(field => field.name)
  const csv = await openOutput(folder, `${name}.csv`)
  const json = await openOutput(folder, `${name}.json`)
  let count = 0
  await csv.write(csvLines([names]))
  await json.write('[')
  for await (const page of rows(db)) {
    await csv.write(csvLines(page.map(row => names.map(field => csvCell(row[field])))))
    const objects = page.map(row =>
      JSON.stringify(Object.fromEntries(names.map(field => [field, plain(row[field])]))),
    )
    for (const object of objects) {
      await json.write(`${count === 0 ? '' : ','}\n${object}`)
      count += 1
    }
  }
  await json.write('\n]\n')
  return { rows: count, csv: await csv.close(), json: await json.close() }
}

export const licence = {
  name: 'OGL-UK-3.0',
  title: 'Open Government Licence v3.0',
  path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
}

type Resource = ExportedFile & { name: string; description: string; fields?: ExportField[] }

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
