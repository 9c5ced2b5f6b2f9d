import type { Command } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { startWorker } from '#plumbing/jobs.ts'
import { startListeners } from '#plumbing/listeners.ts'
import { jobContext } from './prepare.ts'
import { untilStopped } from './start.ts'

export const worker: Command = {
  name: 'worker',
  usage: '',
  does: 'does jobs beside a running site; needs PostgreSQL, as many as you like',
  run: async context => {
    if (!context.config.DATABASE_URL)
      throw failure(
        'invalid',
        'A worker of its own needs DATABASE_URL: the embedded database serves one process.',
      )
    const database = await context.open()
    const jobs = jobContext(context, database)
    const running = startWorker(jobs)
    const listeners = await startListeners(jobs, context.say)
    context.say('worker: ready')
    await untilStopped()
    await listeners.stop()
    await running.stop()
  },
}
