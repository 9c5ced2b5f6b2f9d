import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import type { Command, CommandContext } from '#plumbing/command.ts'
import { createFigures } from '#plumbing/figures.ts'
import { startWorker } from '#plumbing/jobs.ts'
import { startListeners } from '#plumbing/listeners.ts'
import { queueState } from '#plumbing/queue-state.ts'
import { createApp } from '../app.tsx'
import { bringUpToDate, jobContext, seed } from './prepare.ts'

const stopWithinMilliseconds = 10_000

/** Resolves when the process is asked to end; a second request, or a stop that hangs, ends it at once. */
export async function untilStopped(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))
  setTimeout(() => process.exit(1), stopWithinMilliseconds).unref()
}

async function serveFigures({ config }: CommandContext, figures: ReturnType<typeof createFigures>) {
  if (config.METRICS_PORT === 0) return undefined
  const server = createHttpServer(async (request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end()
    response.setHeader('content-type', figures.contentType)
    response.end(await figures.text())
  })
  server.listen(config.METRICS_PORT, config.HOST)
  await once(server, 'listening')
  return server
}

export const start: Command = {
  name: 'start',
  usage: '[--no-worker]',
  does: 'brings the database up to date, loads what ships with Pipeline, serves the site and does its jobs',
  options: { 'no-worker': { type: 'boolean' } },
  run: async (context, { values }) => {
    const { config, site, clock, log, say } = context
    const database = await context.open()
    if (database.engine === 'embedded')
      say(`embedded database in ${config.DATA_DIR}: for trying out and small pilots`)
    await bringUpToDate(context, database)
    await seed(context, database)
    const figures = createFigures(() => queueState(database.db, clock))
    const app = await createApp({ db: database.db, site, clock, config, log, onAnswer: figures.countAnswer })
    const metrics = await serveFigures(context, figures)
    await app.listen({ port: config.PORT, host: config.HOST })
    const jobs = jobContext(context, database)
    const worker = values['no-worker'] ? undefined : startWorker(jobs)
    const listeners = values['no-worker'] ? undefined : await startListeners(jobs, say)
    say(`ready at ${config.BASE_URL}`)
    await untilStopped()
    say('stopping')
    metrics?.close()
    await listeners?.stop()
    await app.close()
    await worker?.stop()
  },
}
