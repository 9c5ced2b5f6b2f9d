import { expect, onTestFinished, test } from 'vitest'
import type { CommandContext } from '#plumbing/command.ts'
import { readConfig } from '#plumbing/config.ts'
import { handClock, silentLog, testApp, testDatabase } from '#test/support.ts'
import { createApp } from '../../app.tsx'
import { site } from '../../features.ts'
import { controllerCheckup } from './checkup-commands.ts'

const statements = ['/privacy', '/cookies', '/accessibility', '/terms']

test('each statement is a step away from every page', async () => {
  const { get } = await testApp()
  const { body } = await get('/councils')
  for (const path of statements) expect(body).toContain(`href="${path}"`)
})

test('while nobody says who runs the site, the notice says that it is a trial', async () => {
  const { get } = await testApp()
  const { body } = await get('/privacy')
  expect(body).toContain('has not said yet who they are')
})

const named = {
  PORT: '0',
  METRICS_PORT: '0',
  BASE_URL: 'https://pipeline.example',
  CONTROLLER: 'Example City Council',
  CONTACT_EMAIL: 'people@example.gov.uk',
}

test('who runs the site is named where it matters, and the cookie is called as it is there', async () => {
  const db = await testDatabase()
  const app = await createApp({ db, site, clock: handClock(), config: readConfig(named), log: silentLog })
  onTestFinished(() => app.close())
  const read = async (url: string) => (await app.inject(url)).body
  for (const path of ['/privacy', '/accessibility', '/terms']) {
    const body = await read(path)
    expect(body).toContain('Example City Council')
    expect(body).toContain('href="mailto:people@example.gov.uk"')
    expect(body).not.toContain('not said yet who they are')
  }
  expect(await read('/accessibility')).toContain('https://pipeline.example')
  expect(await read('/cookies')).toMatch(/Name<\/dt>.{0,80}<code>__Host-pipeline<\/code>/)
})

test('doctor asks for a controller while none is named', async () => {
  const lookWith = (environment: Record<string, string>) =>
    controllerCheckup.look({ config: readConfig(environment) } as CommandContext)
  expect(await lookWith({})).toMatchObject({ state: 'look' })
  expect(await lookWith({ CONTROLLER: named.CONTROLLER })).toMatchObject({ state: 'look' })
  expect(await lookWith(named)).toEqual({
    state: 'ok',
    says: 'Example City Council is named as the controller',
  })
})

test('the notice has a line for everything that a feature says it keeps', async () => {
  const { get } = await testApp()
  const { body } = await get('/privacy')
  const lines = site.slot('retention')
  expect(lines.length).toBeGreaterThan(2)
  for (const { what, until } of lines) for (const words of [what, until]) expect(body).toContain(words)
})

test('readers get no cookie; who opens a page with a form gets the one that the cookies page names', async () => {
  const { get } = await testApp()
  const examples = site
    .slot('routes')
    .filter(({ method }) => method === 'GET')
    .flatMap(({ examples = [] }) => examples)
  const given = new Set<string>()
  let withForm = 0
  for (const path of examples) {
    const { headers, body } = await get(path)
    const cookies = [headers['set-cookie'] ?? []].flat()
    if (!body.includes('name="form_token"')) expect([path, cookies]).toEqual([path, []])
    else withForm += 1
    for (const cookie of cookies) given.add(cookie.split('=')[0]!)
  }
  expect(withForm).toBeGreaterThan(0)
  expect([...given]).toEqual(['pipeline'])
  const { body } = await get('/cookies')
  expect(body).toContain('<code>pipeline</code>')
  expect(body).toContain('<code>__Host-pipeline</code>')
  expect(body).toContain('30 days')
})
