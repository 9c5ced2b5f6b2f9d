import { describe, expect, test } from 'vitest'
import { receiver, send } from '#test/hook-receiver.ts'
import { silentLog } from '#test/support.ts'
import { hold, publishAt, type ToldSite, toldSite } from '#test/told-person.ts'
import { site as wholeSite } from '../../features.ts'
import { signatureOf } from './message.ts'
import { forgetDeliveries, sendToHooks } from './schedules.ts'

const hooksPath = '/my/subscriptions/hooks'

const subscriptionOf = async ({ db }: ToldSite) =>
  (await db.selectFrom('subscription').select('id').orderBy('id').executeTakeFirstOrThrow()).id

async function hooked(kind = 'webhook') {
  const site = await toldSite()
  const to = await receiver()
  await site.officer.get(hooksPath)
  const { body, statusCode } = await site.officer.post(hooksPath, {
    kind,
    name: 'Waste team',
    address: 'https://hooks.example.org/services/very-secret',
    subscriptions: await subscriptionOf(site),
  })
  expect(statusCode).toBe(200)
  const { id } = await site.db.selectFrom('hook').select('id').executeTakeFirstOrThrow()
  await site.db.updateTable('hook').set({ address: to.address }).where('id', '=', id).execute()
  return { ...site, to, id, path: `${hooksPath}/${id}`, shown: body }
}

type Hooked = Awaited<ReturnType<typeof hooked>>

const deliveries = ({ db }: Hooked) =>
  db.selectFrom('hook_delivery').select(['id', 'state', 'tries', 'answer']).orderBy('id').execute()

test('what a subscription finds is sent once, signed, with why', async () => {
  const site = await hooked()
  const secret = /whsec_[A-Za-z0-9+/=]{44}/.exec(site.shown)![0]
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await send(site)
  expect(site.to.heard).toHaveLength(1)
  const [{ headers, body }] = site.to.heard as [(typeof site.to.heard)[number]]
  expect(JSON.parse(body).data.items).toMatchObject([
    {
      title: 'Bins are missed again',
      url: 'http://pipeline.test/problems/bins-missed-again',
      because: ['Missed bins'],
    },
  ])
  const { 'webhook-id': id, 'webhook-timestamp': at } = headers
  expect(headers['webhook-signature']).toBe(signatureOf(secret, { id: String(id), at: Number(at), body }))
  site.clock.forward(60_000)
  await send(site)
  expect(site.to.heard).toHaveLength(1)
  expect(await deliveries(site)).toMatchObject([{ state: 'delivered', tries: 1, answer: 'It answered 204' }])
})

test('neither the secret nor the address is shown again', async () => {
  const site = await hooked()
  for (const path of [site.path, hooksPath]) {
    const { body } = await site.officer.get(path)
    expect(body).toContain('Waste team')
    expect(body).not.toMatch(/whsec_[A-Za-z0-9+/=]{44}|very-secret/)
  }
})

test('what was found before it was chosen is not sent, nor what is not chosen', async () => {
  const site = await hooked()
  await site.officer.post(site.path, {})
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  site.clock.forward(60_000)
  await site.officer.post(site.path, { subscriptions: await subscriptionOf(site) })
  await send(site)
  expect(site.to.heard).toEqual([])
})

test('what is held back before it goes out is never sent', async () => {
  const site = await hooked()
  const { id } = await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await hold(site, id)
  await send(site)
  expect(site.to.heard).toEqual([])
  expect(await deliveries(site)).toMatchObject([{ state: 'empty' }])
})

test('a refusal is tried again later, given up visibly, and sent again by hand with the same id', async () => {
  const site = await hooked()
  site.to.answers.status = 500
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await send(site)
  expect(await deliveries(site)).toMatchObject([{ state: 'waiting', tries: 1, answer: 'It answered 500' }])
  expect(await send(site)).toBe(0)
  for (let at = 0; at < 11; at++) {
    site.clock.forward(7 * 3_600_000)
    expect(await send(site)).toBe(1)
  }
  expect(await deliveries(site)).toMatchObject([{ state: 'given-up', tries: 12 }])
  site.clock.forward(7 * 3_600_000)
  expect(await send(site)).toBe(0)
  const { body } = await site.officer.get(site.path)
  expect(body).toContain('Given up')
  expect(body).not.toContain('inner network')
  site.to.answers.status = 200
  const { id } = (await deliveries(site))[0]!
  await site.officer.post(`${site.path}/replay`, { delivery: id })
  await send(site)
  expect(await deliveries(site)).toMatchObject([{ state: 'delivered', tries: 1 }])
  expect(new Set(site.to.heard.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]))
})

test('a chat is sent what it reads', async () => {
  const site = await hooked('teams')
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await send(site)
  expect(JSON.parse(site.to.heard[0]!.body).attachments[0].content.type).toBe('AdaptiveCard')
})

test('the worker sends nothing into the inner network, and says so', async () => {
  const site = await hooked()
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  const context = { ...site, site: wholeSite, log: silentLog }
  await site.db.transaction().execute(trx => sendToHooks.run(trx, context))
  await site.drain()
  expect(site.to.heard).toEqual([])
  expect(await deliveries(site)).toMatchObject([
    { state: 'waiting', answer: 'The address begins with https://' },
  ])
})

test.each([
  ['http://hooks.example.org/', 'The address begins with https://'],
  ['https://127.1/', 'The address leads into a private network'],
  ['https://[::ffff:10.0.0.1]/', 'The address leads into a private network'],
  ['https://hooks.example.org:22/', 'The address has no port, or port 8443'],
  ['hooks', 'This is not a whole address'],
])('the form refuses %s', async (address, why) => {
  const site = await toldSite()
  const answer = await site.officer.post(hooksPath, { kind: 'slack', name: 'A', address })
  expect([answer.statusCode, answer.body.includes(why)]).toEqual([422, true])
})

test('another person’s is as if it were not there, and their subscriptions cannot be chosen', async () => {
  const site = await hooked()
  const other = await site.signedIn({ of: 'adur-district-council' })
  await other.post('/subscriptions/new', {
    about: '/search?q=damp',
    title: 'Damp',
    level: 'new',
    frequency: 'daily',
  })
  expect((await other.get(site.path)).statusCode).toBe(404)
  for (const path of [site.path, `${site.path}/end`, `${site.path}/replay`])
    expect((await other.post(path)).statusCode).toBe(404)
  await other.post(hooksPath, {
    kind: 'slack',
    name: 'Mine',
    address: 'https://hooks.example.org/other',
    subscriptions: await subscriptionOf(site),
  })
  const chosen = await site.db.selectFrom('hook_subscription').select('hook_id').execute()
  expect(chosen).toEqual([{ hook_id: site.id }])
})

describe('a chat of an organisation', () => {
  const home = '/organisations/leeds-city-council/subscriptions'

  async function ofLeeds() {
    const site = await toldSite()
    const to = await receiver()
    await site.officer.post('/subscriptions/new', {
      about: '/search?q=missed+bins',
      whose: site.officer.organisationId!,
      title: 'Bins for all',
      level: 'everything',
      frequency: 'weekly',
    })
    const ids = await site.db.selectFrom('subscription').select(['id', 'title']).execute()
    const kept = ids.find(({ title }) => title === 'Bins for all')!
    const own = ids.find(({ title }) => title !== 'Bins for all')!
    const added = await site.officer.post(`${home}/hooks`, {
      kind: 'slack',
      name: 'Waste team',
      address: 'https://hooks.example.org/services/very-secret',
      subscriptions: [kept.id, own.id],
    })
    expect(added.statusCode).toBe(200)
    const { id } = await site.db.selectFrom('hook').select('id').executeTakeFirstOrThrow()
    await site.db.updateTable('hook').set({ address: to.address }).where('id', '=', id).execute()
    site.clock.forward(60_000)
    return { ...site, to, id, path: `${home}/hooks/${id}`, shown: '' }
  }

  test('goes on when the lead who added it leaves, and tells only what the organisation asked for', async () => {
    const site = await ofLeeds()
    const { db, officer, clock } = site
    await db
      .updateTable('membership')
      .set({ state: 'ended', ended_at: clock.now() })
      .where('person_id', '=', officer.personId)
      .execute()
    expect((await officer.get(site.path)).statusCode).toBe(404)
    expect((await officer.post(`${site.path}/end`)).statusCode).toBe(404)
    await publishAt(site, 'bins-missed-again', 'Bins are missed again')
    await send(site)
    expect(site.to.heard).toHaveLength(1)
    expect(site.to.heard[0]!.body).toContain('asked for “Bins for all”.')
    const next = await site.signedIn({ of: 'leeds-city-council', role: 'lead' })
    expect((await next.get(`${home}/hooks`)).body).toContain('Waste team')
    expect((await next.get(site.path)).body).toContain('Delivered')
  })

  test('is for its leads alone, and not among anyone’s own', async () => {
    const site = await ofLeeds()
    expect((await site.officer.get(`${hooksPath}/${site.id}`)).statusCode).toBe(404)
    for (const standing of [
      { of: 'leeds-city-council' },
      { of: 'adur-district-council', role: 'lead' as const },
    ]) {
      const stranger = await site.signedIn(standing)
      for (const path of [`${home}/hooks`, site.path]) expect((await stranger.get(path)).statusCode).toBe(404)
      expect((await stranger.post(site.path)).statusCode).toBe(404)
    }
    const elsewhere = await site.signedIn({ of: 'adur-district-council', role: 'lead' })
    const there = `/organisations/adur-district-council/subscriptions/hooks/${site.id}`
    expect((await elsewhere.get(there)).statusCode).toBe(404)
    expect((await elsewhere.post(`${there}/end`)).statusCode).toBe(404)
  })

  test('is sent nothing once the organisation has ended', async () => {
    const site = await ofLeeds()
    await site.db
      .updateTable('organisation')
      .set({ status: 'former' })
      .where('slug', '=', 'leeds-city-council')
      .execute()
    await publishAt(site, 'bins-missed-again', 'Bins are missed again')
    await send(site)
    expect(site.to.heard).toEqual([])
  })
})

test('what is old is forgotten', async () => {
  const site = await hooked()
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await send(site)
  const context = { ...site, site: wholeSite, log: silentLog }
  site.clock.forward(91 * 86_400_000)
  await site.db.transaction().execute(trx => forgetDeliveries.run(trx, context))
  expect(await deliveries(site)).toEqual([])
})

test('what is taken away is gone with all that was sent', async () => {
  const site = await hooked()
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await send(site)
  await site.officer.post(`${site.path}/end`)
  expect((await site.officer.get(site.path)).statusCode).toBe(404)
  expect(await deliveries(site)).toEqual([])
})
