import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { systemClock } from '#plumbing/clock.ts'
import type { CommandContext } from '#plumbing/command.ts'
import { readConfig } from '#plumbing/config.ts'
import { type OpenDatabase, openDatabase } from '#plumbing/database/database.ts'
import { inRoot, root } from '#plumbing/root.ts'
import { bringUpToDate, seed } from '../src/commands/prepare.ts'
import { site } from '../src/features.ts'

/** Set to the address of a PostgreSQL database whose role may create databases, the suite runs on it. */
const serverUrl = process.env.TEST_DATABASE_URL

const cache = inRoot('.cache')
const keptFiles = 5

/** Changes when anything does that decides what a seeded database holds. */
function seededVersion(): string {
  const hash = createHash('sha256')
  const files = globSync(['src/**/*.sql', 'src/{plumbing,commands,features}/**/*.ts', 'data/**/*'], {
    cwd: root,
  })
  for (const file of files.sort()) {
    if (!/\.(sql|ts|csv|json|txt)$/.test(file) || /\.test\.ts$/.test(file)) continue
    hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

export async function fill(database: OpenDatabase) {
  const context: CommandContext = {
    config: readConfig({}),
    site,
    clock: systemClock,
    log: pino({ level: 'error' }),
    open: async () => database,
    say: () => {},
    print: () => {},
  }
  await bringUpToDate(context, database)
  await seed(context, database)
}

const withDatabase = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href

async function onServer(url: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Every change of the code makes another file of 90 MB; the last few serve those who go back and forth. */
function forgetOldest() {
  const made = (file: string) => statSync(join(cache, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const files = globSync('seeded-*.tar', { cwd: cache }).sort((a, b) => made(b) - made(a))
  for (const file of files.slice(keptFiles)) rmSync(join(cache, file), { force: true })
}

/** Run once before all tests: makes the seeded database that each test process copies. */
export default async function makeSeededDatabase() {
  const version = seededVersion()
  process.env.SEEDED_VERSION = version
  // As in the tests: else hundreds of jobs that embed would wait in each copy.
  process.env.EMBEDDER = 'off'
  if (!serverUrl) {
    const file = join(cache, `seeded-${version}.tar`)
    if (existsSync(file)) return
    mkdirSync(cache, { recursive: true })
    const database = await openDatabase({ dataDir: 'memory' })
    await fill(database)
    await database.embedded!.snapshot(`${file}.${process.pid}`)
    renameSync(`${file}.${process.pid}`, file)
    forgetOldest()
    return database.close()
  }
  const template = `pipeline_seeded_${version}`
  await onServer(serverUrl, async client => {
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [
      template,
    ])
    if (rowCount) return
    await client.query(`drop database if exists ${template} with (force)`)
    await client.query(`create database ${template}`)
    const database = await openDatabase({ databaseUrl: withDatabase(serverUrl, template), poolSize: 2 })
    await fill(database)
    await database.close()
    await client.query(`alter database ${template} is_template true`)
  })
}

async function openCopy(): Promise<OpenDatabase> {
  const version = process.env.SEEDED_VERSION!
  if (!serverUrl) return openDatabase({ dataDir: 'memory', snapshot: join(cache, `seeded-${version}.tar`) })
  const name = `pipeline_test_${process.env.VITEST_POOL_ID ?? process.pid}`
  await onServer(serverUrl, async client => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template pipeline_seeded_${version}`)
  })
  return openDatabase({ databaseUrl: withDatabase(serverUrl, name), poolSize: 4 })
}

const shared = globalThis as { pipelineTestDatabase?: Promise<OpenDatabase> }

/** This test process's own copy of the seeded database. */
export function sharedDatabase(): Promise<OpenDatabase> {
  shared.pipelineTestDatabase ??= openCopy()
  return shared.pipelineTestDatabase
}
