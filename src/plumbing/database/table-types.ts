import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { type Db, openDatabase } from './database.ts'
import { allMigrations, migrate } from './migrate.ts'

type Column = {
  table: string
  name: string
  type: string
  is_array: boolean
  is_nullable: boolean
  fills_itself: '' | 'default' | 'always'
  checks: string[] | null
}

const types: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  oid: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'number',
  timestamptz: 'Date',
  json: 'Json',
  jsonb: 'Json',
  bytea: 'Bytes',
}
// What is read is not what may be written. Kysely does not look inside `Generated<…>` or an array for these.
const ownTypes: Record<string, { read: string; written: string }> = {
  Json: { read: 'unknown', written: 'object | string' },
  Bytes: { read: 'Buffer', written: 'Uint8Array' },
}

/** Path → text of every `tables.ts`: a table belongs to the folder whose migration created it. */
export async function tableFiles(): Promise<Map<string, string>> {
  const { db, close } = await openDatabase({ dataDir: 'memory' })
  try {
    const owners = new Map<string, string>()
    await migrate(db, {
      migrations: allMigrations(),
      onApplied: async ({ path }) => {
        for (const table of await tableNames(db))
          if (!owners.has(table)) owners.set(table, dirname(dirname(path)))
      },
    })
    const columns = (await columnsOfAll(db)).filter(column => owners.has(column.table))
    const folders = Map.groupBy(columns, column => owners.get(column.table)!)
    return new Map([...folders].map(([folder, columns]) => [join(folder, 'tables.ts'), fileText(columns)]))
  } finally {
    await close()
  }
}

const tableNames = async (db: Db) =>
  (
    await sql<{ tablename: string }>`select tablename from pg_tables
      where schemaname = 'public' and tablename <> 'migration'`.execute(db)
  ).rows.map(row => row.tablename)

const columnsOfAll = async (db: Db) =>
  (
    await sql<Column>`select c.relname as table, a.attname as name, t.typcategory = 'A' as is_array,
        coalesce(e.typname, t.typname) as type, not a.attnotnull as is_nullable,
        case when a.attgenerated <> '' or a.attidentity = 'a' then 'always'
             when a.atthasdef or a.attidentity = 'd' then 'default' else '' end as fills_itself,
        (select array_agg(pg_get_constraintdef(k.oid)) from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      order by c.relname collate "C", a.attnum`.execute(db)
  ).rows

function fileText(columns: Column[]): string {
  const tables = [...Map.groupBy(columns, column => column.table)]
  const bodies = tables.map(([table, columns]) => {
    const lines = columns.map(column => `  ${column.name}: ${columnType(column)}`)
    return `export type ${typeName(table)} = {\n${lines.join('\n')}\n}`
  })
  const members = tables.map(([table]) => `    ${table}: ${typeName(table)}`)
  const helpers = Object.entries(ownTypes).flatMap(([name, { read, written }]) =>
    uses(bodies, name) ? [`type ${name} = ColumnType<${read}, ${written}>`] : [],
  )
  const kysely = ['ColumnType', 'Generated', 'GeneratedAlways'].filter(name =>
    uses([...bodies, ...helpers], name),
  )
  return [
    '// Written by `npm run types` from the migrations: change those instead.',
    kysely.length > 0 ? `import type { ${kysely.join(', ')} } from 'kysely'` : '',
    '',
    ...helpers.flatMap(helper => [helper, '']),
    bodies.join('\n\n'),
    '',
    `declare module '#plumbing/database/database.ts' {\n  interface Tables {\n${members.join('\n')}\n  }\n}`,
    '',
  ].join('\n')
}

// What PostgreSQL makes of `check (status in ('draft', 'published'))`.
const choice = /^CHECK \(\(+"?\w+"?\)?(::text)? = ANY \(\(?ARRAY\[/

const uses = (texts: string[], name: string) => texts.some(text => new RegExp(`\\b${name}\\b`).test(text))

const typeName = (table: string) =>
  `${table.replace(/(^|_)([a-z0-9])/g, (_match, _gap, letter: string) => letter.toUpperCase())}Table`

function columnType({ type, is_array, is_nullable, fills_itself, checks }: Column): string {
  const words = checks?.find(check => choice.test(check))?.match(/'(?:[^']|'')*'/g)
  const single = words ? words.map(quoted).join(' | ') : (types[type] ?? 'string')
  const own = ownTypes[single]
  const element = own ? own.read : words ? `(${single})` : single
  const value = `${is_array ? `${element}[]` : single}${is_nullable ? ' | null' : ''}`
  if (fills_itself === 'always') return `GeneratedAlways<${value}>`
  if (fills_itself !== 'default' || is_nullable) return value
  if (own && !is_array) return `ColumnType<${own.read}, ${own.written} | undefined, ${own.written}>`
  return `Generated<${value}>`
}

// From SQL's quoting to TypeScript's.
const quoted = (word: string) => `'${word.slice(1, -1).replaceAll("''", "\\'")}'`
