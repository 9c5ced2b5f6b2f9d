import { expect, test } from 'vitest'
import { visitor } from '#plumbing/actor.ts'
import { site } from '../src/features.ts'
import { testApp } from './support.ts'

const readable = site.slot('routes').filter(({ method }) => method === 'GET')
const examples = readable.flatMap(({ access, examples = [] }) =>
  examples.map(path => ({ path, isOpen: access.invites === true || access.allows(visitor) })),
)

/** Pages of things that only people make: nothing that ships stands behind them. Their features' tests visit them. */
const withoutExample = [
  '/check/judgement',
  '/from-mail/:secret',
  '/feeds/:secret.atom',
  '/feeds/:secret.ics',
  '/from-mail/:secret/:id',
  '/from-mail/:secret/stop',
  '/guides/:slug/preview',
  '/handovers/:id',
  '/handovers/:id/offer',
  '/handovers/:id/pack',
  '/health/:secret/:beginning',
  '/handovers/from-mail/:secret',
  '/horizon/:matter/:day',
  '/horizon/:matter/:day/calendar.ics',
  '/horizon/:matter/:day/contracts.csv',
  '/contracts/:id',
  '/contracts/:id/correction',
  '/introductions/:id',
  '/introductions/:id/meeting.ics',
  '/introductions/from-mail/:secret',
  '/introductions/from-mail/:secret/meeting.ics',
  '/introductions/new',
  '/mail-confirmation/:secret',
  '/mailboxes/:secret',
  '/memberships/:id/notice',
  '/moderation/cases/:kind/:id',
  '/my/subscriptions/:id',
  '/my/subscriptions/hooks/:id',
  '/my/subscriptions/stop',
  '/ocds/planned-projects.json',
  '/opportunities/:slug',
  '/opportunities/:slug/call',
  '/opportunities/:slug/curation',
  '/organisations/:slug/contracts/imports/:id',
  '/organisations/:slug/contracts/imports/:id/lines.csv',
  '/organisations/:slug/contracts/imports/:id/service',
  '/organisations/:slug/contracts/imports/:id/undoing',
  '/organisations/:slug/subscriptions',
  '/organisations/:slug/subscriptions/:id',
  '/organisations/:slug/subscriptions/hooks',
  '/organisations/:slug/subscriptions/hooks/:id',
  '/organisations/:slug/subscriptions/sent',
  '/organisations/:slug/subscriptions/stop',
  '/people/:id',
  '/problems/:slug',
  '/problems/:slug/history',
  '/problems/:slug/merge',
  '/problems/:slug/partners',
  '/problems/:slug/stances',
  '/problems/:slug/stances.csv',
  '/problems/:slug/stances/:organisation',
  '/products/:slug/reply/:system',
  '/reuse/:slug',
  '/reuse/:slug/asset.json',
  '/projects/:slug/collaboration',
  '/projects/:slug/collaboration/agreement',
  '/projects/:slug/collaboration/agreement/versions/:number',
  '/projects/:slug/collaboration/agreement/versions/:number/agreement.docx',
  '/projects/:slug/collaboration/agreement/versions/:number/agreement.txt',
  '/projects/:slug/collaboration/agreement/versions/:number/ending',
  '/projects/:slug/collaboration/agreement/versions/:number/evidence.json',
  '/projects/:slug/collaboration/agreement/versions/:number/evidence.zip',
  '/projects/:slug/collaboration/agreement/versions/:number/signature',
  '/projects/:slug/collaboration/decisions',
  '/projects/:slug/collaboration/decisions/:number',
  '/projects/:slug/ocds.json',
  '/projects/:slug/updates.atom',
  '/projects/:slug/updates/:id',
  '/projects/:slug/updates/:id/elsewhere',
  '/projects/:slug/updates/:id/report',
  '/projects/:slug/updates/:id/report.docx',
  '/question-answers/:id/edit',
  '/questions/:id',
  '/questions/:id/edit',
  '/questions/new',
  '/replies/:id',
  '/reviews/:id',
  '/search/synonyms/:id',
  '/signing-key.pem',
  '/sign-in/with/:slug',
  '/sign-in/with/:slug/callback',
  '/still-true/:secret/:answer',
]

test('every page to read names an address at which it can be seen', () => {
  const without = readable.filter(({ examples = [] }) => examples.length === 0)
  expect(without.map(({ path }) => path).sort()).toEqual(withoutExample.toSorted())
})

test.each(examples)('$path answers', async ({ path, isOpen }) => {
  const { get, signedIn } = await testApp()
  const reader = isOpen ? { get } : await signedIn({ duties: ['curator', 'operator'] })
  const answer = await reader.get(path)
  expect([200, 301, 303]).toContain(answer.statusCode)
  expect(answer.body).not.toMatch(/undefined|\[object Object\]|NaN|Invalid Date/)
})

test('every page that search engines are told of answers', async () => {
  const { get, db } = await testApp()
  const lists = await Promise.all(site.slot('sitemap').map(({ list }) => list(db)))
  const failing: string[] = []
  for (const { path } of lists.flat()) {
    const { statusCode } = await get(path)
    if (statusCode !== 200) failing.push(`${path}: ${statusCode}`)
  }
  expect(failing).toEqual([])
}, 120_000)

test('pages carry a policy that runs nothing inline, and no style or script of their own', async () => {
  const { get } = await testApp()
  const answer = await get('/')
  const policy = String(answer.headers['content-security-policy'])
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(answer.headers['strict-transport-security']).toContain('max-age')
  expect(answer.body).not.toMatch(/ style="|<style|<script(?![^>]* src=)| on[a-z]+="/)
})

test('a page that has not changed is not sent twice', async () => {
  const { get } = await testApp()
  const first = await get('/services')
  const again = await get('/services', { 'if-none-match': String(first.headers.etag) })
  expect(again.statusCode).toBe(304)
  expect(again.body).toBe('')
})
