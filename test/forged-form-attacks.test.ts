import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formTokenOf } from '#plumbing/http/browser-key.ts'
import type { Route } from '#plumbing/http/route.ts'
import { newSecret } from '#plumbing/secrets.ts'
import { cookieOf } from '#test/people.ts'
import { site } from '../src/features.ts'
import { type AttackedSite, attackedSite, encoded } from './attacks/attacked-site.ts'
import { harmOf } from './attacks/harm.ts'

const routes = site.slot('routes').filter(({ method }) => method === 'POST')
const name = ({ method, path }: Route) => `${method} ${path}`
const guarded = routes.filter(({ fromAnywhere }) => !fromAnywhere)
const named = (some: Route[]) => some.map(route => [name(route), route] as const)

let attacked: AttackedSite
beforeAll(async () => {
  attacked = await attackedSite()
}, 120_000)
afterAll(() => attacked.close())

const refusal = 'This form is no longer valid'
const asForm = { 'content-type': 'application/x-www-form-urlencoded' }

test('only forms that change nothing are taken in from anywhere', () => {
  expect(routes.filter(({ fromAnywhere }) => fromAnywhere).map(name)).toEqual([
    // Leads to the address of a question, which anyone may link to.
    'POST /check',
    // Mail that a provider hands over, signed with a secret.
    'POST /inbound-mail',
    // Stops mail to whoever has the secret of one: mail programs post it, who have no browser.
    'POST /from-mail/:secret/stop',
  ])
})

describe('a form that no page of this site sent to this browser', () => {
  test.each(named(guarded))('is refused by %s, and the same with its token is not', async (_, route) => {
    const { send, inject, reach, keyOf, takeBack } = attacked
    const at = reach(route)
    const forms = {
      'no token': { form_token: [] },
      'an empty token': { form_token: '' },
      'the token of another browser': { form_token: formTokenOf(newSecret()) },
      'a wrong token before the right one': { form_token: ['', formTokenOf(keyOf(at.as))] },
    }
    const headers = {
      'another origin': { origin: 'https://evil.example' },
      'an origin that ends alike': { origin: 'http://evil.pipeline.test' },
      'the origin of a sandbox': { origin: 'null' },
      'another site': { 'sec-fetch-site': 'cross-site' },
      'a neighbour on the domain': { 'sec-fetch-site': 'same-site' },
    }
    const answers = {
      ...Object.fromEntries(
        await inTurn(Object.entries(forms), async ([what, { form_token }]) => [
          what,
          await inject({
            method: 'POST',
            url: at.path,
            payload: encoded({ ...at.names, form_token }),
            headers: { ...asForm, ...cookieOf(keyOf(at.as)) },
          }),
        ]),
      ),
      ...Object.fromEntries(
        await inTurn(Object.entries(headers), async ([what, foreign]) => [what, await send(at, {}, foreign)]),
      ),
    }
    for (const [what, answer] of Object.entries(answers)) {
      expect([what, answer.statusCode]).toEqual([what, 403])
      expect(answer.body).toContain(refusal)
      expect(harmOf(answer)).toEqual([])
    }
    const control = await send(at, {}, { origin: 'http://pipeline.test', 'sec-fetch-site': 'same-origin' })
    await takeBack()
    expect(control.statusCode).not.toBe(403)
    expect(control.statusCode).toBeLessThan(500)
  })
})

describe('a form that nobody would fill in', () => {
  const typeless = [
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/xml',
    'a/b',
    'x',
  ]

  test.each(named(routes))('is refused by %s before it is read', async (_, route) => {
    const { inject, reach, keyOf, takeBack } = attacked
    const at = reach(route)
    const token = `form_token=${formTokenOf(keyOf(at.as))}`
    const sent = async (payload: string, type: string) => {
      const answer = await inject({
        method: 'POST',
        url: at.path,
        payload,
        headers: { 'content-type': type, ...cookieOf(keyOf(at.as)) },
      })
      await takeBack()
      expect(harmOf(answer)).toEqual([])
      return answer.statusCode
    }
    const form = asForm['content-type']
    expect(await sent(`${token}&title=${'a'.repeat(256 * 1024)}`, form)).toBe(413)
    const fields = Array.from({ length: 10_000 }, (_, at) => `f${at}=1`).join('&')
    expect(await sent(`${token}&${fields}`, form)).toBe(413)
    for (const type of typeless) {
      const isItsOwn = route.upload && type.startsWith('multipart/')
      expect([type, await sent(token, type)]).toEqual([type, isItsOwn ? 422 : 415])
    }
  })
})

async function inTurn<T, R>(all: T[], ask: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  for (const one of all) answers.push(await ask(one))
  return answers
}
