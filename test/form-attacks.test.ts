import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Route } from '#plumbing/http/route.ts'
import { site } from '../src/features.ts'
import { type AttackedSite, attackedSite, type Reach } from './attacks/attacked-site.ts'
import { harmOf } from './attacks/harm.ts'
import { naughtyStrings, seededNumbers, someOf } from './attacks/naughty-strings.ts'
import { fieldsIn } from './attacks/route-requests.ts'
import type { Form } from './support.ts'

const routes = site.slot('routes').filter(({ method }) => method === 'POST')
const name = ({ method, path }: Route) => `${method} ${path}`

let attacked: AttackedSite
beforeAll(async () => {
  attacked = await attackedSite()
}, 120_000)
afterAll(() => attacked.close())

/** What a person in order would write, where words alone would be refused before they are kept. */
const inOrder: Record<string, string> = {
  email: 'robin@example.gov.uk',
  code: '123456',
  evidence_links: 'https://example.gov.uk/log',
  website: 'https://example.gov.uk',
  url: 'https://example.gov.uk/code',
  service: 'none',
  for_service: 'Household waste collection',
  licence: 'MIT',
  released_on: '17 May 2024',
  since: '1 April 2025',
  days: '12',
  origins: '',
  starts_on: '1 February 2027',
  ends_on: '30 June 2027',
  said_on: '20 November 2026',
  due_on: '31 March 2027',
  done_on: '20 November 2026',
  wanted_by: '31 March 2027',
  decided_by: '31 March 2027',
  parked_until: '31 March 2027',
  aims_first: 'reuse',
  decided_on: '20 November 2026',
  answer_by: '15 January 2027',
  review_on: '1 June 2027',
  href: 'https://example.gov.uk/board',
  last_day: '31 March 2027',
  partners_welcome_until: '31 January 2027',
  organisation: 'Adur District Council',
  other: 'Adur District Council',
  problem: 'nothing-here',
  choice: 'other',
  offers: 'pilot-together',
  version: '1',
  edition: '1',
  next: '',
  seen: '1',
  screened: 'yes',
  knows: 'yes',
  knowsEnd: 'yes',
  sure: 'yes',
  isNew: 'yes',
  words: 'missed bin\nlost bin',
  about: '/search?q=damp',
  one: 'Leeds City Council',
  first_date: '12 January 2027',
  first_time: '10:30',
  second_date: '13 January 2027',
  second_time: '2pm',
  other_date: '14 January 2027',
  other_time: '9am',
  most: '5',
  rating: '4',
  purposes: 'chat',
  reviewed_on: '20 November 2026',
  source_url: 'https://example.gov.uk/tool',
  holder: 'elsewhere',
  holder_title: 'Web team lead',
  deputy: 'elsewhere',
  deputy_title: 'Web team officer',
  mailbox: 'team@leeds.gov.uk',
  whose: 'me',
  address: 'https://hooks.example.org/a',
  subscriptions: '019aa000-0000-7000-8000-000000000000',
}

/** The first of its choices, words in order, or words. */
function goodValue(field: string, shape: z.core.$ZodType): string {
  if (shape instanceof z.ZodPipe && shape.out instanceof z.ZodEnum) return String(shape.out.options[0])
  return inOrder[field] ?? 'Missed bins again'
}

const goodForm = (route: Route, { names }: Reach): Form => ({
  ...Object.fromEntries(
    Object.entries(fieldsIn(route.form)).map(([field, shape]) => [field, goodValue(field, shape)]),
  ),
  ...names,
})

const random = seededNumbers(20_261_122)
const shuffled = someOf(naughtyStrings, naughtyStrings.length, random)
let taken = 0
/** Each of the strings in turn, so that over all forms each is sent. */
const nextString = () => shuffled[taken++ % shuffled.length]!

/** Forms in which all fields break sites at once, once and twice, in which one does, and which have a field nobody knows. */
function badForms(good: Form): Form[] {
  const fields = Object.keys(good)
  const all = (texts: () => string | string[]) => Object.fromEntries(fields.map(field => [field, texts()]))
  return [
    ...(fields.length > 0 ? [all(nextString), all(() => [nextString(), nextString()])] : []),
    ...fields.map(field => ({ ...good, [field]: nextString() })),
    { ...good, [nextString()]: nextString(), ['__proto__']: nextString(), 'constructor[x]': nextString() },
  ]
}

/** Let in only where there is more: a record that an answer holds, an address for mail, an organisation with a successor, another common need. */
const needsMore = new Set([
  'POST /check/judgements',
  'POST /inbound-mail',
  'POST /memberships/:id/successor',
  'POST /opportunities/:slug/merging',
])

describe('the forms of those who are let in', () => {
  test.each(routes.map(route => [name(route), route] as const))(
    '%s does no harm with strings that break sites in its fields',
    async (_, route) => {
      const { send, get, reach, takeBack } = attacked
      const at = reach(route)
      const good = goodForm(route, at)
      const control = await send(at, good)
      expect(needsMore.has(name(route)) ? [404] : [200, 303, 409, 422]).toContain(control.statusCode)
      await takeBack()
      const harms: string[] = []
      for (const form of badForms(good)) {
        const answer = await send(at, form)
        const next = answer.headers.location
        const found = [...harmOf(answer), ...(next ? harmOf(await get(String(next), at.as)) : [])]
        harms.push(...found.map(harm => `${JSON.stringify(form)}: ${harm}`))
        await takeBack()
      }
      expect(harms).toEqual([])
    },
    30_000,
  )
})
