import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { counts } from '#test/drills/counts.ts'
import { createDrillTables } from '#test/drills/drill-feature.ts'
import { sleep } from '#test/drills/processes.ts'
import { enqueueDrillJobs, killWorkersInMidJob } from '#test/drills/worker-kills.ts'
import { openDatabase } from './database/database.ts'
import { migrate } from './database/migrate.ts'

const server = process.env.TEST_DATABASE_URL
const jobs = 60
const kills = 6

async function ownDatabase(): Promise<string> {
  const name = `pipeline_kills_${randomUUID().replaceAll('-', '')}`
  const onServer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await onServer(`create database ${name}`)
  onTestFinished(() => onServer(`drop database ${name} with (force)`))
  return Object.assign(new URL(server!), { pathname: `/${name}` }).href
}

// The embedded database has one process: there is no second worker to kill. The long version is in test/drills.
test.runIf(server)(
  'three workers on one queue, killed in mid-job six times, do each job exactly once',
  async () => {
    const databaseUrl = await ownDatabase()
    const { db, close } = await openDatabase({ databaseUrl, poolSize: 2 })
    onTestFinished(close)
    await migrate(db)
    await createDrillTables(db)
    await enqueueDrillJobs(db, jobs)
    const workers = await killWorkersInMidJob(databaseUrl, kills)
    while ((await counts(db)).unfinishedJobs > 0) await sleep(100)
    await workers.stop()
    expect(await counts(db)).toMatchObject({ effects: jobs, effectsTwice: 0, unfinishedJobs: 0 })
  },
)
