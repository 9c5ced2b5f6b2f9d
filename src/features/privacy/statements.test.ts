import { expect, test } from 'vitest'
import { testApp } from '#test/support.ts'
import { site } from '../../features.ts'

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
