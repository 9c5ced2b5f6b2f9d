import { expect, test } from 'vitest'
import type { CommandContext } from '#plumbing/command.ts'
import { createSite } from '#plumbing/feature.ts'
import { forgedProvider } from '#test/forged-provider.ts'
import { silentLog, testApp } from '#test/support.ts'
import { signInCheckup } from './checkup-commands.ts'
import { singleSignOn } from './provider-commands.ts'

/** The command line on the database of a test. */
async function commandLine() {
  const { db, clock, config, get } = await testApp()
  const lines: string[] = []
  const keep = (line: string) => {
    lines.push(line)
  }
  const context: CommandContext = {
    config,
    site: createSite([]),
    clock,
    log: silentLog as CommandContext['log'],
    open: async () => ({ db, engine: 'embedded' }) as Awaited<ReturnType<CommandContext['open']>>,
    say: keep,
    print: keep,
  }
  const run = async (words: string, values: Record<string, string> = {}) => {
    lines.length = 0
    await singleSignOn.run(context, { words: words.split(' '), values })
    return lines.join('\n')
  }
  return { context, run, get, db }
}

const entra = {
  label: 'Leeds City Council',
  issuer: 'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/v2.0',
  'client-id': 'abc',
  'secret-env': 'LEEDS_SIGN_ON_SECRET',
  organisation: 'leeds-city-council',
}

test('an organisation’s Entra is added in one line, listed, and shown on the sign-in page until it is removed', async () => {
  const { run, get } = await commandLine()
  const said = await run('add leeds', entra)
  expect(said).toContain('http://pipeline.test/sign-in/with/leeds/callback')
  const listed = await run('list')
  expect(listed).toContain('entra')
  expect(listed).toContain('secret in LEEDS_SIGN_ON_SECRET')
  expect(listed).toContain('leeds-city-council  tid 11111111-1111-4111-8111-111111111111  leeds.gov.uk')
  expect((await get('/sign-in')).body).toContain('Sign in with Leeds City Council')
  await run('remove leeds')
  expect((await get('/sign-in')).body).not.toContain('Sign in with Leeds City Council')
  expect(await run('list')).toBe('Everyone signs in by mail.')
})

test('a shared Entra or Google speaks for an organisation only from a tenant that is named', async () => {
  const { run } = await commandLine()
  const issuer = 'https://login.microsoftonline.com/organizations/v2.0'
  await run('add microsoft', { label: 'Microsoft', issuer, 'client-id': 'abc' })
  const organisation = 'leeds-city-council'
  await expect(run('allow microsoft', { organisation })).rejects.toThrow('--tenant')
  await run('allow microsoft', { organisation, tenant: 'AAA' })
  expect(await run('list')).toContain('tid aaa')
  await run('disallow microsoft', { organisation })
  expect(await run('list')).not.toContain('tid aaa')
  const google = { label: 'Google', issuer: 'https://accounts.google.com', 'client-id': 'abc' }
  await expect(run('add google', { ...google, organisation })).rejects.toThrow('primary domain')
})

test.each([
  ['an issuer without https', { issuer: 'http://login.example' }, '--issuer'],
  ['no label', { label: '' }, '--label'],
  ['a secret in place of its variable', { 'secret-env': 'hush-hush' }, '--secret-env'],
  ['an unknown organisation', { organisation: 'nowhere' }, 'no organisation “nowhere”'],
])('%s is refused', async (_, wrong, words) => {
  const { run } = await commandLine()
  await expect(run('add leeds', { ...entra, ...wrong })).rejects.toThrow(words)
  expect(await run('list')).toBe('Everyone signs in by mail.')
})

test('on this machine a provider may do without https', async () => {
  const { run } = await commandLine()
  await run('add here', { label: 'Here', issuer: 'http://127.0.0.1:4000', 'client-id': 'abc' })
  expect(await run('list')).toContain('http://127.0.0.1:4000')
})

test('a name is used once, and an unknown verb says which there are', async () => {
  const { run } = await commandLine()
  await run('add leeds', entra)
  await expect(run('add leeds', entra)).rejects.toThrow('already')
  await expect(run('forget leeds')).rejects.toThrow('add NAME')
})

test('mail is switched on again from the command line when a sign-in is broken', async () => {
  const { run, db } = await commandLine()
  const { id } = await db
    .selectFrom('organisation')
    .select('id')
    .where('slug', '=', 'leeds-city-council')
    .executeTakeFirstOrThrow()
  await db.insertInto('sign_on_only').values({ organisation_id: id, since: new Date() }).execute()
  expect(await run('relax leeds-city-council')).toContain('can sign in by mail')
  expect(await db.selectFrom('sign_on_only').select('since').execute()).toEqual([])
})

test('doctor says of each provider whether it answers, and what is missing', async () => {
  const { context, run } = await commandLine()
  expect(await signInCheckup.look(context)).toMatchObject({ state: 'ok' })
  await run('add leeds', entra)
  expect(await signInCheckup.look(context)).toMatchObject([
    { state: 'wrong', says: expect.stringContaining('LEEDS_SIGN_ON_SECRET is not set') },
  ])
  await run('remove leeds')
  await run('add leeds', { ...entra, kind: 'other', issuer: 'http://127.0.0.1:9', 'secret-env': 'PATH' })
  expect(await signInCheckup.look(context)).toMatchObject([
    { state: 'wrong', says: expect.stringContaining('does not answer') },
  ])
  await run('remove leeds')
  forgedProvider('https://sign-in.example')
  const answering = { label: 'Leeds', issuer: 'https://sign-in.example', 'client-id': 'abc' }
  await run('add leeds', answering)
  expect(await signInCheckup.look(context)).toMatchObject([{ state: 'look' }])
  await run('allow leeds', { organisation: 'leeds-city-council' })
  expect(await signInCheckup.look(context)).toMatchObject([{ state: 'ok', says: 'Leeds answers' }])
})
