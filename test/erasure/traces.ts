import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { writeBackup } from '#plumbing/database/dump.ts'
import { exportAsCsv, exportAsJson } from '#plumbing/export.ts'
import type { Site } from '#plumbing/feature.ts'

/** Everything that the database holds, as a backup would carry it away. */
export async function wholeDump(db: Db): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-traces-'))
  const file = join(folder, 'dump.jsonl.gz')
  try {
    await db.transaction().execute(trx => writeBackup(trx, file, new Date()))
    return gunzipSync(readFileSync(file)).toString('utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Everything that the site gives away as data. */
export async function allExports(db: Db, site: Site): Promise<string> {
  let text = ''
  for (const table of site.slot('exports')) {
    for await (const piece of exportAsCsv(db, table)) text += piece
    for await (const piece of exportAsJson(db, table)) text += piece
  }
  return text
}

/** The lines of a text that hold one of the words, whatever the case; each cut short. */
export const tracesOf = (words: string[], text: string): string[] => {
  const sought = words.map(word => word.toLowerCase())
  return text
    .split('\n')
    .filter(line => sought.some(word => line.toLowerCase().includes(word)))
    .map(line => line.slice(0, 300))
}

/** The tables of a dump that hold one of the words, each once. */
export function tablesWith(words: string[], dump: string): string[] {
  const found = new Set<string>()
  let table = ''
  for (const line of dump.split('\n')) {
    table = /^\{"table":"(\w+)"/.exec(line)?.[1] ?? table
    if (tracesOf(words, line).length > 0) found.add(table)
  }
  return [...found].toSorted()
}

type Column = { table: string; column: string }

/**
 * Every column that says which person: each foreign key to one, and each other uuid that is named like one and points
 * nowhere else.
 */
export async function columnsOfPeople(db: Db): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as "table", a.attname as "column"
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum]
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and (k.confrelid = 'person'::regclass
        or (k.oid is null and a.atttypid = 'uuid'::regtype
          and a.attname ~ '(^|_)(person|people|actor|officer|author|owner|user|member|by)(_id)?$'))
    order by 1, 2`.execute(db)
  return rows
}

/** How often a column names this person. */
export async function countNaming(db: Db, { table, column }: Column, personId: string): Promise<number> {
  const { rows } = await sql<{ times: number }>`
    select count(*) as times from ${sql.table(table)} where ${sql.ref(column)} = ${personId}`.execute(db)
  return rows[0]!.times
}
