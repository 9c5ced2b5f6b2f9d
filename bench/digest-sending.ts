import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { criterionOf } from '#features/search/criterion.ts'
import { indexDocuments } from '#features/search/index-queries.ts'
import { planDigests } from '#features/subscriptions/digest-actions.ts'
import { systemClock } from '#plumbing/clock.ts'
import { type Db, openDatabase } from '#plumbing/database/database.ts'
import { allMigrations, migrate } from '#plumbing/database/migrate.ts'
import { newId } from '#plumbing/id.ts'
import { inRoot } from '#plumbing/root.ts'
import { startCluster } from './cluster.ts'
import { startCountingSink } from './counting-sink.ts'
import { madeDocument, randomFrom } from './made-documents.ts'

const people = Number(process.argv[2] ?? 20_000)
const things = 300
const kills = 5
const inTheBareLoop = Math.min(people, 5000)
const connections = 3

const random = randomFrom(20_261_122)
const say = (line: string) => process.stderr.write(`bench: ${line}\n`)

async function addPeople(db: Db) {
  const at = new Date(Date.now() - 3_600_000)
  const { query, anchors } = criterionOf([], { kind: ['project'] })!
  for (let made = 0; made < people; made += 1000) {
    const rows = Array.from({ length: Math.min(1000, people - made) }, () => ({
      person: newId(),
      recipient: newId(),
      subscription: newId(),
    }))
    await db
      .insertInto('person')
      .values(rows.map(({ person: id }) => ({ id, email: `${id}@example.gov.uk`, created_at: at })))
      .execute()
    await db
      .insertInto('recipient')
      .values(rows.map(({ person, recipient: id }) => ({ id, person_id: person, created_at: at })))
      .execute()
    await db
      .insertInto('subscription')
      .values(
        rows.map(({ recipient, subscription: id }) => ({
          id,
          recipient_id: recipient,
          title: 'Projects',
          address: '/search?kind=project',
          criterion: query,
          anchors,
          level: 'new' as const,
          frequency: 'daily' as const,
          created_at: at,
          changed_at: at,
        })),
      )
      .execute()
  }
}

/** Has one to five things to tell to each of them, and nothing told before. */
async function addNotifications(db: Db) {
  await db.deleteFrom('notification').execute()
  const asked = await db.selectFrom('subscription').select(['id', 'recipient_id']).execute()
  for (let made = 0; made < asked.length; made += 1000)
    await db
      .insertInto('notification')
      .values(
        asked.slice(made, made + 1000).flatMap(({ id: subscription_id, recipient_id }) =>
          Array.from({ length: 1 + Math.floor(random() * 5) }, (_, nth) => ({
            id: newId(),
            subscription_id,
            recipient_id,
            kind: 'project',
            subject_id: String(nth * 60 + Math.floor(random() * 60)),
            happening: 'found',
            matched_at: new Date(),
          })),
        ),
      )
      .execute()
  await sql`vacuum analyze`.execute(db)
}

const startWorker = (databaseUrl: string, smtpUrl: string) =>
  spawn(process.execPath, [inRoot('build', 'cli.js'), 'worker'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'fatal',
      EMBEDDER: 'off',
      METRICS_PORT: '0',
      DATABASE_URL: databaseUrl,
      SMTP_URL: smtpUrl,
    },
  })

/** Mails a second of nodemailer alone: a pool of as many connections, one letter of as many bytes after another. */
async function bareLoop(url: string, bytes: number) {
  const text = 'What is new for you. '.repeat(bytes / 42)
  const transport = createTransport({ url, pool: true, maxConnections: connections })
  const began = performance.now()
  await Promise.all(
    Array.from({ length: inTheBareLoop }, (_, at) =>
      transport.sendMail({
        from: 'bench@example.org',
        to: `${at}@example.gov.uk`,
        subject: 'A digest',
        text,
        html: `<p>${text}</p>`,
      }),
    ),
  )
  transport.close()
  const { newest } = sink.counts()
  sink.forget()
  return inTheBareLoop / ((newest - began) / 1000)
}

/** Sends the digest of one slot, its worker killed so often on the way; seconds from its start to the last mail, and bytes of a mail. */
async function runDigest(
  db: Db,
  { kills, urls }: { kills: number; urls: { database: string; smtp: string } },
) {
  const slot = { name: `bench with ${kills} kills`, frequencies: ['daily' as const] }
  await db.transaction().execute(trx => planDigests(trx, systemClock, [slot]))
  let worker = startWorker(urls.database, urls.smtp)
  const began = performance.now()
  for (let killed = 0; killed < kills; killed++) {
    const until = ((killed + 0.5 + random() * 0.5) / (kills + 1)) * people
    while (sink.counts().mails < until) await wait(20)
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    say(`killed at ${sink.counts().mails} mails`)
    worker = startWorker(urls.database, urls.smtp)
  }
  while (sink.counts().mails < people && performance.now() - sink.counts().newest < 300_000) await wait(200)
  const { mails, doubles, bytes, newest } = sink.counts()
  const missed = people - sink.recipients.size
  worker.kill()
  await once(worker, 'exit')
  const { count: waiting } = await db
    .selectFrom('mail')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  sink.forget()
  const seconds = (newest - began) / 1000
  console.log(
    `${kills} kills: people ${people}, mails ${mails}, missed ${missed}, came twice ${doubles}, still waiting ${waiting}, ${seconds.toFixed(0)} s`,
  )
  return { seconds, bytes: bytes / mails }
}

const cluster = startCluster()
const sink = await startCountingSink()
const { db, close } = await openDatabase({ databaseUrl: cluster.url, poolSize: 2 })
try {
  await migrate(db, { migrations: allMigrations() })
  const documents = Array.from({ length: things }, (_, at) => madeDocument(random, String(at)))
  await indexDocuments(db, systemClock, 'project', documents)
  say(`making ${people} people who have asked to be told`)
  await addPeople(db)
  await addNotifications(db)
  const urls = { database: cluster.url, smtp: sink.url }
  const { seconds, bytes } = await runDigest(db, { kills: 0, urls })
  const bare = await bareLoop(sink.url, bytes)
  const ours = people / seconds
  console.log(
    `${ours.toFixed(0)} mails a second; a bare pool of ${connections} connections: ${bare.toFixed(0)}; ratio ${(ours / bare).toFixed(2)} (aim .5)`,
  )
  await addNotifications(db)
  await runDigest(db, { kills, urls })
} finally {
  await close()
  sink.close()
  cluster.stop()
}
