import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '#test/support.ts'
import type { Db } from './database.ts'

const found = async (db: Db, query: string) =>
  (await sql<{ name: string }>`${sql.raw(query)}`.execute(db)).rows.map(({ name }) => name)

const foreignKeysWithoutIndex = `
  select k.conrelid::regclass || '.' || k.conname as name
  from pg_constraint k
  where k.contype = 'f' and not exists (
    select from pg_index i
    where i.indrelid = k.conrelid and i.indpred is null
      and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
  )`

test('every foreign key has an index that begins with its columns', async () => {
  const db = await testDatabase()
  expect(await found(db, foreignKeysWithoutIndex)).toEqual([])
  await sql`create table parent (id int primary key)`.execute(db)
  await sql`create table child (other int, parent_id int references parent)`.execute(db)
  await sql`create index on child (other, parent_id)`.execute(db)
  expect(await found(db, foreignKeysWithoutIndex)).toEqual(['child.child_parent_id_fkey'])
  await sql`create index on child (parent_id)`.execute(db)
  expect(await found(db, foreignKeysWithoutIndex)).toEqual([])
})

test('no table is unlogged: a replica could not read it', async () => {
  const unlogged = "select relname as name from pg_class where relpersistence = 'u'"
  expect(await found(await testDatabase(), unlogged)).toEqual([])
})

test('there is no exclusion constraint, and no GIN index over several columns', async () => {
  const db = await testDatabase()
  expect(await found(db, "select conname as name from pg_constraint where contype = 'x'")).toEqual([])
  const wideGin = `select i.indexrelid::regclass::text as name from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
    where a.amname = 'gin' and i.indnkeyatts > 1`
  expect(await found(db, wideGin)).toEqual([])
})

test('every created_at is a moment that must be given', async () => {
  const loose = `select c.relname || '.' || a.attname as name from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    where c.relkind = 'r' and a.attname = 'created_at'
      and (not a.attnotnull or a.atttypid <> 'timestamptz'::regtype)`
  expect(await found(await testDatabase(), loose)).toEqual([])
})

test('no column is a timestamp without a zone', async () => {
  const zoneless = `select c.relname || '.' || a.attname as name from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.atttypid = 'timestamp'::regtype`
  expect(await found(await testDatabase(), zoneless)).toEqual([])
})
