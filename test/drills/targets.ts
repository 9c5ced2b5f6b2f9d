import { mkdtempSync } from 'node:fs'
import { chmod, cp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Db, openDatabase } from '#plumbing/database/database.ts'
import { startCluster } from './processes.ts'

/** A database for one site, with what the site's environment must say of it. */
export type Target = {
  environment: Record<string, string>
  /** Asks the database while no site runs, and leaves it as it is. */
  look<T>(question: (db: Db) => Promise<T>): Promise<T>
  /** Changes the database while no site runs. */
  change<T>(work: (db: Db) => Promise<T>): Promise<T>
}
export type Targets = { newTarget(): Promise<Target>; end(): Promise<void> }

async function ask<T>(
  options: { databaseUrl: string } | { dataDir: string },
  question: (db: Db) => Promise<T>,
) {
  const { db, close } = await openDatabase({ ...options, poolSize: 1 })
  return question(db).finally(close)
}

function onEmbedded(folder: string): Targets {
  let made = 0
  const newTarget = async (): Promise<Target> => {
    const DATA_DIR = join(folder, String(made++))
    return {
      environment: { DATA_DIR, DATABASE_URL: '' },
      look: async question => {
        // Opening mends what a kill left, and that is for the next start to do: what is looked at is a copy.
        const dataDir = `${DATA_DIR}-copy`
        await cp(DATA_DIR, dataDir, { recursive: true })
        return ask({ dataDir }, question).finally(() => rm(dataDir, { recursive: true }))
      },
      change: work => ask({ dataDir: DATA_DIR }, work),
    }
  }
  return { newTarget, end: async () => {} }
}

async function onServer(folder: string): Promise<Targets> {
  await chmod(folder, 0o777)
  const cluster = await startCluster(join(folder, 'cluster'))
  let made = 0
  const newTarget = async (): Promise<Target> => {
    const name = `target_${made++}`
    await ask({ databaseUrl: cluster.url }, db => sql`create database ${sql.ref(name)}`.execute(db))
    const databaseUrl = Object.assign(new URL(cluster.url), { pathname: `/${name}` }).href
    const askThere = <T>(question: (db: Db) => Promise<T>) => ask({ databaseUrl }, question)
    return { environment: { DATABASE_URL: databaseUrl }, look: askThere, change: askThere }
  }
  return { newTarget, end: async () => cluster.stop('fast') }
}

/** Makes databases of one engine, each new and empty. */
export async function openTargets(engine: 'embedded' | 'server'): Promise<Targets> {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-drill-'))
  const { newTarget, end } = engine === 'embedded' ? onEmbedded(folder) : await onServer(folder)
  return {
    newTarget,
    end: async () => {
      await end()
      await rm(folder, { recursive: true })
    },
  }
}
