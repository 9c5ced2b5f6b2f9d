import { mkdtempSync, writeFileSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#plumbing/database/database.ts'
import { inRoot } from '#plumbing/root.ts'
import { counts } from './counts.ts'
import { seedFile } from './drill-feature.ts'
import { bundleProgram, freePort, lineOf, run, sleep, startCluster } from './processes.ts'

const restarts = 6
const downMilliseconds = 2000

test('under load, a restart of PostgreSQL is answered with 503 and Retry-After, and over as soon as it is back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-drill-'))
  await chmod(folder, 0o777)
  const cluster = await startCluster(join(folder, 'cluster'))
  const program = await bundleProgram()
  writeFileSync(inRoot(seedFile), 'first')
  const PORT = String(await freePort())
  const site = run(program, [], { PORT, DATABASE_URL: cluster.url })
  let exited = false
  site.child.once('exit', () => {
    exited = true
  })
  onTestFinished(async () => {
    await site.kill()
    cluster.stop('fast')
    await rm(folder, { recursive: true })
  })
  await lineOf(site, line => line.startsWith('ready at'))

  const address = `http://127.0.0.1:${PORT}/drill`
  const answers = new Map<string, number>()
  const acknowledged: string[] = []
  let loading = true
  let slowest = 0
  const ask = async (key: string) => {
    const started = performance.now()
    const reading = key.endsWith('0')
    const body = reading ? {} : { method: 'POST', body: new URLSearchParams({ key }) }
    const answer = await fetch(address, body).catch(() => undefined)
    await answer?.arrayBuffer()
    slowest = Math.max(slowest, performance.now() - started)
    const retry = answer?.status === 503 ? ` retry-after ${answer.headers.get('retry-after')}` : ''
    const says = `${answer?.status ?? 'no answer'}${retry}`
    answers.set(says, (answers.get(says) ?? 0) + 1)
    if (!reading && answer?.status === 200) acknowledged.push(key)
  }
  const client = async (name: number) => {
    for (let n = 0; loading; n++) {
      await ask(`${name}-${n}`)
      await sleep(20)
    }
  }
  const clients = Array.from({ length: 20 }, (_, name) => client(name))

  let slowestRecovery = 0
  for (let n = 0; n < restarts; n++) {
    await sleep(1500)
    cluster.stop(n % 2 ? 'immediate' : 'fast')
    await sleep(downMilliseconds)
    cluster.start()
    const back = performance.now()
    while ((await fetch(address).catch(() => undefined))?.status !== 200) await sleep(20)
    slowestRecovery = Math.max(slowestRecovery, performance.now() - back)
  }
  loading = false
  await Promise.all(clients)

  const { db, close } = await openDatabase({ databaseUrl: cluster.url, poolSize: 1 })
  onTestFinished(close)
  const kept = await sql<{ key: string }>`select key from drill_record`.execute(db)
  const keys = new Set(kept.rows.map(({ key }) => key))
  const lost = acknowledged.filter(key => !keys.has(key)).length
  let end = await counts(db)
  // A job that a restart broke off waits for its lease.
  for (let waited = 0; end.withoutReaction > 0 && waited < 120; waited++) {
    await sleep(1000)
    end = await counts(db)
  }
  console.log(
    `${restarts} restarts: ${JSON.stringify(Object.fromEntries(answers))}, slowest ${Math.round(slowest)} ms, back within ${Math.round(slowestRecovery)} ms, ${acknowledged.length} writes acknowledged, ${lost} lost; ${JSON.stringify(end)}`,
  )
  expect([...answers.keys()].filter(says => says !== '200' && says !== '503 retry-after 10')).toEqual([])
  expect(answers.get('503 retry-after 10')).toBeGreaterThan(0)
  expect(slowestRecovery).toBeLessThan(5000)
  expect({ exited, lost, ...end }).toMatchObject({
    exited: false,
    lost: 0,
    recordsTwice: 0,
    effectsTwice: 0,
    withoutReaction: 0,
  })
})
