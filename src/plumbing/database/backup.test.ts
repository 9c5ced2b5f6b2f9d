import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { Db } from './database.ts'
import { writeBackup } from './dump.ts'
import { type Engine, engines } from './engines.ts'
import { restoreBackup } from './load.ts'
import { migrate } from './migrate.ts'

const madeAt = new Date('2026-11-21T03:15:00Z')
const embedded = engines[0]!
const none = '00000000-0000-7000-8000-000000000000'

/** Columns of every awkward kind, rows that refer to later rows of the same table, and a number made by the database. */
const awkward = `
  create table awkward (
    id integer generated always as identity primary key,
    above integer references awkward (id),
    says text, doc jsonb, bytes bytea, big bigint, share double precision, exact numeric, days date[], words text[],
    at timestamptz, doubled integer generated always as (id * 2) stored
  )`
const awkwardRows = `
  insert into awkward (above, says, doc, bytes, big, share, exact, days, words, at) values
    (3, E'tab\\t, "quotes", back\\\\slash,\\nnew line, Ynys Môn 🏴 {"table":', 'null', '\\x00ff', 9007199254740993, 0.1, 1.10,
      array['2026-03-29'::date, null], array['a,b', '{c}', 'NULL', null, ''], '2026-10-25 01:30:00.123456+00'),
    (1, null, null, null, null, 'NaN', null, null, '{}', 'infinity'),
    (2, '', '{"n": 1.0, "a": [1, null]}', '\\x', -1, 1e-320, 'NaN', '{}', null, '0044-03-15 BC')`

async function filled(engine: Engine): Promise<Db> {
  const db = await empty(engine)
  await sql
    .raw(
      `${awkwardRows}; insert into awkward (says) select repeat('row ' || n, 50) from generate_series(1, 1000) n`,
    )
    .execute(db)
  await sql`insert into activity (id, kind, subject_kind, subject_id, actor_kind, detail, occurred_at)
    select gen_random_uuid(), 'thing.happened', 'thing', n::text, 'system', '{}', now() from generate_series(1, 30) n`.execute(
    db,
  )
  await sql`delete from activity_outbox where activity_id in (select activity_id from activity_outbox limit 20)`.execute(
    db,
  )
  return db
}

async function empty({ open }: Engine): Promise<Db> {
  const { db, close } = await open(2)
  onTestFinished(close)
  await migrate(db)
  await sql.raw(awkward).execute(db)
  return db
}

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'a.jsonl.gz')
}

const back = (db: Db, file: string) => db.transaction().execute(trx => writeBackup(trx, file, madeAt))

const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString().split('\n')
const rewrite = (file: string, change: (lines: string[]) => string[]) =>
  writeFileSync(file, gzipSync(change(linesOf(file)).join('\n')))
const count = async (db: Db, table: string) =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]!.n

test.each(engines)(
  'a backup of the $name engine is restored on every engine: no difference, no reaction, the same rules',
  async from => {
    const [source, file, again] = [await filled(from), newFile(), newFile()]
    const written = await back(source, file)
    for (const to of engines) {
      const target = await empty(to)
      expect(await restoreBackup(target, file)).toEqual(written)
      await back(target, again)
      expect(linesOf(again).toSorted()).toEqual(linesOf(file).toSorted())
      expect(await count(target, 'activity_outbox')).toBe(10)

      await expect(sql`update activity set kind = 'other'`.execute(target)).rejects.toThrow('never changed')
      await expect(sql`insert into awkward (above) values (99999)`.execute(target)).rejects.toThrow(
        'awkward_above_fkey',
      )
      const { rows } = await sql`insert into awkward (above) values (1) returning id > 1003 as new`.execute(
        target,
      )
      expect(rows).toEqual([{ new: true }])
      await sql`insert into activity values (${none}, 'k', 's', '1', 'system', '{}', now())`.execute(target)
      expect(await count(target, 'activity_outbox')).toBe(11)
    }
  },
)

test('what a migration says is made anew from other tables is left out', async () => {
  const source = await filled(embedded)
  const rows = await count(source, 'awkward')
  await sql`create table worked_out (sum integer); insert into worked_out values (42)`.execute(source)
  const [whole, file] = [newFile(), newFile()]
  await back(source, whole)
  expect(linesOf(whole).join('\n')).toContain('"table":"worked_out"')
  await sql`comment on table worked_out is 'derived'`.execute(source)
  await back(source, file)
  expect(linesOf(file).join('\n')).not.toContain('worked_out')
  const target = await empty(embedded)
  await restoreBackup(target, file)
  expect(await count(target, 'awkward')).toBe(rows)
})

const damage: [string, (lines: string[]) => string[], string][] = [
  ['cut short', lines => lines.slice(0, -40), 'ends too early'],
  ['without its last line', lines => lines.slice(0, -2), 'ends too early'],
  [
    'with a row changed',
    lines => lines.map(line => line.replace('row 500row 500', 'row 501row 500')),
    'awkward was changed',
  ],
  [
    'with a row missing',
    lines => lines.filter(line => !line.includes('row 500row 500')),
    'awkward was changed',
  ],
  [
    'of an unknown migration',
    lines => [lines[0]!.replace('"number":1,', '"number":9999,'), ...lines.slice(1)],
    'migration 9999',
  ],
  [
    'of a changed migration',
    lines => [lines[0]!.replace(/"sha256":"./, '"sha256":"g'), ...lines.slice(1)],
    'is not as it was',
  ],
  [
    'of a later format',
    lines => [lines[0]!.replace('"version":1', '"version":2'), ...lines.slice(1)],
    'version 2',
  ],
  ['that is something else', () => ['hello', ''], 'was not written by'],
]

test('a file that is damaged or foreign, or a database that is not empty, is refused in words; nothing is written', async () => {
  const [source, target, file] = [await filled(embedded), await empty(embedded), newFile()]
  await back(source, file)
  const whole = readFileSync(file)
  await expect(restoreBackup(source, file)).rejects.toThrow('The database is not empty: there are rows in')
  for (const [kind, change, says] of damage) {
    writeFileSync(file, whole)
    rewrite(file, change)
    await expect(restoreBackup(target, file), kind).rejects.toThrow(says)
    expect(await count(target, 'awkward')).toBe(0)
  }
  writeFileSync(file, whole.subarray(0, whole.length / 2))
  await expect(restoreBackup(target, file)).rejects.toThrow('damaged')
  writeFileSync(file, whole)
  await expect(restoreBackup(target, file)).resolves.toMatchObject({ rows: expect.any(Number) })
})

test('a backup that breaks off leaves neither a file nor half of one', async () => {
  const source = await filled(embedded)
  const file = newFile()
  const breaking = source.transaction().execute(trx =>
    writeBackup(trx, file, madeAt, table => {
      if (table === 'awkward') throw new Error('the disk is full')
    }),
  )
  await expect(breaking).rejects.toThrow('the disk is full')
  expect(readdirSync(join(file, '..'))).toEqual([])
})
