import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '#plumbing/http/route.ts'
import { site } from '../src/features.ts'
import { type AttackedSite, attackedSite } from './attacks/attacked-site.ts'
import { harmOf } from './attacks/harm.ts'
import { formsIn } from './attacks/page-forms.ts'
import { fieldsIn } from './attacks/route-requests.ts'

const routes = site.slot('routes')
const name = ({ method, path }: Route) => `${method} ${path}`
const named = (some: Route[]) => some.map(route => [name(route), route] as const)

let attacked: AttackedSite
beforeAll(async () => {
  attacked = await attackedSite()
}, 120_000)
afterAll(() => attacked.close())

/** Words in a path that name nothing, as they stand in an address. */
const names = [
  '-1',
  '99999999999999999999',
  '00000000-0000-7000-8000-00000000000G',
  '{01900000-0000-7000-8000-000000000000}',
  'urn:uuid:01900000-0000-7000-8000-000000000000',
  '01900000000070008000000000000000',
  'a'.repeat(200),
  'a'.repeat(201),
  '..%2f..%2fetc%2fpasswd',
  '%2F%2Fevil.example',
  'a%2Fb',
  '%00',
  'leeds-city-council%00',
  '%0d%0aset-cookie:a=b',
  '%zz',
  '%c0%ae',
  '%ed%a0%80',
  '%EF%BC%A7',
  '%E2%80%AE',
  "'%20or%201=1--",
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '__proto__',
  'null',
]

/** Pages already looked through: most are the same one. */
const harmless = new Set<string>()

describe('a name of nothing in the address', () => {
  const withNames = routes.filter(({ path }) => path.includes(':'))

  test.each(named(withNames))('of %s is answered as a page that does not exist', async (_, route) => {
    const { get, send, reach, takeBack } = attacked
    const { as } = reach(route)
    const answersTo = async (path: string) => {
      const answer = await (route.method === 'GET' ? get(path, as) : send({ path, as }, {}))
      if (route.method === 'POST') await takeBack()
      return answer
    }
    for (const place of route.path.match(/:\w+/g)!) {
      for (const word of names) {
        const rest = route.path.replace(place, word)
        const path = rest.replace(/:kind/, 'problem').replace(/:\w+/g, '01900000-0000-7000-8000-000000000000')
        const answer = await answersTo(path)
        expect([path, answer.statusCode]).toEqual([path, expect.toBeOneOf([400, 404, 414])])
        if (!harmless.has(answer.body)) expect([path, harmOf(answer)]).toEqual([path, []])
        harmless.add(answer.body)
      }
    }
  })
})

describe('where to go next', () => {
  const leadsOn = routes.filter(({ query, form }) => 'next' in { ...fieldsIn(query), ...fieldsIn(form) })

  test('is asked for by these routes, and by the steps of forms that know only their own list', () => {
    // In an update of a project it is the words of what comes next.
    expect(leadsOn.map(name).filter(route => !/\/parts\/|\/updates/.test(route))).toEqual([
      'GET /sign-in',
      'POST /sign-in',
      'GET /welcome',
      'POST /welcome',
      'GET /welcome/asked',
      // Attacked with a provider at the other end in sign-on-attacks.test.ts.
      'GET /sign-in/with/:slug',
    ])
  })

  const home = 'http://pipeline.test'
  const leaving = [
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/\u0000/evil.example',
    '/..//evil.example',
    '/%2f/evil.example',
    '/a\r\nlocation: https://evil.example',
    'http:evil.example',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    '@evil.example',
    '.evil.example',
    '/@evil.example',
    `/${'a'.repeat(20_000)}`,
  ]
  /** Where a browser would be after an answer, and what is filled in for it to send on. */
  const landings = ({ headers, body }: { headers: object; body: string }) => {
    const { location } = headers as { location?: string }
    const filled = formsIn(body).flatMap(({ fields }) => fields.filter(({ name }) => name === 'next'))
    return [location, ...filled.flatMap(({ values }) => values)].filter(to => to !== undefined)
  }

  test.each(leaving)('%j never leads away from the site', async next => {
    const { get, send, takeBack } = attacked
    const query = new URLSearchParams({ next })
    const welcome = { name: 'Robin', next, organisation: '', choice: '' }
    const signedIn = [
      await get(`/sign-in?${query}`, 'lead'),
      await get(`/welcome?${query}`, 'lead'),
      await send({ as: 'lead', path: '/welcome' }, welcome),
      await get(`/welcome?${query}`, 'lead'),
      await get(`/welcome/asked?${query}`, 'lead'),
    ]
    for (const answer of signedIn) {
      const found = landings(answer)
      expect(found).not.toEqual([])
      expect(found.filter(to => new URL(to, home).origin !== home)).toEqual([])
      expect(harmOf(answer)).toEqual([])
    }
    const asked = { as: 'signed out', path: '/sign-in' } as const
    expect((await send(asked, { email: 'robin@example.gov.uk', next })).headers.location).toBe(
      '/sign-in/code',
    )
    const kept = await attacked.db
      .selectFrom('sign_in')
      .select('next_path')
      .where('email', '=', 'robin@example.gov.uk')
      .executeTakeFirstOrThrow()
    expect(new URL(kept.next_path, home).origin).toBe(home)
    await takeBack()
  })

  test('leads there when it is a page of the site', async () => {
    const { headers } = await attacked.get('/sign-in?next=%2Fprojects%3Fq%3D1', 'lead')
    expect(headers.location).toBe('/projects?q=1')
  })
})
