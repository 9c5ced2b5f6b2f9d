import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { inRoot } from '#plumbing/root.ts'
import { insertSignedIn } from '#test/people.ts'
import { freePort, sleep } from './processes.ts'
import { openTargets } from './targets.ts'
import { type Heard, writeUntil } from './writers.ts'

const kills = 20
const officers = 6
const restMilliseconds = 20_000
const restsAtMost = 8
const slug = 'missed-bins'
const isReady = (line: string) => line.startsWith('pipeline: ready at')

/** A process of the site; `said` resolves with its first line that fits. */
function startProcess(args: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, [inRoot('build', 'cli.js'), ...args], {
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'silent',
      METRICS_PORT: '0',
      TRUST_PROXY: 'true',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lines = createInterface({ input: child.stderr! })
  const ended = once(child, 'exit')
  return {
    said: (fits: (line: string) => boolean) =>
      new Promise<void>((resolve, reject) => {
        lines.on('line', line => fits(line) && resolve())
        child.once('exit', code => reject(new Error(`the process ended (${code})`)))
      }),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** A published problem, and officers of six councils who are signed in. */
async function prepare(db: Db) {
  const now = systemClock.now()
  const { rows } = await sql<{ id: string; slug: string }>`
    select id, slug from organisation where kind = 'council' and status = 'current' order by slug limit ${officers + 1}`.execute(
    db,
  )
  const id = newId()
  await db
    .insertInto('problem')
    .values({
      id,
      slug,
      organisation_id: rows[officers]!.id,
      state: 'published',
      visibility: 'public',
      title: 'Missed bins',
      happens: 'Residents keep phoning about missed bins.',
      version: 1,
      created_at: now,
      published_at: now,
      changed_at: now,
    })
    .execute()
  return Promise.all(
    rows.slice(0, officers).map(async ({ slug: of }, at) => ({
      key: (await insertSignedIn(db, systemClock, { of })).key,
      name: String(at),
      slug,
    })),
  )
}

/** What was acknowledged and is not there, what is there twice, and what happened without its reactions. */
async function countHarm(db: Db, heard: Heard[]) {
  const numberOf = async (statement: ReturnType<typeof sql<{ n: number }>>) =>
    (await statement.execute(db)).rows[0]!.n
  const [drafts, notes] = [heard.flatMap(({ drafts }) => drafts), heard.flatMap(({ notes }) => notes)]
  return {
    lost:
      (await numberOf(sql`
        select count(*) as n from unnest(${drafts}::text[]) as title
        where not exists (select from problem where problem.title = title.title)`)) +
      (await numberOf(sql`
        select count(*) as n from unnest(${notes}::text[]) as said
        where not exists (select from stance_version where note = said)`)),
    twice:
      (await numberOf(sql`select count(*) - count(distinct title) as n from problem`)) +
      (await numberOf(
        sql`select count(note) - count(distinct note) as n from stance_version where act <> 'confirmed'`,
      )),
    withoutActivity: await numberOf(sql`
      select count(*) - (select count(*) from activity where kind like 'stance.%') as n from stance_version`),
    withoutReaction: await numberOf(sql`
      select (select count(*) from activity_outbox)
        + (select count(*) from job where done_at is null and queue not like 'schedule:%') as n`),
    mailedTwice: await numberOf(sql`select count(*) - count(distinct key) as n from mail`),
  }
}

test.each(['embedded', 'server'] as const)(
  'people write on the %s engine while web and worker are killed with kill -9: nothing they were told is in gets lost',
  async engine => {
    const { newTarget, end } = await openTargets(engine)
    onTestFinished(end)
    const target = await newTarget()
    const PORT = String(await freePort())
    const environment = { ...target.environment, PORT }
    // The embedded database belongs to one process; on a server the site and the worker are two.
    const startWeb = async () => {
      const args = engine === 'embedded' ? ['start'] : ['start', '--no-worker']
      const web = startProcess(args, environment)
      await web.said(isReady)
      return web
    }
    const startWorker = () => startProcess(['worker'], environment)

    await (await startWeb()).kill()
    const people = await target.change(prepare)
    let web = await startWeb()
    let worker = engine === 'server' ? startWorker() : undefined

    let isOver = false
    const writing = people.map(person => writeUntil(() => isOver, `http://127.0.0.1:${PORT}`, person))
    for (let kill = 0; kill < kills; kill++) {
      await sleep(300 + Math.random() * 900)
      if (worker && kill % 2) {
        await worker.kill()
        worker = startWorker()
      } else {
        await web.kill()
        web = await startWeb()
      }
    }
    await sleep(500)
    isOver = true
    const heard = await Promise.all(writing)
    const acknowledged = heard.flatMap(({ drafts, notes }) => [...drafts, ...notes]).length

    await web.kill()
    await worker?.kill()
    let harm = await target.look(db => countHarm(db, heard))
    // A job that was killed in mid-work waits a minute or two for its lease.
    for (let rest = 0; harm.withoutReaction > 0 && rest < restsAtMost; rest++) {
      web = await startWeb()
      worker = engine === 'server' ? startWorker() : undefined
      await sleep(restMilliseconds)
      await web.kill()
      await worker?.kill()
      harm = await target.look(db => countHarm(db, heard))
    }
    console.log(`${engine}: ${kills} kills, ${acknowledged} writes acknowledged; ${JSON.stringify(harm)}`)
    expect(acknowledged).toBeGreaterThan(kills)
    expect(harm).toEqual({ lost: 0, twice: 0, withoutActivity: 0, withoutReaction: 0, mailedTwice: 0 })

    const spoiled = await target.change(async db => {
      await sql`delete from problem where title = ${heard[0]!.drafts[0]}`.execute(db)
      await sql`update job set done_at = null where id = (select id from job where queue not like 'schedule:%' limit 1)`.execute(
        db,
      )
      return countHarm(db, heard)
    })
    expect(spoiled, 'the control: what is spoilt is noticed').toMatchObject({ lost: 1, withoutReaction: 1 })
  },
)
