import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { listTables } from '#plumbing/database/dump-tables.ts'
import { fileAt } from '#plumbing/import-file.ts'
import { inRoot } from '#plumbing/root.ts'
import { site } from '../../src/features.ts'

export const progress = /^pipeline: ([a-z-]+): (\d+) rows in/

type Acknowledged = { formats: string[]; keys: string[] }

const nameOf = ({ format, key }: { format: string; key: string }) => `${format} ${key}`

/** All records that are in. Progress counts lines that were read, and some are refused only when they are written. */
export const listKept = async (db: Db) =>
  new Set((await db.selectFrom('imported_record').select(['format', 'key']).execute()).map(nameOf))

/** The records of which the lines of an import say that they are safely in, of those that an undisturbed one keeps. */
export async function acknowledgedIn(
  db: Db,
  lines: Iterable<string>,
  kept: Set<string>,
): Promise<Acknowledged> {
  const farthest = new Map<string, number>()
  for (const line of lines) {
    const [, format, done] = progress.exec(line) ?? []
    if (format) farthest.set(format, Math.max(Number(done), farthest.get(format) ?? 0))
  }
  const records: { format: string; key: string }[] = []
  for (const { format, file } of site.slot('seeds')) {
    const known = site.slot('imports').find(({ format: name }) => name === format)!
    const read = await Array.fromAsync(known.read(fileAt(inRoot(file)), { db }))
    const rows = read.flatMap(line => ('row' in line ? [line.row] : []))
    for (const row of rows.slice(0, farthest.get(format) ?? 0)) {
      const record = { format, key: known.key(row) }
      if (kept.has(nameOf(record))) records.push(record)
    }
  }
  return { formats: records.map(({ format }) => format), keys: records.map(({ key }) => key) }
}

/** How many of them are not there, or not what they are about. */
export async function countLost(db: Db, { formats, keys }: Acknowledged): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with subject (id) as (
      select id::text from organisation union all select id::text from work
      union all select id::text from service union all select id::text from service_area
      union all select id::text from synonym_ring union all select id::text from product
      union all select id::text from system union all select id::text from contract
      -- A name that stands for nobody is about itself.
      union all select key from imported_record where format = 'organisation-names')
    select count(*) as n from unnest(${formats}::text[], ${keys}::text[]) as acknowledged (format, key)
    where not exists (
      select from imported_record join subject on subject.id = subject_id
      where imported_record.format = acknowledged.format and imported_record.key = acknowledged.key)`.execute(
    db,
  )
  return rows[0]!.n
}

/** What tells one record from another for a person; ids, slugs and paths would differ in a double. */
const naturalKeys = {
  organisation: 'kind, name, status, starts_on',
  project: 'title, organisation_as_published, dated_on',
  fund_application: 'kind, title, organisation_as_published, round',
  notice: 'number',
  product: 'name, supplier_id',
}

export async function countTwice(db: Db): Promise<number> {
  let twice = 0
  for (const [table, key] of Object.entries(naturalKeys)) {
    const { rows } = await sql<{ n: number }>`
      select count(*) - count(distinct (${sql.raw(key)})) as n from ${sql.table(table)}`.execute(db)
    twice += rows[0]!.n
  }
  return twice
}

/** Pairs of an activity and a reaction to it that was not done. */
export async function countWithoutReaction(db: Db): Promise<number> {
  const expected = site
    .slot('activities')
    .flatMap(kind =>
      site
        .slot('reactions')
        .flatMap(({ name, to }) => (to(kind, site) ? [{ kind, queue: `reaction:${name}` }] : [])),
    )
  const { rows } = await sql<{ n: number }>`
    select count(*) as n
    from activity join unnest(${expected.map(({ kind }) => kind)}::text[], ${expected.map(({ queue }) => queue)}::text[])
      as expected (kind, queue) on expected.kind = activity.kind
    where not exists (
      select from job where job.queue = expected.queue and job.key = activity.id::text and done_at is not null)`.execute(
    db,
  )
  return rows[0]!.n
}

/** Tables of how it went rather than of what is there. */
const ofTheRun = ['import_run', 'job', 'rate_limit']
/** Weights of the search: they follow what was written with a tolerance, so only their number is told. */
const weighed = ['search_posting', 'search_statistics', 'search_term']
const madeByTheRun =
  '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[\\d.]+[+-]\\d\\d:\\d\\d'

/** Rows of each table, and a hash of what stands in them, whatever ids and instants it got. */
export async function describeTables(db: Db) {
  const tables: Record<string, { rows: number; hash?: string | null }> = {}
  for (const { name } of await listTables(db)) {
    if (ofTheRun.includes(name)) continue
    const { rows } = await sql<{ rows: number; hash: string | null }>`
      select count(*) as rows, md5(string_agg(line, E'\\n' order by line collate "C")) as hash
      from (select regexp_replace((to_jsonb(t) - array['id', 'document_id'])::text, ${madeByTheRun}, '', 'g') as line
        from ${sql.table(name)} as t) as lines`.execute(db)
    tables[name] = weighed.includes(name) ? { rows: rows[0]!.rows } : rows[0]!
  }
  return tables
}
