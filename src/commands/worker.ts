import type { Command } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { startWorker } from '#plumbing/jobs.ts'
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
    const running = startWorker(jobContext(context, database))
    context.say('worker: ready')
    await untilStopped()
    await running.stop()
  },
}
