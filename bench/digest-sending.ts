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
    await db
      .insertInto('notification')
      .values(
        rows.flatMap(({ recipient, subscription }) =>
          Array.from({ length: 1 + Math.floor(random() * 5) }, (_, nth) => ({
            id: newId(),
            subscription_id: subscription,
            recipient_id: recipient,
            kind: 'project',
            subject_id: String(nth * 60 + Math.floor(random() * 60)),
            happening: 'found',
            matched_at: at,
          })),
        ),
      )
      .execute()
  }
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

/** Mails a second of nodemailer alone: a pool of as many connections, one letter after another. */
async function bareLoop(url: string, sink: Awaited<ReturnType<typeof startCountingSink>>, html: string) {
  const transport = createTransport({ url, pool: true, maxConnections: connections })
  const began = performance.now()
  await Promise.all(
    Array.from({ length: inTheBareLoop }, (_, at) =>
      transport.sendMail({
        from: 'bench@example.org',
        to: `${at}@example.gov.uk`,
        subject: 'A digest',
        text: html.replace(/<[^>]*>/g, ' '),
        html,
      }),
    ),
  )
  transport.close()
  const { newest } = sink.counts()
  sink.forget()
  return inTheBareLoop / ((newest - began) / 1000)
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
  const isKilled = process.argv[3] !== 'unkilled'
  const slot = { name: 'day of the bench', frequencies: ['daily' as const] }
  await db.transaction().execute(trx => planDigests(trx, systemClock, [slot]))

  let worker = startWorker(cluster.url, sink.url)
  const began = performance.now()
  for (let killed = 0; isKilled && killed < kills; killed++) {
    const until = ((killed + 0.5 + random() * 0.5) / (kills + 1)) * people
    while (sink.counts().mails < until) await wait(20)
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    say(`killed at ${sink.counts().mails} mails`)
    worker = startWorker(cluster.url, sink.url)
  }
  while (sink.counts().mails < people && performance.now() - sink.counts().newest < 300_000) await wait(200)
  const { mails, doubles, newest } = sink.counts()
  const missed = people - sink.recipients.size
  worker.kill()
  await once(worker, 'exit')
  const waiting = await db
    .selectFrom('mail')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  const { rows: spans } = await sql<{ made: number; sent: number }>`
    select (select extract(epoch from max(made_at) - min(made_at)) from digest)::float8 as made,
      (select extract(epoch from max(ended_at) - min(ended_at)) from mail)::float8 as sent`.execute(db)
  say(`made within ${spans[0]!.made.toFixed(1)} s, sent within ${spans[0]!.sent.toFixed(1)} s`)
  const [sample] = await db.selectFrom('search_text').select('text').limit(1).execute()
  sink.forget()
  const bare = await bareLoop(sink.url, sink, `<p>${sample!.text.slice(0, 3000)}</p>`)
  const ours = mails / ((newest - began) / 1000)
  console.log(
    [
      `people ${people}, mails ${mails}, missed ${missed}, came twice ${doubles}, still waiting ${waiting.count}`,
      `${ours.toFixed(0)} mails a second${isKilled ? `, ${kills} kills and what their leases take included` : ''}`,
      `a bare pool of ${connections} connections: ${bare.toFixed(0)} mails a second; ratio ${(ours / bare).toFixed(2)} (aim .5)`,
    ].join('\n'),
  )
} finally {
  await close()
  sink.close()
  cluster.stop()
}
