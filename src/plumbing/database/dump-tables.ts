import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './database.ts'

export type DumpTable = {
  name: string
  /** Columns that hold something of their own: not the generated ones. */
  columns: { name: string; type: string; sequence: string | null }[]
}
type Reference = { constraint: string; from: string; to: string }

/** Count and order-independent hash of a table's rows, each as its line of text. */
export type Tally = { rows: number; sha256: string }

// A migration says of a table `comment on table … is 'derived'` when what it holds is made anew from the others.
const ourTables = sql`c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migration'
  and obj_description(c.oid, 'pg_class') is distinct from 'derived'`

/** Every table of the application that a backup holds, each after those it refers to as far as that can be. */
export async function listTables(db: Db): Promise<DumpTable[]> {
  const { rows } = await sql<{ table: string; name: string; type: string; sequence: string | null }>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where ${ourTables} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname collate "C", a.attnum`.execute(db)
  const columns = Map.groupBy(rows, ({ table }) => table)
  const references = await listReferences(db)
  const ordered = new Map<string, DumpTable>()
  const visiting = new Set<string>()
  const visit = (name: string) => {
    if (visiting.has(name)) return
    visiting.add(name)
    for (const { to } of references.filter(({ from }) => from === name)) visit(to)
    ordered.set(name, { name, columns: columns.get(name)!.map(({ table: _, ...column }) => column) })
  }
  for (const name of columns.keys()) visit(name)
  return [...ordered.values()]
}

async function listReferences(db: Db): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select k.conname as constraint, c.relname as from, t.relname as to
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and not k.condeferrable and ${ourTables}
    order by 1, 2`.execute(db)
  return rows
}

/** References that the order of the tables cannot satisfy: of a table to itself, or in a circle. */
export async function listForwardReferences(db: Db, tables: DumpTable[]): Promise<Reference[]> {
  const place = new Map(tables.map(({ name }, at) => [name, at]))
  return (await listReferences(db)).filter(({ from, to }) => place.get(to)! >= place.get(from)!)
}

/** Triggers of our own, which would react to rows that are put back. */
export async function listTriggers(db: Db): Promise<{ trigger: string; table: string }[]> {
  const { rows } = await sql<{ trigger: string; table: string }>`
    select t.tgname as trigger, c.relname as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and t.tgenabled = 'O' and ${ourTables}`.execute(db)
  return rows
}

/** Within the transaction: values are written the same way on every engine, and no statement is cut short. */
export const prepareTransaction = (trx: Db) =>
  sql`set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
    set local bytea_output = 'hex'; set local extra_float_digits = 1;
    set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`.execute(trx)

const rowsAtOnce = 200

/** The rows of a table in batches, each row as a JSON array of its values' texts; memory does not grow with the table. */
export async function* linesOf(trx: Db, { name, columns }: DumpTable): AsyncGenerator<string[]> {
  const texts = sql.join(columns.map(column => sql`${sql.ref(column.name)}::text`))
  await sql`declare dump_rows no scroll cursor for
    select to_json(array[${texts}]::text[])::text as line from ${sql.table(name)}`.execute(trx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(rowsAtOnce)} from dump_rows`.execute(trx)
    if (rows.length === 0) break
    yield rows.map(({ line }) => line)
  }
  await sql`close dump_rows`.execute(trx)
}

const modulus = 1n << 256n

/** Adds up the hashes of lines: the order in which an engine returns rows makes no difference, a doubled row does. */
export function createTally() {
  let rows = 0
  let sum = 0n
  return {
    add: (lines: string[]) => {
      rows += lines.length
      for (const line of lines)
        sum = (sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`)) % modulus
    },
    result: (): Tally => ({ rows, sha256: sum.toString(16).padStart(64, '0') }),
  }
}
