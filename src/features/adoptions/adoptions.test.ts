import { describe, expect, test } from 'vitest'
import { adoptIn } from '#test/adopting.ts'
import { staySignedIn, tick } from '#test/keeping-fresh.ts'
import { trust } from '#test/published-problem.ts'
import { shareIn } from '#test/sharing.ts'
import { handClock, testApp } from '#test/support.ts'
import { adoptionHappenings } from './happenings.ts'

const leeds = 'leeds-city-council'
const surrey = 'surrey-county-council'
const adur = 'adur-district-council'

async function withShared(clock = handClock()) {
  const app = { ...(await testApp({ clock })), clock }
  await trust(app.db, app.clock, leeds, surrey, adur)
  const maker = await app.signedIn({ of: leeds })
  const adopter = await app.signedIn({ of: surrey })
  return { ...app, maker, adopter, path: await shareIn(maker) }
}

test('who took a thing on says so on its page, and on their own', async () => {
  const { get, adopter, path } = await withShared()
  expect((await adoptIn(adopter, path)).statusCode).toBe(303)
  const { body } = await get(path)
  for (const words of [
    'in use',
    'release 1.4.2',
    'since 1 April 2025',
    '12 days of work',
    '£10,000 to £50,000 paid to others',
    'needed a new relay',
    'which took it on and would talk about it',
    'of work, as 1 organisation says',
  ])
    expect(body).toContain(words)
  expect((await get(`/organisations/${surrey}`)).body).toContain(`${path}#adoption-${surrey}`)
  expect((await get('/reuse?use=live')).body).toContain('in use at 1')
  expect((await get('/insights')).body).toContain('Things that were reused')
  expect((await get('/insights/tables/things-taken-on.csv')).body).toContain('Slotkeeper')
  expect((await get('/reuse?use=trial')).body).toContain('Nothing fits all of these filters')
})

test('of nothing nothing is counted: a page without adopters tells no days and no cost', async () => {
  const { get, path } = await withShared()
  const { body } = await get(path)
  expect(body).toContain('Nobody has said yet that they took it on')
  expect(body).not.toContain('What it took others')
})

test('several say in the middle what it took, with how many say so', async () => {
  const { get, signedIn, adopter, path } = await withShared()
  await adoptIn(adopter, path, { days: '10' })
  await adoptIn(await signedIn({ of: adur }), path, { days: '31', state: 'trial', cost: '' })
  const { body } = await get(path)
  expect(body).toContain('21 days')
  expect(body).toContain('in the middle of 2 organisations, from 10 to 31')
  expect(body).toContain('paid to others, as 1 organisation says')
})

describe('what was typed is refused in words', () => {
  test.each([
    [{ state: '' }, 'Choose how far you are with it'],
    [{ state: 'stopped', why: '' }, 'Say in a sentence or two why you stopped'],
    [{ days: 'a few' }, 'Write a whole number of days'],
    [{ since: 'spring' }, 'Write a day that exists'],
    [{ seen: '4' }, 'A colleague changed this while you were writing'],
  ])('%o', async (typed, words) => {
    const { adopter, path } = await withShared()
    const { statusCode, body } = (await adoptIn(adopter, path, typed)) as { statusCode: number; body: string }
    expect(statusCode).toBe(422)
    expect(body).toContain(words)
  })
})

test('whoever shares it is told by mail, once when it is taken on and once if that stops, and can do nothing', async () => {
  const { db, drain, maker, adopter, path } = await withShared()
  await adoptIn(adopter, path)
  await drain()
  const mails = () =>
    db
      .selectFrom('mail')
      .select('letter')
      .where('recipient', '=', maker.email)
      .where('about', '=', 'adoption')
      .execute()
  expect(JSON.stringify(await mails())).toContain('Surrey County Council uses it: Slotkeeper')
  await adoptIn(adopter, path, { seen: '1', took: 'More than we thought.' })
  await drain()
  expect(await mails()).toHaveLength(1)
  await adoptIn(adopter, path, { seen: '2', state: 'stopped', why: 'The barrier broke.' })
  await drain()
  expect(await mails()).toHaveLength(2)
  expect((await adoptIn(maker, path)).statusCode).toBe(403)
  const turnedAway = await maker.get(`${path}/adoption`)
  expect([turnedAway.statusCode, turnedAway.body.includes('Back to Slotkeeper')]).toEqual([403, true])
  expect((await maker.post(`${path}/adoption/withdrawal`)).statusCode).toBe(404)
})

test('the first word of an organisation waits for a curator, and nobody is told before', async () => {
  const { db, get, signedIn, drain, maker, path } = await withShared()
  const newcomer = await signedIn({ of: 'kirklees-council' })
  await adoptIn(newcomer, path)
  await drain()
  expect((await get(path)).body).not.toContain('Kirklees')
  expect((await maker.get(path)).body).not.toContain('Kirklees')
  expect((await newcomer.get(path)).body).toContain('Waits for a curator')
  const told = () =>
    db
      .selectFrom('mail')
      .select('id')
      .where('recipient', '=', maker.email)
      .where('about', '=', 'adoption')
      .execute()
  expect(await told()).toEqual([])
  const curator = await signedIn({ of: adur, duties: ['curator'] })
  const { id } = await db.selectFrom('adoption').select('id').executeTakeFirstOrThrow()
  expect((await curator.post(`/moderation/cases/adoption/${id}/release`)).statusCode).toBe(303)
  await drain()
  expect((await get(path)).body).toContain('Kirklees')
  expect(await told()).toHaveLength(1)
})

test('what nobody confirms counts no more, and counts again once the adopter does', async () => {
  const { db, clock, get, drain, adopter, path, ...app } = await withShared(handClock('2026-03-02T09:00:00Z'))
  await staySignedIn({ db })
  await adoptIn(adopter, path)
  await drain()
  const review = () =>
    db.selectFrom('review').selectAll().where('kind', '=', 'adoption').executeTakeFirstOrThrow()
  expect((await review()).due_on).toBe('2027-03-02')
  for (const day of ['2027-03-02', '2027-03-16', '2027-03-30', '2027-04-13', '2027-05-11']) {
    clock.set(`${day}T08:00:00Z`)
    await tick({ db, clock, drain, ...app })
  }
  expect((await review()).stage).toBe('resting')
  expect((await get(path)).body).toContain('Not confirmed for long')
  expect((await get(path)).body).not.toContain('What it took others')
  expect((await get('/reuse?use=live')).body).not.toContain('in use at 1')
  await adopter.post(`/reviews/${(await review()).id}/answer`, { answer: 'still-true' })
  await drain()
  expect((await get(path)).body).toContain('What it took others')
})

test('asked whether it is still so, an adopter can say that it stopped', async () => {
  const { db, get, drain, adopter, maker, path } = await withShared()
  await adoptIn(adopter, path)
  await drain()
  const { id } = await db
    .selectFrom('review')
    .select('id')
    .where('kind', '=', 'adoption')
    .executeTakeFirstOrThrow()
  expect((await maker.post(`/reviews/${id}/answer`, { answer: 'finished' })).statusCode).toBe(404)
  await adopter.post(`/reviews/${id}/answer`, { answer: 'finished' })
  expect((await get(path)).body).toContain('Why is not told here yet')
})

test('whoever watches a thing hears who took it on, while they say so', async () => {
  const { db, drain, adopter, path } = await withShared()
  await adoptIn(adopter, path)
  await drain()
  const { id } = await db
    .selectFrom('activity')
    .select('id')
    .where('kind', '=', 'asset.adopted')
    .executeTakeFirstOrThrow()
  const [adopted] = adoptionHappenings
  const heard = async () => [...(await adopted!.sayEach!(db, [id])).values()]
  expect(await heard()).toEqual(['Surrey County Council says that it took this on'])
  await adopter.post(`${path}/adoption/withdrawal`)
  expect(await heard()).toEqual([])
})

test('only an adopter that would talk can be asked to meet', async () => {
  const { get, adopter, path } = await withShared()
  await adoptIn(adopter, path, { talks: '' })
  expect((await get(path)).body).not.toContain('which took it on and would talk about it')
})

test('a supplier takes nothing on here', async () => {
  const { db, signedIn, path } = await withShared()
  const { slug } = await db
    .selectFrom('organisation')
    .select('slug')
    .where('kind', '=', 'supplier')
    .orderBy('slug')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect((await adoptIn(await signedIn({ of: slug }), path)).statusCode).toBe(403)
})
