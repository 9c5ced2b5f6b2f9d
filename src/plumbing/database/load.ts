import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import { failure } from '../failures.ts'
import type { Db } from './database.ts'
import type { BackupHeader, BackupTotal, TableBegins } from './dump.ts'
import {
  createTally,
  type DumpTable,
  linesOf,
  listForwardReferences,
  listTables,
  listTriggers,
  prepareTransaction,
  type Tally,
} from './dump-tables.ts'
import { allMigrations, type Migration, migrate } from './migrate.ts'

type Progress = (table: string, rows: number) => void

/**
 * Puts a backup into an empty database: all or nothing, checked line by line against the file and again by reading it
 * back. A backup of an older version gets the migrations that came since. Throws a Failure that says what is wrong.
 */
export async function restoreBackup(
  db: Db,
  file: string,
  onTable: Progress = () => {},
): Promise<BackupTotal> {
  let total: BackupTotal = { tables: 0, rows: 0 }
  try {
    await pipeline(createReadStream(file), createGunzip(), async source => {
      const lines = splitLines(source)
      await migrate(db, { migrations: migrationsOf(await readHeader(lines)) })
      total = await db.transaction().execute(trx => load(trx, lines, onTable))
    })
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code)
    if (code.startsWith('Z_')) throw broken('it is damaged or not a gzip file')
    if (/^E[A-Z]+$/.test(code) && (error as NodeJS.ErrnoException).syscall === 'open')
      throw failure('invalid', `${file} cannot be read.`)
    throw error
  }
  await migrate(db)
  return total
}

const broken = (why: string) => failure('invalid', `This backup cannot be restored: ${why}.`)

async function* splitLines(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of source) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop()!
    yield* parts
  }
}

async function readHeader(lines: AsyncGenerator<string>): Promise<BackupHeader> {
  const first = (await lines.next()).value ?? ''
  const header = first.startsWith('{"format":"pipeline-backup"') && (JSON.parse(first) as BackupHeader)
  if (!header) throw broken('the file was not written by `pipeline backup`')
  if (header.version !== 1) throw broken(`its format is version ${header.version}, and this program reads 1`)
  return header
}

/** The migrations the backup was made after; refuses one that this program does not have exactly so. */
function migrationsOf({ migrations }: BackupHeader): Migration[] {
  const known = new Map(allMigrations().map(migration => [migration.number, migration]))
  return migrations.map(({ number, name, sha256 }) => {
    const migration = known.get(number)
    if (!migration)
      throw broken(
        `it was made after migration ${number} (${name}), which this program does not know. Restore it with the version of Pipeline that made it, or a newer one`,
      )
    if (migration.sha256 !== sha256)
      throw broken(
        `${migration.path} is not as it was when the backup was made. Restore it with the version of Pipeline that made it`,
      )
    return migration
  })
}

async function load(trx: Db, lines: AsyncGenerator<string>, onTable: Progress): Promise<BackupTotal> {
  await prepareTransaction(trx)
  const tables = await listTables(trx)
  await sql`lock table ${sql.join(tables.map(({ name }) => sql.table(name)))} in access exclusive mode`.execute(
    trx,
  )
  await refuseRows(trx, tables)
  const triggers = await listTriggers(trx)
  const references = await listForwardReferences(trx, tables)
  for (const { table, trigger } of triggers)
    await sql`alter table ${sql.table(table)} disable trigger ${sql.ref(trigger)}`.execute(trx)
  for (const { from, constraint } of references)
    await sql`alter table ${sql.table(from)} alter constraint ${sql.ref(constraint)} deferrable`.execute(trx)
  await sql`set constraints all deferred`.execute(trx)

  const loaded = await loadTables(trx, tables, lines, onTable)

  await sql`set constraints all immediate`.execute(trx)
  for (const { from, constraint } of references)
    await sql`alter table ${sql.table(from)} alter constraint ${sql.ref(constraint)} not deferrable`.execute(
      trx,
    )
  for (const { table, trigger } of triggers)
    await sql`alter table ${sql.table(table)} enable trigger ${sql.ref(trigger)}`.execute(trx)
  await moveSequences(trx, tables)
  await verify(trx, tables, loaded)
  return { tables: loaded.size, rows: [...loaded.values()].reduce((sum, { rows }) => sum + rows, 0) }
}

async function refuseRows(trx: Db, tables: DumpTable[]) {
  for (const { name } of tables) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(trx)
    if (rows.length > 0)
      throw failure(
        'conflict',
        `The database is not empty: there are rows in ${name}. A backup is restored into an empty one: name a new database in DATABASE_URL, or a new folder in DATA_DIR, and restore before the first start.`,
      )
  }
}

async function loadTables(
  trx: Db,
  tables: DumpTable[],
  lines: AsyncGenerator<string>,
  onTable: Progress,
): Promise<Map<string, Tally>> {
  const loaded = new Map<string, Tally>()
  for (;;) {
    const { value: line = '' } = await lines.next()
    if (line === '{"end":true}') break
    if (!line.startsWith('{"table":')) throw broken('the file ends too early')
    const { table: name, columns } = JSON.parse(line) as TableBegins
    const table = tables.find(known => known.name === name)
    const own = table?.columns.map(column => column.name)
    if (!table || loaded.has(name) || String(own) !== String(columns))
      throw broken(`its table ${name} does not fit the database`)
    const tally = await loadRows(trx, table, lines)
    loaded.set(name, tally)
    onTable(name, tally.rows)
  }
  const absent = tables.find(({ name }) => !loaded.has(name))
  if (absent) throw broken(`it lacks the table ${absent.name}`)
  return loaded
}

const charactersAtOnce = 500_000

async function loadRows(trx: Db, table: DumpTable, lines: AsyncGenerator<string>): Promise<Tally> {
  const names = sql.join(table.columns.map(({ name }) => sql.ref(name)))
  const values = sql.join(table.columns.map(({ type }, at) => sql`(row->>${sql.lit(at)})::${sql.raw(type)}`))
  const tally = createTally()
  let batch: string[] = []
  let characters = 0
  const insert = async () => {
    if (batch.length === 0) return
    await sql`insert into ${sql.table(table.name)} (${names}) overriding system value
      select ${values} from json_array_elements(${`[${batch.join(',')}]`}::json) as row`.execute(trx)
    tally.add(batch)
    batch = []
    characters = 0
  }
  for (;;) {
    const { value: line = '' } = await lines.next()
    if (line === '') throw broken('the file ends too early')
    if (line.startsWith('{')) {
      await insert()
      const said = JSON.parse(line) as Tally
      const { rows, sha256 } = tally.result()
      if (said.rows !== rows || said.sha256 !== sha256) throw broken(`${table.name} was changed in the file`)
      return said
    }
    batch.push(line)
    characters += line.length
    if (characters >= charactersAtOnce) await insert()
  }
}

async function moveSequences(trx: Db, tables: DumpTable[]) {
  for (const { name, columns } of tables)
    for (const { name: column, sequence } of columns.filter(({ sequence }) => sequence))
      await sql`select setval(${sequence}::regclass, coalesce(max(${sql.ref(column)}), 1), max(${sql.ref(column)}) is not null)
        from ${sql.table(name)}`.execute(trx)
}

/** Reads everything back and compares with what the backup said of itself. */
async function verify(trx: Db, tables: DumpTable[], expected: Map<string, Tally>) {
  const differing: string[] = []
  for (const table of tables) {
    const tally = createTally()
    for await (const lines of linesOf(trx, table)) tally.add(lines)
    const { rows, sha256 } = tally.result()
    const said = expected.get(table.name)!
    if (said.rows !== rows || said.sha256 !== sha256) differing.push(table.name)
  }
  if (differing.length > 0)
    throw broken(`what came out of the database differs from what went in: ${differing.join(', ')}`)
}
