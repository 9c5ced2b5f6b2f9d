import { systemClock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { enqueue } from '#plumbing/jobs.ts'
import { inRoot } from '#plumbing/root.ts'
import { type Running, run, sleep } from './processes.ts'

const worker = inRoot('test', 'drills', 'worker.ts')

export const enqueueDrillJobs = (db: Db, howMany: number) =>
  db.transaction().execute(async trx => {
    for (let n = 0; n < howMany; n++) await enqueue(trx, systemClock, 'slow', `job ${n}`, { key: `job ${n}` })
  })

/** Three workers; whichever begins a job next is killed in the middle of it and replaced, `kills` times. */
export async function killWorkersInMidJob(
  databaseUrl: string,
  kills: number,
): Promise<{ stop(): Promise<void> }> {
  const running = new Set<Running>()
  const begun = () => Promise.race([...running].map(one => beginning(one)))
  const add = () => running.add(run(worker, [], { DATABASE_URL: databaseUrl }))
  for (let n = 0; n < 3; n++) add()
  for (let n = 0; n < kills; n++) {
    const victim = await begun()
    await sleep(Math.random() * 45)
    running.delete(victim)
    await victim.kill()
    add()
  }
  return {
    stop: async () => {
      await Promise.all([...running].map(one => one.kill()))
    },
  }
}

const beginning = (one: Running) =>
  new Promise<Running>(resolve => one.onLine(line => line.startsWith('begin') && resolve(one)))
