import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { pendingSeeds } from '#plumbing/import-runs.ts'
import { site } from '../../src/features.ts'
import { npmStart, type Victim } from './npm-start.ts'
import { freePort, lineOf, sleep } from './processes.ts'
import {
  acknowledgedIn,
  countLost,
  countTwice,
  countWithoutReaction,
  describeTables,
  listKept,
  progress,
} from './site-counts.ts'
import { openTargets, type Target } from './targets.ts'

const killsWhileImporting = 20
const victims: Victim[] = ['all', 'site', 'all', 'npm', 'all', 'launcher']
const pages = ['/', '/organisations/leeds-city-council', '/search?q=planning']

const isReady = (line: string) => line.startsWith('pipeline: ready at')

const ports = { PORT: String(await freePort()), METRICS_PORT: String(await freePort()) }
// What is taken in is the same without vectors, and they would take minutes in every round.
const start = ({ environment }: Target) => npmStart({ ...ports, ...environment, EMBEDDER: 'off' })

/** Asks a ready site for pages, lets it do its jobs, and ends it. */
async function finish(running: ReturnType<typeof start>): Promise<number[]> {
  const ask = (port: string, path: string) => fetch(`http://127.0.0.1:${port}${path}`)
  const answers = await Promise.all(pages.map(path => ask(ports.PORT, path)))
  const figures = async () => (await ask(ports.METRICS_PORT, '/metrics')).text()
  // A job that was killed in mid-work waits a minute for its lease.
  while (!/^pipeline_jobs\{state="waiting"\} 0$/m.test(await figures())) await sleep(500)
  await running.kill()
  return answers.map(({ status }) => status)
}

async function countAll(db: Db, heard: Set<string>, kept: Set<string>) {
  return {
    lost: await countLost(db, await acknowledgedIn(db, heard, kept)),
    twice: await countTwice(db),
    withoutReaction: await countWithoutReaction(db),
  }
}

type Sum = {
  rounds: number
  whileImporting: number
  whileIndexing: number
  acknowledged: number
  lost: number
  twice: number
}

/** Starts until the site is ready, each time killing it soon after it has come further than ever. */
async function startUntilReady(target: Target, sum: Sum, kept: Set<string>) {
  const heard = new Set<string>()
  for (;;) {
    const running = start(target)
    const before = heard.size
    running.onLine(line => progress.test(line) && heard.add(line))
    const isTime = (line: string) =>
      sum.whileImporting < killsWhileImporting
        ? heard.size > before
        : sum.whileIndexing === 0 && line.startsWith('pipeline: index: ')
    const line = await lineOf(running, line => isReady(line) || isTime(line))
    if (isReady(line)) return { running, heard }
    await sleep(Math.random() * 150)
    await running.kill(victims[(sum.whileImporting + sum.whileIndexing) % victims.length])
    const found = await target.look(async db => {
      const acknowledged = await acknowledgedIn(db, heard, kept)
      return {
        acknowledged: acknowledged.keys.length,
        lost: await countLost(db, acknowledged),
        twice: await countTwice(db),
        isImporting: (await pendingSeeds(db, site)).length > 0,
      }
    })
    sum[found.isImporting ? 'whileImporting' : 'whileIndexing']++
    sum.acknowledged += found.acknowledged
    sum.lost += found.lost
    sum.twice += found.twice
  }
}

/** Does what a bad kill would: loses a record, doubles one, forgets a reaction. */
async function spoil(db: Db) {
  await sql`delete from imported_record where key = 'dos:1164'`.execute(db)
  await sql`
    insert into organisation
    select (jsonb_populate_record(council, jsonb_build_object('id', ${newId()}::text, 'slug', 'once-more'))).*
    from organisation as council where gss_code = 'E08000035'`.execute(db)
  await sql`
    update job set done_at = null
    where id = (select id from job where queue = 'reaction:index-for-search' limit 1)`.execute(db)
}

test.each(['embedded', 'server'] as const)(
  'npm start on the %s engine, killed with kill -9 while it takes in what ships, loses and doubles nothing, and goes on',
  async engine => {
    const began = performance.now()
    const { newTarget, end } = await openTargets(engine)
    onTestFinished(end)
    const undisturbed = await newTarget()
    const first = start(undisturbed)
    await lineOf(first, isReady)
    await finish(first)
    const tables = await undisturbed.look(describeTables)
    const kept = await undisturbed.look(listKept)

    const sum: Sum = { rounds: 0, whileImporting: 0, whileIndexing: 0, acknowledged: 0, lost: 0, twice: 0 }
    while (sum.whileImporting < killsWhileImporting || sum.whileIndexing === 0) {
      sum.rounds++
      const target = await newTarget()
      const { running, heard } = await startUntilReady(target, sum, kept)
      expect(await finish(running)).toEqual(pages.map(() => 200))
      expect(await target.look(db => countAll(db, heard, kept))).toEqual({
        lost: 0,
        twice: 0,
        withoutReaction: 0,
      })
      expect(await target.look(describeTables)).toEqual(tables)
    }
    const seconds = Math.round((performance.now() - began) / 1000)
    console.log(`${engine}: ${JSON.stringify(sum)}, ${seconds} s`)
    expect(sum).toMatchObject({ lost: 0, twice: 0 })

    const everything = new Set(site.slot('seeds').map(({ format }) => `pipeline: ${format}: 99999 rows in`))
    const control = await undisturbed.look(async db => {
      await spoil(db)
      return countAll(db, everything, kept)
    })
    expect(control).toEqual({ lost: 1, twice: 1, withoutReaction: 1 })
  },
)
