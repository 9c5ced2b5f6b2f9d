import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { handClock, silentLog, testDatabase } from '#test/support.ts'
import { type Access, anyone } from '../actor.ts'
import { readConfig } from '../config.ts'
import type { Db } from '../database/database.ts'
import { createSite } from '../feature.ts'
import { page } from './answer.ts'
import { get, type Route } from './route.ts'
import { createServer } from './server.ts'

type Parts = { db: Db; log?: pino.Logger; settings?: Record<string, string> }

async function serverWith(routes: Route[], { db, log = silentLog, settings = {} }: Parts) {
  const server = await createServer({
    db,
    log,
    config: readConfig({ PORT: '0', METRICS_PORT: '0', OVERLOADED_AFTER_MS: '0', ...settings }),
    clock: handClock(),
    site: createSite([{ name: 'things', routes }]),
    renderPage: ({ title }) => title,
    errorPage: ({ status, message }) => page({ status, title: message ?? String(status) }),
  })
  onTestFinished(() => server.close())
  return server
}

const things = (
  shapes: { access?: Access<never> | Access; perMinute?: number },
  handle = async () => page({ title: 'Things' }),
) => get('/things', { access: anyone, ...shapes }, handle)

test('a route that does not say who may use it keeps the site from starting', async () => {
  const undeclared = { ...things({}), access: undefined } as unknown as Route
  await expect(serverWith([undeclared], { db: await testDatabase() })).rejects.toThrow(
    'GET /things does not declare who may use it.',
  )
})

test('what one may not see is a page that does not exist', async () => {
  const nobody: Access<never> = { name: 'nobody', allows: (_): _ is never => false }
  const server = await serverWith([things({ access: nobody })], { db: await testDatabase() })
  expect((await server.inject('/things')).statusCode).toBe(404)
})

test('one request more than the limit is told when to try again', async () => {
  const server = await serverWith([things({ perMinute: 2 })], { db: await testDatabase() })
  const answers = [
    await server.inject('/things'),
    await server.inject('/things'),
    await server.inject('/things'),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429])
  expect(answers[2]!.headers['retry-after']).toBe('60')
})

test('a process that is held up says so at once, and when to come back', async () => {
  const settings = { OVERLOADED_AFTER_MS: '100' }
  const server = await serverWith([things({})], { db: await testDatabase(), settings })
  await server.ready()
  const end = performance.now() + 1200
  while (performance.now() < end);
  await setTimeout(20)
  const { statusCode, headers } = await server.inject('/things')
  expect([statusCode, headers['retry-after']]).toEqual([503, '10'])
})

test('when the counter of the limit fails, the page is answered all the same', async () => {
  const db = await testDatabase()
  await db.schema.alterTable('rate_limit').renameTo('rate_limit_lost').execute()
  const server = await serverWith([things({ perMinute: 1 })], { db })
  expect((await server.inject('/things')).statusCode).toBe(200)
  expect((await server.inject('/things')).statusCode).toBe(200)
})

test('a stop finishes the answers that were begun', async () => {
  const begun = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const slow = things({}, async () => {
    begun.resolve()
    await goOn.promise
    return page({ title: 'Finished' })
  })
  const server = await serverWith([slow], { db: await testDatabase() })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const answer = fetch(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}/things`)
  await begun.promise
  const closed = server.close()
  goOn.resolve()
  expect(await (await answer).text()).toBe('Finished')
  await closed
})

test('the log names route, status and request, and nothing that a person typed', async () => {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: line => lines.push(line) })
  const server = await serverWith([things({})], { db: await testDatabase(), log })
  await server.inject({
    url: '/things?problem=Jo+Bloggs+owes+rent',
    headers: { 'user-agent': 'Jo’s browser' },
  })
  // A machine that is busy may add a line of its own.
  const answered = lines.map(line => JSON.parse(line)).filter(({ msg }) => msg === 'answered')
  expect(answered).toMatchObject([{ route: '/things', method: 'GET', status: 200 }])
  expect(answered[0].reqId).toMatch(/^[0-9a-f-]{36}$/)
  expect(lines.join('')).not.toMatch(/Bloggs|browser|127\.0\.0\.1/)
})
