import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import type { CommandContext } from '#plumbing/command.ts'
import type { OpenDatabase } from '#plumbing/database/database.ts'
import { embeddedNotice } from '#plumbing/database/embedded.ts'
import { allMigrations, pendingMigrations } from '#plumbing/database/migrate.ts'
import { queueState } from '#plumbing/queue-state.ts'

/** `todo` says what to do about it, for those that are not ok. */
export type Result = { state: 'ok' | 'look' | 'wrong'; says: string; todo?: string }
export type Finding = Result & { what: string }
export type Checkup = { what: string; look(context: CommandContext): Promise<Result | Result[]> | Result }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What `pipeline doctor` looks at for a feature, after the rest. */
    checkups: Checkup
  }
}

const ok = (says: string): Result => ({ state: 'ok', says })
const look = (says: string, todo: string): Result => ({ state: 'look', says, todo })
const wrong = (says: string, todo: string): Result => ({ state: 'wrong', says, todo })
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

export const nodeVersion = (version = process.versions.node): Result =>
  Number(version.split('.')[0]) >= 24
    ? ok(version)
    : wrong(version, 'Pipeline needs Node.js 24 or later. `npm start` brings it; a container image should.')

/** What is wrong with the address that links are made from, given where the site listens. */
export function baseAddress({ BASE_URL, HOST }: Pick<CommandContext['config'], 'BASE_URL' | 'HOST'>): Result {
  const { protocol, hostname, pathname } = new URL(BASE_URL)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (pathname !== '/')
    return wrong(BASE_URL, 'Set BASE_URL without a path: Pipeline serves a whole host name.')
  if (isLocal && !['127.0.0.1', 'localhost', '::1'].includes(HOST))
    return look(BASE_URL, 'The site listens for others, but links lead to their own machine: set BASE_URL.')
  if (!isLocal && protocol !== 'https:')
    return look(
      BASE_URL,
      'Browsers are asked for https on every page: serve it by a proxy and set BASE_URL to it.',
    )
  return ok(BASE_URL)
}

export function freeSpace(bytes: number, folder: string): Result {
  const says = `${(bytes / 1e9).toFixed(1)} GB free for ${folder}`
  return bytes < 1e9
    ? look(says, 'Make room, or move DATA_DIR: under 1 GB, backups and imports may fail.')
    : ok(says)
}

const builtAfter = Date.parse('2026-11-01')

/** The machine's clock against the database's own. */
export function clockDifference(now: Date, theirs: Date): Result {
  if (now.getTime() < builtAfter) return wrong(now.toISOString(), 'Set this machine’s clock.')
  const seconds = Math.round(Math.abs(now.getTime() - theirs.getTime()) / 1000)
  return seconds > 10
    ? look(
        `${seconds} seconds from the database’s clock`,
        'Let both machines take their time from a time server.',
      )
    : ok(now.toISOString())
}

async function checkDatabase(context: CommandContext): Promise<Result[]> {
  let database: OpenDatabase
  try {
    database = await context.open()
    await sql`select 1`.execute(database.db)
  } catch (error) {
    return [
      /is in use by process/.test(messageOf(error))
        ? look(messageOf(error), 'The site seems to be running: ask its /ready, or stop it and look again.')
        : wrong(
            messageOf(error),
            'Check DATABASE_URL, and that the server is running and lets this machine in.',
          ),
    ]
  }
  const { db, engine } = database
  const results = [await serverVersion(database), await extensions(database)]
  try {
    const pending = await pendingMigrations(db)
    results.push(
      pending.length === 0
        ? ok('its tables are up to date')
        : look(
            `${pending.length} migrations are pending`,
            'Run `pipeline migrate`; `pipeline start` does it too.',
          ),
    )
  } catch (error) {
    results.push(wrong(messageOf(error), 'Start the version of Pipeline that belongs to this database.'))
  }
  if (engine === 'embedded')
    results.push(look(embeddedNotice, 'For more than a pilot, set DATABASE_URL to PostgreSQL 15 or later.'))
  return results
}

async function serverVersion({ db, engine }: OpenDatabase): Promise<Result> {
  const { rows } = await sql<{
    version: string
    number: number
  }>`select current_setting('server_version') as version,
    current_setting('server_version_num')::int as number`.execute(db)
  const { version, number } = rows[0]!
  const says = `${engine === 'embedded' ? 'embedded' : 'server'}, PostgreSQL ${version}`
  return number >= 150_000 ? ok(says) : wrong(says, 'Pipeline needs PostgreSQL 15 or later.')
}

async function extensions({ db }: OpenDatabase): Promise<Result> {
  const wanted = allMigrations().flatMap(({ text }) =>
    [...text.matchAll(/^create extension if not exists "?(\w+)/gim)].map(([, name]) => name!),
  )
  const { rows } = await sql<{ name: string }>`select name from pg_available_extensions`.execute(db)
  const missing = wanted.filter(name => !rows.some(row => row.name === name))
  return missing.length === 0
    ? ok(`extensions ${wanted.join(', ')}`)
    : wrong(
        `lacks the extension ${missing.join(', ')}`,
        'Install it on the database server (on Debian: postgresql-contrib, postgresql-15-pgvector).',
      )
}

async function checkJobs({ open, clock }: CommandContext): Promise<Result> {
  try {
    const { waiting, dead, overdueSeconds, stuck } = await queueState((await open()).db, clock)
    const says = `${waiting} waiting, ${dead} given up`
    if (stuck)
      return wrong(
        `${says}; none was done for ${Math.round(overdueSeconds / 60)} minutes`,
        'Is a worker running?',
      )
    if (dead > 0) return look(says, 'See `pipeline jobs`; when the cause is gone, `pipeline jobs --retry`.')
    return ok(says)
  } catch (error) {
    return look(`not seen: ${messageOf(error)}`, 'See the database, above.')
  }
}

const mailSeconds = 5

async function checkMail({ config }: CommandContext): Promise<Result> {
  const { SMTP_URL, MAIL_FROM, NOTIFY_API_KEY } = config
  if (NOTIFY_API_KEY) return ok('by GOV.UK Notify, see below')
  if (!SMTP_URL) return look('goes nowhere yet', 'Set SMTP_URL and MAIL_FROM, or NOTIFY_API_KEY.')
  const { hostname } = new URL(SMTP_URL)
  const timeout = mailSeconds * 1000
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
  })
  try {
    await transport.verify()
  } catch (error) {
    return wrong(
      `${hostname} does not take mail: ${messageOf(error)}`,
      'Check host, port, user and password in SMTP_URL.',
    )
  } finally {
    transport.close()
  }
  return MAIL_FROM.includes('@localhost')
    ? look(
        `${hostname} takes mail`,
        'Set MAIL_FROM: nobody can answer, and many refuse, mail from localhost.',
      )
    : ok(`${hostname} takes mail`)
}

async function checkDisk({ config: { DATA_DIR } }: CommandContext): Promise<Result> {
  let folder = DATA_DIR
  while (!existsSync(folder)) folder = dirname(folder)
  const { bavail, bsize } = await statfs(folder)
  return freeSpace(bavail * bsize, folder)
}

async function checkClock({ open, clock }: CommandContext): Promise<Result> {
  const theirs = await open()
    .then(({ db }) => sql<{ now: Date }>`select now() as now`.execute(db))
    .catch(() => undefined)
  const now = clock.now()
  return clockDifference(now, theirs?.rows[0]?.now ?? now)
}

/** What `pipeline doctor` looks at, in its order. The configuration as such has been read by then. */
export const checkups: Checkup[] = [
  { what: 'configuration', look: () => ok('every setting can be read') },
  { what: 'Node.js', look: () => nodeVersion() },
  { what: 'address', look: ({ config }) => baseAddress(config) },
  { what: 'database', look: checkDatabase },
  { what: 'jobs', look: checkJobs },
  { what: 'mail', look: checkMail },
  { what: 'disk', look: checkDisk },
  { what: 'clock', look: checkClock },
]
