import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { deliverHooks } from '#features/hooks/jobs.ts'
import { sendToHooks } from '#features/hooks/schedules.ts'
import { runKind } from '#plumbing/job-runs.ts'
import type { JobContext } from '#plumbing/jobs.ts'
import { type Guard, internetOnly } from '#plumbing/outbound.ts'
import { site } from '../src/features.ts'
import { silentLog } from './support.ts'

/** A program that takes what it is sent, and answers as told. */
export async function receiver() {
  const heard: { headers: IncomingHttpHeaders; body: string }[] = []
  const answers = { status: 204 }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', piece => {
      body += piece
    })
    request.on('end', () => {
      heard.push({ headers: request.headers, body })
      response.writeHead(answers.status).end('secret of the inner network')
    })
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  onTestFinished(() => void server.close())
  return { heard, answers, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in` }
}

const toLoopback: Guard = { ...internetOnly, protocols: ['http:'], ports: null, mayReach: () => true }

/** What is due for hooks is sent; returns how many messages were tried. */
export async function send({ db, clock, config }: Pick<JobContext, 'db' | 'clock' | 'config'>) {
  const context = { db, clock, config, site, log: silentLog }
  await db.transaction().execute(trx => sendToHooks.run(trx, context))
  return runKind(deliverHooks(toLoopback) as never, context)
}
