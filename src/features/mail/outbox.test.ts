import { expect, test } from 'vitest'
import type { Clock } from '#plumbing/clock.ts'
import type { CommandContext } from '#plumbing/command.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { JobContext } from '#plumbing/jobs.ts'
import { handClock, testApp, testDatabase } from '#test/support.ts'
import { mailCommand } from './commands.ts'
import { deleteMailTo, type Letter, queueMail } from './index.ts'
import { isOutboxShown } from './mail.ts'
import { forgetOldMail } from './schedules.ts'

const letter: Letter = {
  subject: 'Leeds & Bristol <answered>',
  parts: [
    { paragraph: 'Two councils answered:\nread on.' },
    { list: [{ words: 'Leeds\nIt is new.', href: '/problems/1' }, { words: 'Bristol' }] },
    { quote: 'We had <b>this</b>,\ntoo.' },
    { code: '012345' },
    { action: { label: 'Answer them', href: '/problems/1#answer' } },
  ],
  why: 'You get this because you follow this problem.',
}

const post = (db: Db, clock: Clock, key: string, parts: Partial<Letter> = {}) =>
  queueMail(db, clock, { key, to: `${key}@leeds.example`, about: 'answer', letter: { ...letter, ...parts } })

test('in development mail is listed newest first, and shown as text and as HTML', async () => {
  const { db, clock, get, drain } = await testApp()
  await post(db, clock, 'first', { subject: 'The first' })
  await post(db, clock, 'second')
  await drain()
  const list = await get('/dev/outbox')
  expect(list.body).toMatch(
    /Leeds &amp; Bristol &lt;answered>[\s\S]*second@leeds\.example[\s\S]*kept[\s\S]*The first/,
  )
  const newest = await get('/dev/outbox/newest')
  const shown = await get(String(newest.headers.location))
  expect(shown.statusCode).toBe(200)
  expect(shown.body).toContain('- Leeds<br/>  It is new.<br/>  http://pipeline.test/problems/1<br/>- Bristol')
  expect(shown.body).toContain('> We had &lt;b>this&lt;/b>,<br/>> too.')
  expect(shown.body).toContain('    012345')
  const html = await get(`${newest.headers.location}/html`)
  expect(html.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(html.headers['content-security-policy']).toContain("default-src 'self'")
  expect(html.body).toContain('Two councils answered:<br/>read on.')
  expect(html.body).toMatch(
    /<a href="[^"]*\/problems\/1">(?:<font[^>]*>)?Leeds(?:<\/font>)?<\/a><br\/>It is new\./,
  )
  expect(html.body).toContain('We had &lt;b>this&lt;/b>,<br/>too.')
  expect(html.body).toContain('href="http://pipeline.test/problems/1#answer"')
  expect(html.body).not.toMatch(/ style=|<style|<script|<img/)
  expect((await get('/dev/outbox/newest/html')).headers.location).toBe(`${newest.headers.location}/html`)
})

test('an outbox with nothing in it says what to do, and its newest mail is the list', async () => {
  const { get } = await testApp()
  expect((await get('/dev/outbox')).body).toContain('No mail yet')
  expect((await get('/dev/outbox/newest')).headers.location).toBe('/dev/outbox')
  expect((await get('/dev/outbox/01900000-0000-7000-8000-000000000000')).statusCode).toBe(404)
  expect((await get('/dev/outbox/latest')).statusCode).toBe(404)
})

test('elsewhere than in development the outbox does not exist', async () => {
  const { db, clock, config, get, drain } = await testApp()
  await post(db, clock, 'secret')
  await drain()
  const { location } = (await get('/dev/outbox/newest')).headers
  Object.assign(config, { BASE_URL: 'https://pipeline.example' })
  for (const path of ['/dev/outbox', '/dev/outbox/newest', `${location}`, `${location}/html`]) {
    const answer = await get(path)
    expect({ path, status: answer.statusCode }).toEqual({ path, status: 404 })
    expect(answer.body).not.toContain('secret@')
  }
})

const pilot = {
  SMTP_URL: undefined,
  DATABASE_URL: undefined,
  BASE_URL: 'http://localhost:3000',
  HOST: '127.0.0.1',
  TRUST_PROXY: false,
}

test.each([
  [{}, true],
  [{ BASE_URL: 'http://pipeline.test' }, true],
  [{ BASE_URL: 'http://[::1]:3000', HOST: '::1' }, true],
  [{ SMTP_URL: 'smtp://mail.example' }, false],
  [{ DATABASE_URL: 'postgres://database.example/pipeline' }, false],
  [{ BASE_URL: 'https://pipeline.example' }, false],
  [{ BASE_URL: 'https://localhost.evil.example' }, false],
  [{ BASE_URL: 'https://latest' }, false],
  [{ HOST: '0.0.0.0' }, false],
  [{ TRUST_PROXY: true }, false],
])('a site with %j shows its outbox: %s', (settings, shown) => {
  expect(isOutboxShown({ ...pilot, ...settings })).toBe(shown)
})

test('the operator sees what has not left and why, and nobody’s address', async () => {
  const db = await testDatabase()
  const clock = handClock()
  const printed: string[] = []
  const run = () =>
    mailCommand.run(
      {
        open: async () => ({ db }),
        print: (line: string) => printed.push(line),
      } as unknown as CommandContext,
      {
        values: {},
        words: [],
      },
    )
  await run()
  expect(printed).toEqual(['All mail has left.'])
  for (const key of ['waiting', 'given-up', 'refused', 'sent']) await post(db, clock, key)
  const job = (key: string) => db.updateTable('job').where('queue', '=', 'send-mail').where('key', '=', key)
  await job('waiting').set({ attempts: 2, last_error: '451 later' }).execute()
  await job('given-up').set({ attempts: 12, last_error: '421 busy', dead_at: clock.now() }).execute()
  await job('refused').set({ attempts: 1, done_at: clock.now() }).execute()
  const mail = (key: string) => db.updateTable('mail').set({ ended_at: clock.now() }).where('key', '=', key)
  await mail('refused').set({ state: 'refused', answer: '550 no such user' }).execute()
  await mail('sent').set({ state: 'sent', answer: '250 ok' }).execute()
  printed.length = 0
  await run()
  expect(printed.map(line => line.split('  ').slice(1))).toEqual([
    ['refused', 'answer', 'r…@leeds.example', 'tries: 1', '550 no such user'],
    ['given up', 'answer', 'g…@leeds.example', 'tries: 12', '421 busy'],
    ['waiting', 'answer', 'w…@leeds.example', 'tries: 2', '451 later'],
  ])
})

test('the words of a mail are forgotten seven days after it ended, and every mail after thirty', async () => {
  const db = await testDatabase()
  const clock = handClock('2026-11-21T02:50:00Z')
  const made = { 'left eight days ago': 9, 'left six days ago': 9, 'still waiting': 9, 'old and waiting': 31 }
  for (const [key, days] of Object.entries(made)) {
    const then = new Date(clock.now().getTime() - days * 86_400_000)
    await queueMail(db, { now: () => then }, { key, to: 'jo@leeds.example', about: 'answer', letter })
  }
  const leave = (key: string, ended_at: string) =>
    db
      .updateTable('mail')
      .set({ state: 'sent', ended_at: new Date(ended_at) })
      .where('key', '=', key)
      .execute()
  await leave('left eight days ago', '2026-11-13T02:50:00Z')
  await leave('left six days ago', '2026-11-15T02:50:00Z')
  await forgetOldMail.run(db, { clock } as unknown as JobContext)
  expect(await db.selectFrom('mail').select(['key', 'letter']).orderBy('key').execute()).toEqual([
    { key: 'left eight days ago', letter: null },
    { key: 'left six days ago', letter },
    { key: 'still waiting', letter },
  ])
})

test('a person who is erased is sent nothing more, and nothing is left of what they were sent', async () => {
  const { db, clock, drain } = await testApp()
  for (const key of ['Jo', 'other']) await post(db, clock, key)
  await deleteMailTo(db, 'jo@LEEDS.example')
  await drain()
  expect(await db.selectFrom('mail').select(['recipient', 'state']).execute()).toEqual([
    { recipient: 'other@leeds.example', state: 'kept' },
  ])
  const jobs = await db.selectFrom('job').selectAll().where('queue', '=', 'send-mail').execute()
  expect(JSON.stringify(jobs)).not.toContain('@leeds')
})
