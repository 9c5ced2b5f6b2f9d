import { expect, test } from 'vitest'
import { receiver, send } from '#test/hook-receiver.ts'
import { publishProblem, trust } from '#test/published-problem.ts'
import { handClock, silentLog, testApp } from '#test/support.ts'
import { site } from '../../features.ts'

const at = '/problems/missed-bins'
const planted = 'Zanzibarquux'

/** Someone watches a problem of Surrey, by mail, feed and chat; so does their council, in its shared mailbox. */
async function watched() {
  const clock = handClock()
  const app = await testApp({ clock })
  const { db, config, drain, signedIn } = app
  await drain()
  await trust(db, clock, 'leeds-city-council')
  const problem = await publishProblem(db, clock)
  await drain()
  const watcher = await signedIn({ of: 'kent-county-council', role: 'lead' })
  const wishes = { about: at, title: 'Bins', level: 'everything', frequency: 'at-once' }
  for (const whose of ['me', watcher.organisationId!])
    expect((await watcher.post('/subscriptions/new', { ...wishes, whose })).statusCode).toBe(303)
  const [, feed] = /(\/feeds\/[\w-]{43})/.exec((await watcher.post('/my/subscriptions/feeds')).body)!
  const chat = await receiver()
  const subscriptions = (await db.selectFrom('subscription').select('id').execute()).map(({ id }) => id)
  await watcher.post('/my/subscriptions/hooks', {
    kind: 'slack',
    name: 'Team',
    address: 'https://hooks.example.org/a',
    subscriptions,
  })
  await db.updateTable('hook').set({ address: chat.address }).execute()
  await db
    .updateTable('recipient')
    .set({ mailbox: 'team@kent.gov.uk' })
    .where('organisation_id', 'is not', null)
    .execute()
  clock.forward(60_000)

  /** All that they were sent until now, and all that stands on their pages, as one text. */
  const all = async () => {
    await drain()
    clock.forward(10 * 60_000)
    const context = { db, clock, config, site, log: silentLog }
    const atOnce = site.slot('schedules').find(({ name }) => name === 'tell-at-once')!
    await db.transaction().execute(trx => atOnce.run(trx, context))
    await drain()
    await send({ db, clock, config })
    const mails = await db
      .selectFrom('mail')
      .select(['recipient', 'letter'])
      .where('about', '=', 'digest')
      .execute()
    const pages = await Promise.all(
      ['/my', '/my/subscriptions/sent', '/organisations/kent-county-council/subscriptions/sent'].map(path =>
        watcher.get(path),
      ),
    )
    const told = [...chat.heard.map(({ body }) => body), (await app.get(`${feed}.atom`)).body]
    return {
      mails: JSON.stringify(mails),
      chat: told[0] ?? '',
      feed: told.at(-1)!,
      everything: [JSON.stringify(mails), ...told, ...pages.map(({ body }) => body)].join('\n'),
    }
  }
  return { ...app, clock, problem, watcher, all }
}

const haveIt = { says: 'have-it', note: planted, seen: '0' }
const says = 'says it has this problem too'

test('who watches a problem is told who says they have it too, by every way, and not by whom it was raised', async () => {
  const { signedIn, all } = await watched()
  const leeds = await signedIn({ of: 'leeds-city-council' })
  await leeds.post(`${at}/stances`, haveIt)
  const surrey = await signedIn({ of: 'surrey-county-council' })
  await surrey.post(`${at}/stances`, haveIt)
  const { mails, chat, feed, everything } = await all()
  for (const way of [mails, chat, feed]) expect(way).toContain(`Leeds City Council ${says}`)
  expect(mails).toContain('team@kent.gov.uk')
  expect(everything).not.toContain(`Surrey County Council ${says}`)
  expect(everything).not.toContain(planted)
})

test('a stance that waits for a curator is told nobody, and everyone who watches once it is shown', async () => {
  const { signedIn, all, db } = await watched()
  const bristol = await signedIn({ of: 'bristol-city-council' })
  await bristol.post(`${at}/stances`, haveIt)
  expect((await all()).everything).not.toMatch(/Bristol|Zanzibarquux/)
  const { id } = await db.selectFrom('stance').select('id').executeTakeFirstOrThrow()
  const curator = await signedIn({ duties: ['curator'] })
  await curator.post(`/moderation/cases/stance/${id}/release`)
  const { mails, chat, feed } = await all()
  for (const way of [mails, chat, feed]) expect(way).toContain(`Bristol City Council ${says}`)
})

test('what is taken down, or taken back, before it is told is told nobody', async () => {
  const { signedIn, all, db, clock, drain } = await watched()
  const leeds = await signedIn({ of: 'leeds-city-council' })
  await leeds.post(`${at}/stances`, haveIt)
  await drain()
  const { id } = await db.selectFrom('stance').select('id').executeTakeFirstOrThrow()
  await db
    .insertInto('moderation_hold')
    .values({
      subject_kind: 'stance',
      subject_id: id,
      state: 'withheld',
      reason: 'other',
      since: clock.now(),
    })
    .execute()
  await trust(db, clock, 'adur-district-council')
  const adur = await signedIn({ of: 'adur-district-council' })
  await adur.post(`${at}/stances`, haveIt)
  await drain()
  await adur.post(`${at}/stance/withdrawal`)
  const { everything } = await all()
  expect(everything).not.toContain('Leeds City Council')
  expect(everything).not.toContain(says)
})

test('of a problem that is not for everyone any more nothing is told', async () => {
  const { signedIn, all, db, problem } = await watched()
  const leeds = await signedIn({ of: 'leeds-city-council' })
  await leeds.post(`${at}/stances`, haveIt)
  await db.updateTable('problem').set({ visibility: 'public-sector' }).where('id', '=', problem.id).execute()
  const { everything } = await all()
  expect(everything).not.toContain(says)
  expect(everything).not.toContain(planted)
})
