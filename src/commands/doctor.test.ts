import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { expect, onTestFinished, test } from 'vitest'
import type { CommandContext } from '#plumbing/command.ts'
import { readConfig } from '#plumbing/config.ts'
import { unavailable } from '#plumbing/database/unavailable.ts'
import { createSite } from '#plumbing/feature.ts'
import { handClock, silentLog, testDatabase } from '#test/support.ts'
import { baseAddress, clockDifference, freeSpace, nodeVersion } from './checkups.ts'
import { doctor } from './doctor.ts'

type Opened = Awaited<ReturnType<CommandContext['open']>>

async function examined(environment: Record<string, string>, open?: CommandContext['open']) {
  const printed: string[] = []
  const db = await testDatabase()
  const context: CommandContext = {
    config: readConfig({ DATA_DIR: tmpdir(), ...environment }),
    site: createSite([]),
    clock: handClock(new Date().toISOString()),
    log: silentLog as CommandContext['log'],
    open: open ?? (async () => ({ db, engine: 'embedded' }) as Opened),
    say: () => {},
    print: line => printed.push(line),
  }
  onTestFinished(() => {
    process.exitCode = 0
  })
  await doctor.run(context, { values: { json: true }, words: [] })
  const findings: { what: string; state: string; says: string; todo?: string }[] = JSON.parse(
    printed.join('\n'),
  )
  const exitCode = process.exitCode
  return { exitCode, of: (what: string) => findings.filter(finding => finding.what === what) }
}

test('a fresh pilot has nothing wrong, and is told that mail goes nowhere and what the embedded database is for', async () => {
  const { exitCode, of } = await examined({})
  expect(exitCode ?? 0).toBe(0)
  expect(of('database').at(-1)).toMatchObject({
    state: 'look',
    says: expect.stringContaining('small pilots'),
  })
  expect(of('mail')).toMatchObject([
    { state: 'look', says: 'goes nowhere yet', todo: 'Set SMTP_URL and MAIL_FROM, or NOTIFY_API_KEY.' },
  ])
})

test('a database that cannot be reached is wrong, says what to do, and the rest is still looked at', async () => {
  const { exitCode, of } = await examined({}, async () => {
    throw unavailable('The database cannot be reached.')
  })
  expect(exitCode).toBe(1)
  expect(of('database')).toMatchObject([{ state: 'wrong', todo: expect.stringContaining('DATABASE_URL') }])
  expect(of('disk')[0]?.state).toBe('ok')
})

test('an embedded database that a running site holds is no fault', async () => {
  const { exitCode, of } = await examined({}, async () => {
    throw new Error('/somewhere is in use by process 7.')
  })
  expect(exitCode ?? 0).toBe(0)
  expect(of('database')[0]?.state).toBe('look')
})

async function mailServer() {
  const server = createServer(socket => {
    socket.write('220 test\r\n')
    socket.on('data', () => socket.write('250 ok\r\n'))
    socket.on('error', () => {})
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  onTestFinished(() => void server.close())
  return { server, settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'pipeline@council.example' } }
}

test('a mail server that greets is ok', async () => {
  const { settings } = await mailServer()
  expect((await examined(settings)).of('mail')).toMatchObject([{ state: 'ok' }])
})

test('a mail server that does not answer is wrong', async () => {
  const { server, settings } = await mailServer()
  server.close()
  const { exitCode, of } = await examined(settings)
  expect(of('mail')[0]?.state).toBe('wrong')
  expect(exitCode).toBe(1)
})

test.each([
  ['https://pipeline.example', '127.0.0.1', 'ok'],
  ['http://localhost:3000', '127.0.0.1', 'ok'],
  ['http://localhost:3000', '0.0.0.0', 'look'],
  ['http://pipeline.example', '0.0.0.0', 'look'],
  ['https://pipeline.example/app', '0.0.0.0', 'wrong'],
])('the address %s of a site that listens on %s is: %s', (BASE_URL, HOST, state) => {
  expect(baseAddress({ BASE_URL, HOST }).state).toBe(state)
})

test('Node.js 22 is wrong, under a gigabyte is worth a look, and so is a clock that differs', () => {
  expect(nodeVersion('22.11.0').state).toBe('wrong')
  expect(nodeVersion('24.0.0').state).toBe('ok')
  expect(freeSpace(0.99e9, '/data').state).toBe('look')
  expect(freeSpace(1e9, '/data').state).toBe('ok')
  const now = new Date('2026-11-21T12:00:00Z')
  expect(clockDifference(now, now).state).toBe('ok')
  expect(clockDifference(now, new Date('2026-11-21T11:59:49Z')).state).toBe('look')
  expect(clockDifference(new Date('2020-01-01'), now).state).toBe('wrong')
})
