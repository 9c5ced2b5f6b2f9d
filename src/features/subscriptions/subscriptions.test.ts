import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newId } from '#plumbing/id.ts'
import { publishProblem } from '#test/published-problem.ts'
import { handClock, silentLog, testApp } from '#test/support.ts'
import { site as wholeSite } from '../../features.ts'
import { tellAtOnce } from './schedules.ts'

const missedBins = '/search?q=missed+bins'
const wishes = { title: 'Missed bins', level: 'new', frequency: 'at-once' }

async function subscribed(more: Record<string, string> = {}) {
  const clock = handClock()
  const site = await testApp({ clock })
  await site.drain()
  const officer = await site.signedIn({ of: 'leeds-city-council', name: 'Jo' })
  const form = { about: missedBins, ...wishes, ...more }
  await officer.get(`/subscriptions/new?about=${encodeURIComponent(form.about)}`)
  const answer = await officer.post('/subscriptions/new', form)
  expect(answer.statusCode).toBe(303)
  clock.forward(60_000)
  return { ...site, clock, officer }
}

/** Ten minutes later: the next mail of what people want at once has been made. */
async function later({ db, clock, config, drain }: Awaited<ReturnType<typeof subscribed>>) {
  clock.forward(10 * 60_000)
  const context = { db, clock, config, site: wholeSite, log: silentLog }
  await db.transaction().execute(trx => tellAtOnce.run(trx, context))
  await drain()
}

const mails = (db: Awaited<ReturnType<typeof subscribed>>['db']) =>
  db.selectFrom('mail').select(['recipient', 'letter']).where('about', '=', 'digest').orderBy('id').execute()

/** A problem as if it had just been published, and all that follows from it. */
async function publish(site: Awaited<ReturnType<typeof subscribed>>, slug: string, title: string) {
  const problem = await publishProblem(site.db, site.clock, { slug, title })
  await site.drain()
  return problem
}

test('who keeps a search is told of what it finds anew, with the reason, once', async () => {
  const site = await subscribed()
  await publish(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const sent = await mails(site.db)
  expect(sent).toMatchObject([{ recipient: site.officer.email }])
  expect(JSON.stringify(sent[0]!.letter)).toContain('Bins are missed again')
  expect(JSON.stringify(sent[0]!.letter)).toContain('you asked for “Missed bins”')
  await later(site)
  expect(await mails(site.db)).toHaveLength(1)
  expect((await site.officer.get('/my/subscriptions/sent')).body).toContain('Bins are missed again')
  expect((await site.officer.get('/my')).body).toContain('Bins are missed again')
})

test('what does not have all the words is not told', async () => {
  const site = await subscribed()
  await publish(site, 'bins-only', 'Bins in parks')
  await later(site)
  expect(await mails(site.db)).toHaveLength(0)
})

test('what happens to it is told to those who want everything, and not to whoever did it', async () => {
  const site = await subscribed({ level: 'everything' })
  const { db, clock, officer } = site
  const problem = await publish(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const happen = async (actor_id: string | null) => {
    await db
      .insertInto('activity')
      .values({
        id: newId(),
        kind: 'problem.solved',
        subject_kind: 'problem',
        subject_id: problem.id,
        actor_kind: 'person',
        actor_id,
        detail: '{}',
        occurred_at: clock.now(),
      })
      .execute()
    await site.drain()
    await later(site)
  }
  await happen(officer.personId)
  expect(await mails(db)).toHaveLength(1)
  await happen(null)
  const [, second] = await mails(db)
  expect(JSON.stringify(second!.letter)).toContain('Solved')
  expect((await officer.get('/my/subscriptions/sent')).body).toContain('Solved, told because you asked for')
})

/** The secret in the newest mail. */
async function secretOf(site: Awaited<ReturnType<typeof subscribed>>) {
  const sent = await mails(site.db)
  return /from-mail\/([\w-]{43})/.exec(JSON.stringify(sent.at(-1)!.letter))![1]!
}

test('the link in a mail leads to all that one is told of, without an account', async () => {
  const site = await subscribed()
  await publish(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const path = `/from-mail/${await secretOf(site)}`
  const reader = site.freshBrowser()
  const { body } = await reader.get(path)
  expect(body).toContain('Missed bins')
  const [, id] = /from-mail\/[\w-]{43}\/([\w-]{36})/.exec(body)!
  await reader.get(`${path}/${id}`)
  const refused = await reader.post(`${path}/${id}`, { ...wishes, title: '' })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Say what to call it')
  expect((await reader.post(`${path}/${id}/end`)).statusCode).toBe(303)
  await publish(site, 'bins-missed-more', 'More missed bins')
  await later(site)
  expect(await mails(site.db)).toHaveLength(1)
  expect((await reader.get(`/from-mail/${'x'.repeat(43)}`)).statusCode).toBe(404)
})

test('links in mail to an address that someone has left lead nowhere', async () => {
  const site = await subscribed()
  const { db, officer } = site
  await publish(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const path = `/from-mail/${await secretOf(site)}`
  expect((await site.get(path)).statusCode).toBe(200)
  await officer.post('/account/address', { email: 'jo@elsewhere.example' })
  const { letter } = await db
    .selectFrom('mail')
    .select('letter')
    .where('about', '=', 'new-address')
    .executeTakeFirstOrThrow()
  const [, code] = /"code":"(\d+)"/.exec(JSON.stringify(letter))!
  expect((await officer.post('/account/address/code', { code: code! })).statusCode).toBe(303)
  await site.drain()
  for (const left of [path, `${path}/stop`]) expect((await site.get(left)).statusCode).toBe(404)
})

test('a mail program stops all of it with one post; to open the link stops nothing', async () => {
  const site = await subscribed()
  await publish(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const path = `/from-mail/${await secretOf(site)}/stop`
  await site.get(path)
  expect((await site.officer.get('/my/subscriptions')).body).not.toContain(
    'All mail of these subscriptions was stopped',
  )
  expect((await site.post(path, { 'List-Unsubscribe': 'One-Click' })).statusCode).toBe(303)
  expect((await site.officer.get('/my/subscriptions')).body).toContain(
    'All mail of these subscriptions was stopped',
  )
  await publish(site, 'bins-missed-more', 'More missed bins')
  await later(site)
  expect(await mails(site.db)).toHaveLength(1)
  await site.officer.post('/my/subscriptions/resume')
  await later(site)
  expect(await mails(site.db)).toHaveLength(2)
})

test('a mail program may send its post in parts', async () => {
  const site = await subscribed()
  await publish(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const payload =
    '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const url = `/from-mail/${await secretOf(site)}/stop`
  expect((await site.app.inject({ method: 'POST', url, payload, headers })).statusCode).toBe(303)
  expect((await site.officer.get('/my/subscriptions')).body).toContain(
    'All mail of these subscriptions was stopped',
  )
})

test('of more than one wishes to hear in a week the best are sent, and the rest stand on the page', async () => {
  const site = await subscribed()
  await site.officer.post('/my/subscriptions/limit', { most: '1' })
  await publish(site, 'bins-missed-again', 'Bins are missed again')
  await publish(site, 'bins-missed-more', 'More missed bins')
  await later(site)
  const [sent] = await mails(site.db)
  expect(JSON.stringify(sent!.letter)).toContain('1 more thing is on your page')
  expect((await site.officer.get('/my/subscriptions/sent')).body).toContain('It was left out of the mail')
})

test('a thing that two subscriptions find stands once in one mail, with both reasons', async () => {
  const site = await subscribed()
  await site.officer.post('/subscriptions/new', {
    ...wishes,
    about: '/search?kind=problem',
    title: 'Problems',
  })
  site.clock.forward(1000)
  await publish(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const sent = await mails(site.db)
  expect(sent).toHaveLength(1)
  expect(JSON.stringify(sent[0]!.letter)).toContain('you asked for “Missed bins”, “Problems”')
})

test.each([
  ['/search', 'Search for something first'],
  ['/search?q=one+two+three+four+five+six+seven+eight+nine+ten+eleven', 'Search with 8 or fewer'],
  ['/nowhere', 'Nothing at this address'],
])('“%s” cannot be kept, and the answer says why', async (about, why) => {
  const { signedIn } = await testApp()
  const officer = await signedIn()
  const answer = await officer.get(`/subscriptions/new?about=${encodeURIComponent(about)}`)
  expect([answer.statusCode, answer.body.includes(why)]).toEqual([422, true])
})

test('to keep the same again leads to what is kept', async () => {
  const { officer } = await subscribed()
  const again = await officer.get(`/subscriptions/new?about=${encodeURIComponent(missedBins)}`)
  expect(again.headers.location).toMatch(/^\/my\/subscriptions\//)
})

test('a kept search follows the synonyms of its words', async () => {
  const site = await subscribed({ about: '/search?q=oozlum', title: 'Oozlums' })
  const curator = await site.signedIn({ duties: ['curator'] })
  await curator.post('/search/synonyms/new', { words: 'oozlum\nquagga' })
  await site.drain()
  await publish(site, 'quaggas', 'Quaggas in the park')
  await later(site)
  expect(JSON.stringify(await mails(site.db))).toContain('Quaggas in the park')
})

test('a search whose address is too long to be kept is refused with why', async () => {
  const { signedIn } = await testApp()
  const officer = await signedIn()
  const values = Array.from(
    { length: 75 },
    (_, at) => `${at < 45 ? 'service' : 'organisation'}=${randomBytes(90).toString('hex')}`,
  )
  const about = `/search?${values.join('&')}`
  const answer = await officer.post('/subscriptions/new', { ...wishes, about })
  expect([answer.statusCode, answer.body.includes('too long to be kept')]).toEqual([422, true])
})

test('a title with lines of its own says nothing where a mail says where it leads', async () => {
  const site = await subscribed()
  await publish(site, 'bins-missed-again', 'Bins are missed\n  https://elsewhere.test/')
  await later(site)
  const [sent] = await mails(site.db)
  expect(JSON.stringify(sent!.letter)).toContain('Bins are missed https://elsewhere.test/')
})

test('words of one’s own are ended even while nobody can tell what they mean', async () => {
  const site = await subscribed()
  const { id } = await site.db.selectFrom('subscription').select('id').executeTakeFirstOrThrow()
  const change = { address: '/check?problem=Bins+are+missed+again+and+again' }
  await site.db.updateTable('subscription').set(change).where('id', '=', id).execute()
  await site.db.insertInto('subscription_text').values({ subscription_id: id, closeness: 3 }).execute()
  const path = `/my/subscriptions/${id}`
  expect((await site.officer.get(path)).body).toContain('End this subscription')
  expect((await site.officer.post(path, { ...wishes, title: 'Mine' })).statusCode).toBe(303)
  expect((await site.officer.post(`${path}/end`)).statusCode).toBe(303)
})

test('what is muted tells nothing, not even what it had found before', async () => {
  const site = await subscribed()
  const { id } = await site.db.selectFrom('subscription').select('id').executeTakeFirstOrThrow()
  await publish(site, 'bins-missed-again', 'Bins are missed again')
  await site.officer.post(`/my/subscriptions/${id}`, { ...wishes, level: 'mute' })
  await later(site)
  expect(await mails(site.db)).toHaveLength(0)
})

test('what has ended asks nothing of documents any more', async () => {
  const { officer, db } = await subscribed()
  const { id } = await db.selectFrom('subscription').select('id').executeTakeFirstOrThrow()
  await officer.post(`/my/subscriptions/${id}/end`)
  const ended = await db.selectFrom('subscription').select(['criterion', 'anchors']).executeTakeFirst()
  expect(ended).toEqual({ criterion: null, anchors: [] })
})

test.each(['/subscriptions/new', '/my/subscriptions/:id', '/from-mail/:secret/:id'])(
  '%s, which works out what words mean, is limited as that is elsewhere',
  path => {
    const routes = wholeSite.slot('routes').filter(route => route.path === path)
    expect(routes.map(({ method }) => method)).toEqual(['GET', 'POST'])
    expect(routes.filter(({ perMinute }) => !perMinute)).toEqual([])
  },
)

test('nobody keeps searches by the hundred', async () => {
  const { officer } = await subscribed()
  const statuses = []
  for (let at = 0; at < 31; at++)
    statuses.push((await officer.post('/subscriptions/new', { ...wishes, about: missedBins })).statusCode)
  expect(statuses.at(-1)).toBe(429)
})

test('a kept search is named by its words, which mail puts in quotes', async () => {
  const { signedIn } = await testApp()
  const officer = await signedIn()
  const { body } = await officer.get('/subscriptions/new?about=%2Fsearch%3Fq%3Dmissed%2Bbins')
  expect(body).toMatch(/name="title"[^>]*value="missed bins"/)
})

test.each([
  ['/search?q=damp', 'You are told of what has your word'],
  ['/search?q=missed+bins', 'You are told of what has all of your words'],
  ['/search?q=damp&kind=problem', 'and fits your filter.'],
])('%s says what is asked of a thing', async (about, says) => {
  const { signedIn } = await testApp()
  const officer = await signedIn()
  const { body } = await officer.get(`/subscriptions/new?about=${encodeURIComponent(about)}`)
  expect(body).toContain(says)
})

test('what is held before the mail is made is not in it', async () => {
  const site = await subscribed()
  const { id } = await publish(site, 'bins-missed-again', 'Bins are missed again')
  await site.db
    .insertInto('moderation_hold')
    .values({
      subject_kind: 'problem',
      subject_id: id,
      state: 'withheld',
      reason: 'other',
      since: site.clock.now(),
    })
    .execute()
  await later(site)
  expect(await mails(site.db)).toHaveLength(0)
})
