import { expect, test } from 'vitest'
import { anyone } from '#plumbing/actor.ts'
import { createSite, type Feature } from '#plumbing/feature.ts'
import { redirect } from '#plumbing/http/answer.ts'
import { post } from '#plumbing/http/route.ts'
import { site } from '../src/features.ts'
import { testApp, testDatabase } from './support.ts'

test('a page that does not exist says so and what to do', async () => {
  const { get } = await testApp()
  const answer = await get('/no-such-page')
  expect(answer.statusCode).toBe(404)
  expect(answer.body).toContain('Page not found')
  expect(answer.body).not.toContain('sign in and look again')
})

test('who follows a link to what only some may see can sign in and come back to it', async () => {
  const app = await testApp()
  const path = '/projects/fewer-missed-bins/collaboration/decisions/1'
  const back = `/sign-in?next=${encodeURIComponent(path)}`
  expect((await app.get(path)).body).toContain(back)
  const officer = await app.signedIn({ of: 'leeds-city-council' })
  const answer = await officer.get(path)
  expect([answer.statusCode, answer.body.includes('/sign-in')]).toEqual([404, false])
})

test('an address in absolute form, or one that begins with two slashes, is refused', async () => {
  const { get } = await testApp()
  expect((await get('//evil.example/')).statusCode).toBe(400)
})

test('a badly encoded address is answered with a page, not an error of ours', async () => {
  const { get } = await testApp()
  const answer = await get('/%ff%')
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('was not understood')
})

const isDone = (text: string) => text.includes('govuk-notification-banner--success')

test('a page says at its top what was done, in words of ours only', async () => {
  const { get } = await testApp()
  const { body } = await get('/projects?done=signed-out')
  expect(isDone(body)).toBe(true)
  expect(body.indexOf('You are signed out.')).toBeLessThan(body.indexOf('<h1'))
  for (const done of ['<b>Pay%20here</b>', 'toString', 'signed-out&done=signed-out-everywhere', ''])
    expect(isDone((await get(`/projects?done=${done}`)).body)).toBe(done.startsWith('signed-out'))
  expect((await get('/projects?done=<b>Pay%20here</b>')).body).not.toContain('Pay here')
})

test('an act whose words no manifest has is a defect, and noticed by whoever tries it', async () => {
  const finish = post('/planted', { access: anyone, fromAnywhere: true }, async () =>
    redirect('/projects?page=2', { done: 'planted' }),
  )
  const db = await testDatabase()
  const planted = (feature: Omit<Feature, 'name'>) =>
    testApp({ db, site: createSite([...site.features, { name: 'planted', routes: [finish], ...feature }]) })
  expect((await (await planted({})).post('/planted', {})).statusCode).toBe(500)
  const known = await planted({ done: [{ key: 'planted', says: 'A tree.' }] })
  expect((await known.post('/planted', {})).headers.location).toBe('/projects?page=2&done=planted')
})
