import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { OpenDatabase } from './database.ts'
import { engines } from './engines.ts'
import { allMigrations, type Migration, migrate, pendingMigrations } from './migrate.ts'

function project(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

describe('the order of migrations', () => {
  test('is that of their numbers, whatever folder they are in', () => {
    const folder = project({
      'src/features/projects/migrations/0002-projects.sql': '',
      'src/plumbing/migrations/0003-jobs.sql': '',
      'src/features/accounts/migrations/0001-accounts.sql': '',
    })
    expect(allMigrations(folder).map(({ name }) => name)).toEqual(['accounts', 'projects', 'jobs'])
  })

  test('the same number twice is an error that names both files', () => {
    const folder = project({
      'src/features/a/migrations/0001-one.sql': '',
      'src/features/b/migrations/0001-two.sql': '',
    })
    expect(() => allMigrations(folder)).toThrow(/0001-one\.sql and .*0001-two\.sql have the same number/)
  })

  test.each(['1-short.sql', '0001_underscore.sql', '0001-Capital.sql', 'notes.txt'])(
    'a file called %s is an error',
    name => {
      const folder = project({ [`src/plumbing/migrations/${name}`]: '' })
      expect(() => allMigrations(folder)).toThrow('is named NNNN-what-it-does.sql')
    },
  )
})

const made = (number: number, name: string, text: string): Migration => ({
  number,
  name,
  text,
  path: `${name}.sql`,
  sha256: createHash('sha256').update(text).digest('hex'),
})
const first = made(1, 'first', 'create table one (n int); insert into one values (1)')
const second = made(2, 'second', 'create table two (n int)')
const broken = made(3, 'broken', 'create table three (n int); select * from nowhere')

describe.each(engines)('migrating on the $name engine', ({ open }) => {
  let database: OpenDatabase
  beforeEach(async () => {
    database = await open(3)
  })
  afterEach(() => database.close())

  const numbers = (migrations: Migration[]) => migrations.map(({ number }) => number)

  test('applies what is missing, once, and says which', async () => {
    const { db } = database
    const told: number[] = []
    expect(numbers(await pendingMigrations(db, [first, second]))).toEqual([1, 2])
    expect(numbers(await migrate(db, { migrations: [first] }))).toEqual([1])
    const done = await migrate(db, {
      migrations: [first, second],
      onApplied: ({ number }) => void told.push(number),
    })
    expect([numbers(done), told]).toEqual([[2], [2]])
    expect(await migrate(db, { migrations: [first, second] })).toEqual([])
    expect(await pendingMigrations(db, [first, second])).toEqual([])
  })

  test('two that start at once apply each file once between them', async () => {
    const { db } = database
    const both = await Promise.all([1, 2].map(() => migrate(db, { migrations: [first, second] })))
    expect(numbers(both.flat()).sort()).toEqual([1, 2])
    expect((await sql`select n from one`.execute(db)).rows).toHaveLength(1)
  })

  test('a file that fails leaves nothing of itself and all before it', async () => {
    const { db } = database
    await expect(migrate(db, { migrations: [first, second, broken] })).rejects.toMatchObject({
      code: '42P01',
    })
    const { rows } =
      await sql`select to_regclass('two') is not null as two, to_regclass('three') as three`.execute(db)
    expect(rows).toEqual([{ two: true, three: null }])
    expect(numbers(await pendingMigrations(db, [first, second, broken]))).toEqual([3])
  })

  test('a file changed after it was applied is refused', async () => {
    const { db } = database
    await migrate(db, { migrations: [first] })
    const changed = made(1, 'first', `${first.text} -- changed`)
    await expect(migrate(db, { migrations: [changed, second] })).rejects.toThrow(
      'changed after it had been applied',
    )
    await expect(pendingMigrations(db, [changed])).rejects.toThrow('changed after it had been applied')
  })

  test('a database made by a newer version is refused', async () => {
    const { db } = database
    await migrate(db, { migrations: [first, second] })
    await expect(migrate(db, { migrations: [first] })).rejects.toThrow(
      /migration 2 \(second\).*newer version/,
    )
  })
})
