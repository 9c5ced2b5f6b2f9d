import { type FastifyInstance, fastify, type InjectOptions } from 'fastify'
import { describe, expect, test } from 'vitest'
import type { Route } from '#plumbing/http/route.ts'
import { securityHeaders } from '#plumbing/http/security-headers.ts'
import { site } from '../src/features.ts'
import { harmInPage, harmOf } from './attacks/harm.ts'
import { naughtyStrings, seededNumbers, someOf } from './attacks/naughty-strings.ts'
import { fromElsewhere, requestsWith, unreadableShapes } from './attacks/route-requests.ts'
import { testApp } from './support.ts'

const routes = site.slot('routes')
const requestsOfRoute = 20
const name = ({ method, path }: Route) => `${method} ${path}`

/** Sends the requests, and tells which answers do harm. */
async function attack(app: FastifyInstance, requests: InjectOptions[]) {
  const harms: string[] = []
  for (const [at, request] of requests.entries()) {
    const harm = harmOf(await app.inject(fromElsewhere(request, at)))
    harms.push(...harm.map(what => `${JSON.stringify(request.url)} ${request.payload ?? ''}: ${what}`))
  }
  return harms
}

test('the fields of every route can be told, so that none escapes the attacks', () => {
  const unreadable = routes.filter(route => unreadableShapes(route).length > 0)
  expect(unreadable.map(name)).toEqual([])
})

describe('strings that break sites', () => {
  test.each(routes.map(route => [name(route), route] as const))(
    'do no harm in any field of %s',
    async (_, route) => {
      const { app } = await testApp()
      const requests = naughtyStrings.flatMap(text => requestsWith(route, text))
      const harms = await attack(app, someOf(requests, requestsOfRoute, seededNumbers(1)))
      expect(harms).toEqual([])
    },
  )

  test.each([
    ['what is searched for', (text: string) => `/search?${new URLSearchParams({ q: text })}`],
    [
      'the problem that is asked about',
      (text: string) => `/check?${new URLSearchParams({ problem: text.padEnd(10, '.') })}`,
    ],
  ])(
    'do no harm as %s, any of them',
    async (_, address) => {
      const { app } = await testApp()
      const requests = naughtyStrings.map(text => ({ url: address(text) }))
      expect(await attack(app, requests)).toEqual([])
    },
    60_000,
  )

  test('are noticed where a page shows them as they are', async () => {
    const careless = fastify()
    careless.get('/', async (request, reply) =>
      reply
        .headers(securityHeaders)
        .type('text/html')
        .send((request.query as { q: string }).q),
    )
    expect(await attack(careless, [{ url: '/?q=bins' }])).toEqual([])
    expect(await attack(careless, [{ url: '/?q=<script>alert(1)</script>' }])).toHaveLength(1)
  })
})

const keyOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
const someId = '01900000-0000-7000-8000-000000000000'

test.each([
  `/projects?sort=title&after=${keyOf('a\u0000', someId)}`,
  `/projects?before=${keyOf('0000-01-01', someId)}`,
  `/notices?after=${keyOf('0000-01-01', someId)}`,
  `/fund/applications?after=${keyOf(9e15, someId)}`,
  '/search?organisation=constructor',
  `/search?organisation=${'-'.repeat(36)}`,
  '/search?service=99999999999999999999&area=-1',
  '/councils?status=constructor&type=__proto__',
  '/projects?phase=constructor&state=valueOf',
  '/notices?category=constructor&status=__proto__',
  '/?__proto__[a]=1&constructor=2',
])('%s, tampered with, is answered as a page', async address => {
  const { app, get } = await testApp()
  expect((await get(address)).statusCode).toBe(200)
  expect(await attack(app, [{ url: address }])).toEqual([])
})

test.each([
  '<script>alert(1)</script>',
  '<script src="https://evil.example/a.js"></script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\u0000script:x">x</a><p onclick=x>',
  '<a href="//evil.example">x</a>',
  '<form action="data:text/html,x"></form>',
  '<p style="position:fixed">',
  '<meta http-equiv="refresh" content="0">',
])('%s is harm in a page', html => {
  expect(harmInPage(html)).not.toEqual([])
})

describe('every kind of answer', () => {
  test.each([
    ['a page', 'GET', '/', 200],
    ['a page that is not there', 'GET', '/nothing-here', 404],
    ['a record that is not there', 'GET', '/projects/nothing-here', 404],
    ['an address that cannot be decoded', 'GET', '/%zz', 400],
    ['an address with two slashes', 'GET', '//evil.example/', 400],
    ['a word in the path that is too long', 'GET', `/projects/${'a'.repeat(300)}`, 414],
    ['a file', 'GET', '/councils.csv', 200],
    ['a file outside the assets', 'GET', '/assets/../../package.json', 404],
    ['a question that is too short', 'GET', '/check?problem=x', 422],
    ['a form in a type nobody takes', 'POST', '/check', 415],
    ['the head of a page', 'HEAD', '/', 200],
    ['a method nobody takes', 'OPTIONS', '/', 404],
    ['a form where none is taken', 'POST', '/search', 404],
  ] as const)('%s is guarded by the same headers', async (_, method, url, status) => {
    const { app } = await testApp()
    const payload = method === 'POST' && url === '/check' ? '{}' : undefined
    const headers = payload ? { 'content-type': 'application/json' } : {}
    const answer = await app.inject({ method, url, payload, headers })
    expect(answer.statusCode).toBe(status)
    expect(harmOf(answer)).toEqual([])
  })

  test.each([
    '/?problem=words+of+mine',
    '/check?problem=Residents+keep+phoning+about+missed+bins',
    '/check?problem=x',
    '/check/note?problem=Residents+keep+phoning+about+missed+bins',
    '/check/note.md?problem=Residents+keep+phoning+about+missed+bins',
    '/check/note.docx?problem=Residents+keep+phoning+about+missed+bins',
    '/search?q=bins',
    '/services?q=bins',
    '/councils?q=bins',
  ])('%s, with a person’s words in it, is kept by no shared cache and no search engine', async path => {
    const { get } = await testApp()
    const { headers } = await get(path)
    expect(headers['cache-control']).toMatch(/^private|^no-store/)
    expect(headers['x-robots-tag']).toBe('noindex')
  })
})
