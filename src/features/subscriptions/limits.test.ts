import { expect, test } from 'vitest'
import { newId } from '#plumbing/id.ts'
import { silentLog } from '#test/support.ts'
import { publishAt, type ToldSite, toldSite } from '#test/told-person.ts'
import { site as wholeSite } from '../../features.ts'
import { forgetTold, tellAtOnce } from './schedules.ts'

/** The next mail of what people want at once has been made. */
async function later({ db, clock, config, drain }: ToldSite) {
  await db.updateTable('subscription').set({ frequency: 'at-once' }).execute()
  clock.forward(10 * 60_000)
  const context = { db, clock, config, site: wholeSite, log: silentLog }
  await db.transaction().execute(trx => tellAtOnce.run(trx, context))
  await drain()
}

/** So many things as if they had been found for the one subscription there is. */
async function flood({ db, clock }: ToldSite, things: number, more: object = {}) {
  const own = await db.selectFrom('subscription').select(['id', 'recipient_id']).executeTakeFirstOrThrow()
  const rows = Array.from({ length: things }, (_, at) => ({
    id: newId(),
    subscription_id: own.id,
    recipient_id: own.recipient_id,
    kind: 'contract',
    subject_id: `flood-${at}`,
    happening: 'found',
    matched_at: clock.now(),
    ...more,
  }))
  await db.insertInto('notification').values(rows).execute()
}

const countTold = async ({ db }: ToldSite) =>
  (await db.selectFrom('notification').select('id').execute()).length

test('of a flood no more is told to anyone in a day than so much', async () => {
  const site = await toldSite()
  await flood(site, 999)
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  expect(await countTold(site)).toBe(1000)
  await publishAt(site, 'bins-missed-more', 'More missed bins')
  expect(await countTold(site)).toBe(1000)
  site.clock.forward(25 * 3_600_000)
  await publishAt(site, 'bins-missed-most', 'Most missed bins')
  expect(await countTold(site)).toBe(1001)
})

test('while mail is stopped, what waits for it does not keep other ways from being told', async () => {
  const site = await toldSite()
  await site.officer.post('/my/subscriptions/stop')
  await flood(site, 1500, { matched_at: new Date(site.clock.now().getTime() - 3 * 86_400_000) })
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  expect(await countTold(site)).toBe(1501)
  expect((await site.officer.get('/my')).body).toContain('Bins are missed again')
})

test('what was told is forgotten after a year, and until then every mail is on a page', async () => {
  const site = await toldSite()
  const { clock, db, config } = site
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const [sent] = await db.selectFrom('mail').select('letter').where('about', '=', 'digest').execute()
  const [, secret] = /from-mail\/([\w-]{43})/.exec(JSON.stringify(sent!.letter))!
  const context = { db, clock, config, site: wholeSite, log: silentLog }
  const forget = () => db.transaction().execute(trx => forgetTold.run(trx, context))
  clock.forward(364 * 86_400_000)
  await forget()
  expect(await countTold(site)).toBe(1)
  expect((await site.get(`/from-mail/${secret}`)).statusCode).toBe(200)
  clock.forward(2 * 86_400_000)
  await forget()
  expect(await countTold(site)).toBe(0)
  expect((await site.get(`/from-mail/${secret}`)).statusCode).toBe(404)
  const again = await site.signedIn({ of: 'leeds-city-council' })
  expect((await again.get('/my/subscriptions/sent')).body).toContain('Every mail of the last year')
})

test('more mails than stand on a page stand on the next', async () => {
  const site = await toldSite()
  const { db, clock, officer } = site
  const { recipient_id } = await db
    .selectFrom('subscription')
    .select('recipient_id')
    .executeTakeFirstOrThrow()
  for (let at = 0; at < 31; at++) {
    const digest = { id: newId(), slot: `mail ${at}`, made_at: clock.now(), things: 1, left_out: 0 }
    await db
      .insertInto('digest')
      .values({ ...digest, recipient_id })
      .execute()
    await flood(site, 1, { digest_id: digest.id, subject_id: `thing ${at}` })
    clock.forward(1000)
  }
  const first = (await officer.get('/my/subscriptions/sent')).body
  expect(first.match(/Something that is no longer shown/g)).toHaveLength(30)
  const [, next] = /href="([^"]+)"[^>]*>Earlier mails/.exec(first)!
  const second = (await officer.get(next!)).body
  expect(second.match(/Something that is no longer shown/g)).toHaveLength(1)
  expect(second).not.toContain('Earlier mails')
})
