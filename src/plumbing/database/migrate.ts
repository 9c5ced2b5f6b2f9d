import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import { root } from '#plumbing/root.ts'
import type { Db } from './database.ts'

/** One SQL file: `path` from the project's folder, `sha256` of its text. */
export type Migration = { number: number; name: string; path: string; text: string; sha256: string }

type Applied = { number: number; name: string; sha256: string }

const places = ['src/plumbing/migrations/*', 'src/features/*/migrations/*']
const named = /^(\d{4})-([a-z0-9-]+)\.sql$/

/** Every migration of plumbing and features, in the one order of their numbers. */
export function allMigrations(folder = root): Migration[] {
  const paths = globSync(places, { cwd: folder }).sort((a, b) => basename(a).localeCompare(basename(b)))
  const migrations = paths.map(path => {
    const parts = named.exec(basename(path))
    if (!parts) throw new Error(`${path}: a migration is named NNNN-what-it-does.sql.`)
    const text = readFileSync(join(folder, path), 'utf8')
    return {
      number: Number(parts[1]),
      name: parts[2]!,
      path,
      text,
      sha256: createHash('sha256').update(text).digest('hex'),
    }
  })
  for (const [n, migration] of migrations.entries()) {
    const before = migrations[n - 1]
    if (before?.number === migration.number) {
      throw new Error(`${before.path} and ${migration.path} have the same number: it must be unique.`)
    }
  }
  return migrations
}

/**
 * Applies what is missing, each file in its own transaction, and says which. Two processes may start at once: the
 * second waits, then finds nothing to do.
 */
export async function migrate(
  db: Db,
  {
    migrations = allMigrations(),
    onApplied,
  }: { migrations?: Migration[]; onApplied?: (migration: Migration) => void | Promise<void> } = {},
): Promise<Migration[]> {
  await makeTable(db)
  const done: Migration[] = []
  for (const migration of missing(migrations, await applied(db))) {
    if (await apply(db, migration)) {
      done.push(migration)
      await onApplied?.(migration)
    }
  }
  return done
}

/** What `migrate` would apply; refuses as it does when the database and the program do not belong together. */
export async function pendingMigrations(db: Db, migrations = allMigrations()): Promise<Migration[]> {
  const { rows } = await sql<{ made: boolean }>`select to_regclass('migration') is not null as made`.execute(
    db,
  )
  return missing(migrations, rows[0]!.made ? await applied(db) : [])
}

const applied = async (db: Db) =>
  (await sql<Applied>`select number, name, sha256 from migration order by number`.execute(db)).rows

function missing(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(migrations.map(migration => [migration.number, migration]))
  for (const { number, name, sha256 } of applied) {
    const migration = known.get(number)
    if (!migration) {
      throw new Error(
        `The database has migration ${number} (${name}), which this program does not know: it was made by a newer version. Start that version, or restore an older backup.`,
      )
    }
    if (migration.sha256 !== sha256) {
      throw new Error(
        `${migration.path} was changed after it had been applied. Put it back, and add a new migration.`,
      )
    }
    known.delete(number)
  }
  return [...known.values()]
}

// `if not exists` does not help two processes that create at the same instant: the loser meets the
// catalogue’s unique key, or the type of the table’s rows, and the table is there.
async function makeTable(db: Db) {
  try {
    await sql`create table if not exists migration (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`.execute(db)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /^(23505|42P07|42710)$/.test(String(error.code))))
      throw error
  }
}

const apply = (db: Db, { number, name, text, sha256 }: Migration) =>
  db.transaction().execute(async trx => {
    await sql`set local statement_timeout = 0`.execute(trx)
    await sql`lock table migration in exclusive mode`.execute(trx)
    const { rows } = await sql`select from migration where number = ${number}`.execute(trx)
    if (rows.length > 0) return false
    await sql.raw(text).execute(trx)
    await sql`insert into migration (number, name, sha256) values (${number}, ${name}, ${sha256})`.execute(
      trx,
    )
    return true
  })
