import { PgBoss } from 'pg-boss'

export const stanceTaken = 'stance-taken'

/** The queue; a web server only sends, and leaves upkeep to the worker. */
export async function startQueue({ isWorker }) {
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL,
    schema: 'usual_stack_jobs',
    supervise: isWorker,
    schedule: isWorker,
  })
  boss.on('error', console.error)
  await boss.start()
  await boss.createQueue(stanceTaken)
  return boss
}
