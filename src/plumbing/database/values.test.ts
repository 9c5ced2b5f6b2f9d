import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from './database.ts'
import { engines } from './engines.ts'

describe.each(engines)('values on the $name engine', ({ open }) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open(1)
  })
  afterAll(() => database.close())

  const read = async (expression: string) =>
    (await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(database.db)).rows[0]!
      .value

  // A parameter's way there and back through a column of the type.
  const roundTrip = (type: string, value: unknown) =>
    database.db.connection().execute(async db => {
      const table = sql.id(`kept_${type}`)
      await sql`create temp table ${table} (value ${sql.raw(type)})`.execute(db)
      await sql`insert into ${table} values (${value})`.execute(db)
      const { rows } = await sql<{ value: unknown }>`select value from ${table}`.execute(db)
      await sql`drop table ${table}`.execute(db)
      return rows[0]!.value
    })

  test.each([
    ['(select count(*) from (values (1), (2)) as two)', 2],
    ['(select sum(n) from (values (1::bigint), (2)) as two (n))', 3],
    ["'9007199254740991'::int8", Number.MAX_SAFE_INTEGER],
    ['1.5::numeric', 1.5],
    ['true', true],
    ['null::int', null],
    ["'NaN'::float8", Number.NaN],
    ["interval '3 days 4 hours'", '3 days 04:00:00'],
    ['array[1, null, 3]::int8[]', [1, null, 3]],
    [
      "'{{1,2},{3,4}}'::int[]",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["array['NULL', null, 'a,b', '\"', '\\', '{}', '']", ['NULL', null, 'a,b', '"', '\\', '{}', '']],
    ["'{}'::text[]", []],
    ["array['2026-07-01'::date]", ['2026-07-01']],
    ['\'[1,"a",{"b":null}]\'::jsonb', [1, 'a', { b: null }]],
    ['array[\'{"a":[1]}\'::jsonb]', [{ a: [1] }]],
    ["timestamptz '2026-07-01 00:30+01'", new Date('2026-06-30T23:30:00Z')],
    ["now() at time zone 'UTC' = now()::timestamp", true],
  ])('%s is read as a value of JavaScript', async (expression, value) => {
    expect(await read(expression)).toEqual(value)
  })

  test('a whole number too large to be exact is refused rather than rounded', async () => {
    await expect(read("'9007199254740993'::int8")).rejects.toThrow('does not fit')
    expect(await read('1')).toBe(1)
  })

  test.each([
    ['date', '2026-07-01'],
    ['date', '2026-03-29'],
    ['timestamptz', new Date('2026-07-01T23:59:59.999Z')],
    ['jsonb', { a: [1, { b: 'é' }] }],
    ['jsonb', ['a', 1, null]],
    ['jsonb', []],
    ['jsonb', [{ a: 1 }]],
    ['text[]', ['a"b', 'c\\d', '{e}', 'NULL', null, '']],
    ['text[]', []],
    ['uuid[]', ['0199f3a2-7c1e-7cc0-8000-000000000001']],
    ['int8[]', [1, 2]],
    ['bytea', Buffer.from([0, 255, 92, 39])],
    ['bytea[]', [Buffer.from([0, 255])]],
    ['numeric', 12.25],
    ['boolean', false],
    ['text', '{"not": "json"}'],
    ['text', 'naïve 🏛 \\ \' " $1'],
    ['interval', '3 days 04:00:00'],
  ])('%s comes back as it was sent: %j', async (type, value) => {
    expect(await roundTrip(type, value)).toEqual(value)
  })

  test('a refusal carries what PostgreSQL says about it', async () => {
    await sql`create table one_only (id int primary key)`.execute(database.db)
    try {
      await sql`insert into one_only values (${1})`.execute(database.db)
      await expect(sql`insert into one_only values (${1})`.execute(database.db)).rejects.toMatchObject({
        code: '23505',
        table: 'one_only',
        constraint: 'one_only_pkey',
      })
    } finally {
      await sql`drop table one_only`.execute(database.db)
    }
  })

  test('how many rows were changed is counted', async () => {
    const result = await database.db.connection().execute(async db => {
      await sql`create temp table four as select n from generate_series(1, 4) as n`.execute(db)
      return sql`update four set n = 0 where n > ${1}`.execute(db)
    })
    expect(result.numAffectedRows).toBe(3n)
  })

  test('a query asked before a table changed is answered in the new shape after', async () => {
    await sql`create table shape (a int)`.execute(database.db)
    try {
      const ask = async () => (await sql`select * from shape where a = ${1}`.execute(database.db)).rows
      await sql`insert into shape values (1)`.execute(database.db)
      for (let n = 0; n < 3; n++) expect(await ask()).toEqual([{ a: 1 }])
      await sql`alter table shape add column b text default 'new'`.execute(database.db)
      expect(await ask()).toEqual([{ a: 1, b: 'new' }])
    } finally {
      await sql`drop table shape`.execute(database.db)
    }
  })
})
