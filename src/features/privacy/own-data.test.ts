import { expect, test } from 'vitest'
import type { CommandContext } from '#plumbing/command.ts'
import { createLog } from '#plumbing/log.ts'
import { silentLog, testApp } from '#test/support.ts'
import { site } from '../../features.ts'
import { personCommand } from './commands.ts'

test('who is not signed in is led to sign in, for each page about their data', async () => {
  const { get } = await testApp()
  for (const path of ['/account/data', '/account/data/export', '/account/data/erasure']) {
    const { statusCode, headers } = await get(path)
    expect([path, statusCode]).toEqual([path, 303])
    expect(headers.location).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
  }
})

test('a person takes along one file, with a part for everything that a feature may hold', async () => {
  const { signedIn } = await testApp()
  const officer = await signedIn({ of: 'leeds-city-council', name: 'Robin Ashdown' })
  await signedIn({ name: 'Somebody Else', email: 'else@example.gov.uk' })
  const { headers, body } = await officer.get('/account/data/export')
  expect(headers['content-disposition']).toBe('attachment; filename="pipeline-my-data-2026-11-21.json"')
  expect(headers['cache-control']).toBe('no-store')
  const { parts, complete } = JSON.parse(body)
  expect(complete).toBe(true)
  expect(parts.map(({ title }: { title: string }) => title).toSorted()).toEqual(
    site
      .slot('personalData')
      .map(({ title }) => title)
      .toSorted(),
  )
  expect(body).toContain('Robin Ashdown')
  expect(body).toContain(officer.email)
  expect(body).toContain('Leeds City Council')
  expect(body).not.toContain('else@example.gov.uk')
})

test('nobody is erased by a button alone: the box beside it has to be ticked', async () => {
  const { signedIn } = await testApp()
  const officer = await signedIn({ of: 'leeds-city-council', name: 'Robin Ashdown' })
  const { statusCode, body } = await officer.post('/account/data/erasure')
  expect(statusCode).toBe(422)
  expect(body).toContain('Tick the box to say that you want all of it erased')
  expect((await officer.get('/my')).body).toContain('Hello, Robin Ashdown')
})

test('the only lead of an organisation is told so before they go, and a lead among others is not', async () => {
  const { signedIn } = await testApp()
  const lead = await signedIn({ of: 'leeds-city-council', role: 'lead' })
  const path = '/account/data/erasure'
  expect((await lead.get(path)).body).toContain('You are the only lead of Leeds City Council.')
  const suspended = await signedIn({ of: 'leeds-city-council', role: 'lead', isSuspended: true })
  expect(suspended.personId).not.toBe(lead.personId)
  expect((await lead.get(path)).body).toContain('only lead')
  await signedIn({ of: 'leeds-city-council', role: 'lead' })
  expect((await lead.get(path)).body).not.toContain('only lead')
})

test('who erased themselves is signed out everywhere, and begins anew if they come back', async () => {
  const { signedIn, db } = await testApp()
  const email = 'robin@leeds.gov.uk'
  const officer = await signedIn({ of: 'leeds-city-council', email, name: 'Robin Ashdown' })
  const { statusCode, headers } = await officer.post('/account/data/erasure', { sure: 'yes' })
  expect([statusCode, headers.location]).toEqual([303, '/account/erased'])
  expect((await officer.get('/account/erased')).body).toContain('You have been erased')
  expect((await officer.get('/my')).statusCode).toBe(303)
  const again = await signedIn({ email })
  expect(again.personId).not.toBe(officer.personId)
  expect((await again.get('/my')).body).not.toContain('Robin')
  const { count } = await db
    .selectFrom('activity')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('kind', '=', 'person.erased')
    .where('subject_id', '=', officer.personId)
    .executeTakeFirstOrThrow()
  expect(count).toBe(1)
})

test('an erasure leaves a line in the log with a number, for whoever restores an older backup', async () => {
  let logged = ''
  const { signedIn, drain } = await testApp({ log: createLog('info', { write: line => (logged += line) }) })
  const officer = await signedIn({ of: 'leeds-city-council', name: 'Robin Ashdown' })
  await officer.post('/account/data/erasure', { sure: 'yes' })
  await drain()
  const lines = logged.split('\n').filter(line => line.includes('person erased'))
  expect(lines.map(line => JSON.parse(line).person)).toEqual([officer.personId])
})

test('when one feature cannot erase, none has', async () => {
  const planted = {
    title: 'Planted',
    order: 935,
    export: async () => [],
    erase: async () => {
      throw new Error('This part cannot be erased just now.')
    },
  }
  const withPlanted: typeof site = {
    ...site,
    slot: name =>
      (name === 'personalData' ? [...site.slot('personalData'), planted] : site.slot(name)) as never,
  }
  const { signedIn } = await testApp({ site: withPlanted })
  const officer = await signedIn({ of: 'leeds-city-council', name: 'Robin Ashdown' })
  expect((await officer.post('/account/data/erasure', { sure: 'yes' })).statusCode).toBe(500)
  const { statusCode, body } = await officer.get('/my')
  expect(statusCode).toBe(200)
  expect(body).toContain('Hello, Robin Ashdown')
  expect(body).toContain('You speak for')
})

test('the operator answers for someone who cannot sign in, and erases them by address or number', async () => {
  const { signedIn, db, clock, config } = await testApp()
  const officer = await signedIn({ of: 'leeds-city-council', name: 'Robin Ashdown', isSuspended: true })
  const printed: string[] = []
  const said: string[] = []
  const context: CommandContext = {
    config,
    site,
    clock,
    log: silentLog,
    open: async () => ({ db }) as Awaited<ReturnType<CommandContext['open']>>,
    say: line => said.push(line),
    print: line => printed.push(line),
  }
  const run = (words: string[], values = {}) => personCommand.run(context, { words, values })
  await run([` ${officer.email.toUpperCase()}`])
  expect(JSON.parse(printed.join('\n')).complete).toBe(true)
  expect(printed.join('\n')).toContain('Robin Ashdown')
  await run([officer.personId], { erase: true })
  expect(said.join('\n')).toContain(`The person ${officer.personId} was erased.`)
  await expect(run([officer.email])).rejects.toThrow('There is no such account.')
  await expect(run([officer.personId], { erase: true })).rejects.toThrow('There is no such account.')
  await expect(run([])).rejects.toThrow('Say one e-mail address')
})
