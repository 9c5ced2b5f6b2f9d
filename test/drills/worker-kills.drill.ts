import { mkdtempSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { recordActivities } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import { systemClock } from '#plumbing/clock.ts'
import { openDatabase } from '#plumbing/database/database.ts'
import { migrate } from '#plumbing/database/migrate.ts'
import { counts } from './counts.ts'
import { createDrillTables } from './drill-feature.ts'
import { sleep, startCluster } from './processes.ts'
import { enqueueDrillJobs, killWorkersInMidJob } from './worker-kills.ts'

const jobs = 1500
const activities = 3000
const kills = 40

test('three workers, killed in mid-job again and again, do each job and each reaction exactly once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-drill-'))
  await chmod(folder, 0o777)
  const cluster = await startCluster(join(folder, 'cluster'))
  onTestFinished(async () => {
    cluster.stop('fast')
    await rm(folder, { recursive: true })
  })
  const { db, close } = await openDatabase({ databaseUrl: cluster.url, poolSize: 2 })
  onTestFinished(close)
  await migrate(db)
  await createDrillTables(db)
  await enqueueDrillJobs(db, jobs)
  await db.transaction().execute(trx =>
    recordActivities(
      trx,
      systemClock,
      Array.from({ length: activities }, (_, n) => ({
        kind: 'drill.imported',
        subject: { kind: 'drill', id: String(n) },
        actor: system,
        detail: {},
      })),
    ),
  )
  const workers = await killWorkersInMidJob(cluster.url, kills)
  let now = await counts(db)
  // A killed worker's lease on a reaction lasts a minute.
  for (let waited = 0; (now.unfinishedJobs > 0 || now.waiting > 0) && waited < 180; waited++) {
    await sleep(1000)
    now = await counts(db)
  }
  await workers.stop()
  console.log(`${kills} kills over 3 workers: ${JSON.stringify(now)}`)
  expect(now.controlTwice, 'the kills did hit jobs in the middle').toBeGreaterThan(0)
  expect(now).toMatchObject({
    effects: jobs + activities,
    effectsTwice: 0,
    withoutReaction: 0,
    unfinishedJobs: 0,
    waiting: 0,
  })
})
