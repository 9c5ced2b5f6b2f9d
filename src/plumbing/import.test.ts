import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { handClock, testDatabase } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'
import { recordActivities } from './activity.ts'
import { operator } from './actor.ts'
import { readCsv, requiredText } from './csv.ts'
import type { Db } from './database/database.ts'
import { createSite } from './feature.ts'
import { type ImportFormat, type ImportOptions, importFile, type RowToWrite } from './import.ts'
import { wholeTextOf } from './import-file.ts'
import { pendingSeeds } from './import-runs.ts'

declare module './activity.ts' {
  interface ActivityKinds {
    'pot.imported': Record<string, never>
  }
}

type Pot = { name: string; colour: string }

/** A format that keeps what it writes in the activities it records, and hears which rows it was given. */
function pots() {
  const given: RowToWrite<Pot>[][] = []
  const format: ImportFormat<Pot> = {
    format: 'pots',
    describes: 'flower pots',
    read: file => readCsv(file, z.object({ name: requiredText, colour: requiredText }), ['name', 'colour']),
    key: ({ name }) => name,
    write: async (trx, rows, { clock, actor }) => {
      given.push(rows)
      const kept = rows.filter(({ row }) => row.colour !== 'invisible')
      if (rows.some(({ row }) => row.colour === 'infinite'))
        await sql`select 'infinity'::integer`.execute(trx)
      await recordActivities(
        trx,
        clock,
        kept.map(({ row }) => ({
          kind: 'pot.imported',
          subject: { kind: 'pot', id: `${row.name} ${row.colour}` },
          actor,
          detail: {},
        })),
      )
      return rows.map(({ row }) =>
        row.colour === 'invisible'
          ? { refusal: 'cannot be seen' }
          : {
              subjectId: `id of ${row.name}`,
              remarks: row.colour === 'mauve' ? ['mauve is not a colour here'] : [],
            },
      )
    },
  }
  return { given, site: createSite([{ name: 'test', imports: [format as ImportFormat] }]) }
}

async function imports() {
  const { given, site } = pots()
  const db = await testDatabase()
  const clock = handClock()
  const take = (text: string, more?: Partial<ImportOptions>) =>
    takeIn(db, { site, clock, format: 'pots', text, ...more })
  return { db, given, take }
}

const potsIn = async (db: Db) => {
  const rows = await db
    .selectFrom('activity')
    .select('subject_id')
    .where('kind', '=', 'pot.imported')
    .orderBy('subject_id')
    .execute()
  return rows.map(({ subject_id }) => subject_id)
}
const tracesIn = async (db: Db) => ({
  pots: await potsIn(db),
  records: (await db.selectFrom('imported_record').select('key').where('format', '=', 'pots').execute())
    .length,
  runs: (await db.selectFrom('import_run').select('id').where('format', '=', 'pots').execute()).length,
})

const three = 'name,colour\na,red\nb,green\nc,blue\n'

test('a bad row is refused by its line number and the good ones go in', async () => {
  const { db, take } = await imports()
  const report = await take('name,colour\na,red\n,green\nb,\nc,invisible\nd,mauve\na,blue\n')
  expect(report.counts).toEqual({ added: 2, changed: 0, unchanged: 0, refused: 4 })
  const read = (name: string, colour: string) => ({ read: { name, colour } })
  expect(report.lines).toEqual([
    { line: 2, key: 'a', outcome: 'added', remarks: [], ...read('a', 'red') },
    { line: 3, outcome: 'refused', remarks: ['name is empty'], ...read('', 'green') },
    { line: 4, outcome: 'refused', remarks: ['colour is empty'], ...read('b', '') },
    { line: 5, key: 'c', outcome: 'refused', remarks: ['cannot be seen'], ...read('c', 'invisible') },
    { line: 6, key: 'd', outcome: 'added', remarks: ['mauve is not a colour here'], ...read('d', 'mauve') },
    { line: 7, key: 'a', outcome: 'refused', remarks: ['a stands twice in the file'], ...read('a', 'blue') },
  ])
  expect(await potsIn(db)).toEqual(['a red', 'd mauve'])
})

test('a NUL character, which PostgreSQL cannot store, is a refused row and not an error', async () => {
  const { take } = await imports()
  const report = await take('name,colour\na,re\0d\nb,green\n')
  expect(report.counts).toMatchObject({ added: 1, refused: 1 })
  expect(report.lines[0]).toMatchObject({ line: 2, remarks: ['holds a NUL character'] })
})

test('the same file twice changes nothing the second time', async () => {
  const { db, given, take } = await imports()
  await take(three)
  expect((await take(three)).counts).toEqual({ added: 0, changed: 0, unchanged: 3, refused: 0 })
  expect(given).toHaveLength(1)
  expect(await potsIn(db)).toEqual(['a red', 'b green', 'c blue'])
})

test('a row that changed is written to the same subject, and only that row', async () => {
  const { given, take } = await imports()
  await take(three)
  const report = await take(three.replace('green', 'yellow'))
  expect(report.counts).toEqual({ added: 0, changed: 1, unchanged: 2, refused: 0 })
  expect(given[1]).toMatchObject([{ line: 3, row: { name: 'b', colour: 'yellow' }, subjectId: 'id of b' }])
})

test('a dry run reports what would happen and leaves no trace', async () => {
  const { db, take } = await imports()
  const dry = await take(three, { dryRun: true })
  expect(dry.counts.added).toBe(3)
  expect(await tracesIn(db)).toEqual({ pots: [], records: 0, runs: 0 })
  expect((await take(three)).counts.added).toBe(3)
})

test('all or nothing takes nothing in for one bad line, and everything without', async () => {
  const { db, take } = await imports()
  const refused = await take(`${three}d,\n`, { allOrNothing: true })
  expect(refused.counts).toMatchObject({ refused: 1 })
  expect(await tracesIn(db)).toEqual({ pots: [], records: 0, runs: 0 })
  await take(three, { allOrNothing: true })
  expect(await tracesIn(db)).toMatchObject({ records: 3, runs: 1 })
})

test('an import that breaks off keeps what it said was in, and goes on from there the next time', async () => {
  const { db, given, take } = await imports()
  const many = `name,colour\n${Array.from({ length: 250 }, (_, n) => `pot ${n},red\n`).join('')}`
  const said: number[] = []
  const breaking = take(many, {
    onProgress: ({ rows }) => {
      said.push(rows)
      if (rows === 200) throw new Error('the plug was pulled')
    },
  })
  await expect(breaking).rejects.toThrow('the plug was pulled')
  expect(said).toEqual([100, 200])
  expect(await potsIn(db)).toHaveLength(200)
  expect((await take(many)).counts).toEqual({ added: 50, changed: 0, unchanged: 200, refused: 0 })
  expect(given.at(-1)).toHaveLength(50)
  expect(await potsIn(db)).toHaveLength(250)
})

test('a format that does not exist, or a file without its columns, is refused in words', async () => {
  const { take } = await imports()
  await expect(take(three, { format: 'pans' })).rejects.toThrow('There is no format “pans”. There are: pots.')
  await expect(take('name\na\n')).rejects.toThrow('The file lacks the column colour.')
})

test('what ships with the product is pending until it was taken in to the end, and again when its file changes', async () => {
  const db = await testDatabase()
  const lines: ImportFormat<string> = {
    format: 'lines',
    describes: 'lines of text',
    async *read(file) {
      const rows = new Set((await wholeTextOf(file)).split('\n'))
      yield* [...rows].map((row, at) => ({ line: at + 1, row }))
    },
    key: row => row,
    write: async (_, rows) => rows.map(({ row }) => ({ subjectId: row })),
  }
  const seed = { format: 'lines', file: '.env.example', source: { name: 'us', asOf: '2026-11-21' } }
  const site = createSite([{ name: 'test', imports: [lines as ImportFormat], seeds: [seed] }])
  const [pending] = await pendingSeeds(db, site)
  await importFile(db, site, handClock(), { ...pending!, actor: operator })
  expect(await pendingSeeds(db, site)).toEqual([])

  const changeRun = (run: { sha256?: string; finished_at?: null }) =>
    db.updateTable('import_run').set(run).where('format', '=', 'lines').execute()
  await changeRun({ finished_at: null })
  expect(await pendingSeeds(db, site)).toHaveLength(1)
  await importFile(db, site, handClock(), { ...pending!, actor: operator })
  expect(await pendingSeeds(db, site)).toEqual([])
  await changeRun({ sha256: 'of an older file' })
  expect(await pendingSeeds(db, site)).toHaveLength(1)
})

test('a row that the database does not take is refused by itself, the rows about it go in', async () => {
  const { db, take } = await imports()
  const report = await take('name,colour\na,red\nb,infinite\nc,blue\nd,green')
  expect(report.counts).toMatchObject({ added: 3, refused: 1 })
  expect(report.lines[1]).toMatchObject({ line: 3, outcome: 'refused' })
  expect(await potsIn(db)).toEqual(['a red', 'c blue', 'd green'])
})

test('a dry run of a kind of file that foresees asks it and writes nothing', async () => {
  const db = await testDatabase()
  const asked: number[] = []
  const tins: ImportFormat<string> = {
    format: 'tins',
    describes: 'tins, one a line',
    async *read(file, { whose }) {
      const rows = (await wholeTextOf(file)).split('\n')
      yield* rows.map((row, at) => ({ line: at + 1, row: `${row} of ${whose}`, remarks: ['rusty'] }))
    },
    key: row => row,
    write: async () => {
      throw new Error('a dry run wrote')
    },
    foresee: async (_, rows) => {
      asked.push(rows.length)
      return rows.map(({ row }) => (row.startsWith('x') ? { refusal: 'leaks' } : { outcome: 'changed' }))
    },
  }
  const site = createSite([{ name: 'test', imports: [tins as ImportFormat] }])
  const text = [...Array.from({ length: 120 }, (_, n) => `tin ${n}`), 'x'].join('\n')
  const { counts, lines } = await takeIn(db, { site, format: 'tins', text, whose: 'us', dryRun: true })
  expect(asked).toEqual([100, 21])
  expect(counts).toEqual({ added: 0, changed: 120, unchanged: 0, refused: 1 })
  expect(lines.at(-1)).toEqual({
    line: 121,
    key: 'x of us',
    outcome: 'refused',
    remarks: ['leaks', 'rusty'],
    read: 'x of us',
  })
})
