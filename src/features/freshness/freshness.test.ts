import { describe, expect, test } from 'vitest'
import { type App, home, linksTo, mailsTo, openHouse, staySignedIn, tick } from '#test/keeping-fresh.ts'
import { publishPlan } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'
import { daysAfter } from './ladder.ts'

const isFound = async ({ get }: App, path: string) =>
  (await get('/search?q=bin+missed&kind=problem')).body.includes(`href="${path}"`)

describe('the ladder, with the clock in hand', () => {
  const wholeYear = { timeout: 60_000 }
  test(
    'owner, deputy, leads, banner, out of search, archive; and one press brings all of it back',
    wholeYear,
    async () => {
      const { app, owner, deputy, lead, path, review, readReview, morning } = await openHouse()
      await lead.post(`/reviews/${review.id}/keepers`, { owner: owner.personId, deputy: deputy.personId })
      await app.drain()
      const due = review.due_on
      expect(due).toBe('2026-08-29')
      const asksOf = async () =>
        Promise.all([owner, deputy, lead].map(async one => (await mailsTo(app, one)).length))
      const before = await asksOf()
      const since = async () => (await asksOf()).map((count, at) => count - before[at]!)

      await morning(daysAfter(due, -1))
      expect(await since()).toEqual([0, 0, 0])
      await morning(due)
      expect(await since()).toEqual([1, 0, 0])
      await morning(daysAfter(due, 13))
      expect(await since()).toEqual([1, 0, 0])
      await morning(daysAfter(due, 14))
      expect(await since()).toEqual([1, 1, 0])
      await morning(daysAfter(due, 28))
      expect(await since()).toEqual([1, 1, 1])
      expect((await app.get(path)).body).not.toContain('Nobody has confirmed this')

      await morning(daysAfter(due, 42))
      expect((await app.get(path)).body).toContain('Nobody has confirmed this since 2 March 2026.')
      expect(await isFound(app, path)).toBe(true)

      await morning(daysAfter(due, 70))
      expect((await readReview()).stage).toBe('resting')
      expect(await isFound(app, path)).toBe(false)
      expect((await app.get('/problems')).body).toContain(`href="${path}"`)
      expect((await app.get('/not-confirmed?q=bin')).body).toContain(`href="${path}"`)
      expect((await app.get('/not-confirmed?q=giraffe')).body).not.toContain(`href="${path}"`)
      expect(await since()).toEqual([2, 2, 2])

      await morning(daysAfter(due, 250))
      expect((await app.get('/problems')).body).not.toContain(`href="${path}"`)
      const archived = await app.get(path)
      expect(archived.statusCode).toBe(200)
      expect(archived.body).toContain('It is archived since')
      expect(await since()).toEqual([2, 2, 2])

      await owner.post(`/reviews/${review.id}/answer`, { answer: 'still-true' })
      await app.drain()
      expect(await isFound(app, path)).toBe(true)
      expect((await app.get('/problems')).body).toContain(`href="${path}"`)
      expect((await app.get(path)).body).not.toContain('Nobody has confirmed this')
      expect(await readReview()).toMatchObject({ stage: 'fresh', confirmed_as: 'owner' })
    },
  )

  test('asks nobody twice and misses nobody when the clock jumps by a day, by hours, or with the seasons', async () => {
    const { app, clock, owner, review, morning } = await openHouse('2026-04-28T09:00:00Z')
    const due = '2026-10-25'
    expect(review.due_on).toBe(due)
    const count = async () => (await mailsTo(app, owner)).length
    await morning(daysAfter(due, -1), '22:30:00Z')
    expect(await count()).toBe(0)
    await morning(due, '07:31:00Z')
    expect(await count()).toBe(1)
    for (const jump of [
      `${due}T10:31:00Z`,
      '2026-10-24T07:31:00Z',
      `${due}T07:31:00Z`,
      '2026-10-26T07:31:00Z',
    ]) {
      clock.set(jump)
      await tick(app)
      expect([jump, await count()]).toEqual([jump, 1])
    }
  })

  test('an outage of months begins at the first rung, not at the last', async () => {
    const { app, owner, lead, readReview, review, morning } = await openHouse()
    await morning(daysAfter(review.due_on, 200))
    expect((await readReview()).stage).toBe('owner')
    expect([(await mailsTo(app, owner)).length, (await mailsTo(app, lead)).length]).toEqual([1, 0])
  })

  test('when the owner has left the lead is asked at once, and told to name another', async () => {
    const { app, owner, lead, review, readReview, morning } = await openHouse()
    await app.db
      .updateTable('membership')
      .set({ state: 'ended', ended_at: app.clock.now() })
      .where('person_id', '=', owner.personId)
      .execute()
    await morning(review.due_on)
    expect((await readReview()).stage).toBe('leads')
    expect(await mailsTo(app, owner)).toEqual([])
    const [letter] = await mailsTo(app, lead)
    expect(JSON.stringify(letter)).toContain('Whoever looked after it has left.')
    expect(JSON.stringify(letter)).toContain(`"href":"/reviews/${review.id}"`)
  })
})

describe('the links of a mail', () => {
  test('opening one changes nothing, pressing its button answers, and after that it says what was said', async () => {
    const { app, clock, owner, path, review, readReview, morning } = await openHouse()
    await morning(review.due_on)
    const { still } = await linksTo(app, owner)
    const reader = app.freshBrowser()
    for (let opened = 0; opened < 3; opened++) {
      const { statusCode, body } = await reader.get(still)
      expect(statusCode).toBe(200)
      expect(
        body.match(/<button/g)!.length - (await reader.get('/not-confirmed')).body.match(/<button/g)!.length,
      ).toBe(0)
      expect(body).toContain('Yes, it is still true')
    }
    expect((await readReview()).stage).toBe('owner')
    await reader.post(still)
    expect(await readReview()).toMatchObject({ stage: 'fresh', confirmed_as: 'owner' })
    const again = await reader.get(still)
    expect(again.body).toContain('its owner said by this link: it is still true')
    clock.forward(86_400_000)
    await reader.post(still.replace(/still-true$/, 'not-ours'))
    expect((await app.get(path)).body).not.toContain('Withdrawn')
  })

  test('what has changed leads to where it is changed, and counts once that is saved', async () => {
    const { app, clock, owner, path, review, readReview, morning } = await openHouse()
    await morning(review.due_on)
    const { changed } = await linksTo(app, owner)
    const reader = app.freshBrowser()
    await reader.get(changed)
    const { headers } = await reader.post(changed)
    expect(headers.location).toBe(`${path}/parts/what-happens`)
    expect((await readReview()).stage).toBe('owner')
    clock.forward(3_600_000)
    await owner.post(`${path}/parts/affected`, { affected: 'About 5,000 households.', version: '1' })
    await app.drain()
    expect(await readReview()).toMatchObject({ stage: 'fresh', confirmed_as: 'change' })
  })

  test('what is finished is said to be on its page, and nothing more is asked', async () => {
    const { app, owner, path, review, readReview, morning } = await openHouse()
    await morning(review.due_on)
    const { finished } = await linksTo(app, owner)
    const reader = app.freshBrowser()
    await reader.get(finished)
    await reader.post(finished)
    await app.drain()
    expect((await app.get(path)).body).toContain('Solved on 29 August 2026')
    expect((await readReview()).closed_at).not.toBeNull()
  })

  test('what is not theirs any more is withdrawn, and opening it again has it asked about again', async () => {
    const { app, owner, path, review, readReview, morning } = await openHouse()
    await morning(review.due_on)
    const { notOurs } = await linksTo(app, owner)
    const reader = app.freshBrowser()
    await reader.get(notOurs)
    await reader.post(notOurs)
    await app.drain()
    expect((await app.get(path)).body).toContain('Withdrawn on 29 August 2026')
    await owner.post(`${path}/publication`)
    await app.drain()
    expect(await readReview()).toMatchObject({
      closed_at: null,
      stage: 'fresh',
      due_on: daysAfter('2026-08-29', 180),
    })
  })

  test('works for nobody who has left, and once somebody else has answered says so', async () => {
    const { app, owner, deputy, lead, review, morning } = await openHouse()
    await lead.post(`/reviews/${review.id}/keepers`, { owner: owner.personId, deputy: deputy.personId })
    await morning(review.due_on)
    await morning(daysAfter(review.due_on, 14))
    const links = [await linksTo(app, owner), await linksTo(app, deputy)]
    const reader = app.freshBrowser()
    await reader.get(links[1]!.still)
    await reader.post(links[1]!.still)
    expect((await reader.get(links[0]!.still)).body).toContain('by its deputy')
    await app.db
      .updateTable('membership')
      .set({ state: 'ended', ended_at: app.clock.now() })
      .where('person_id', '=', owner.personId)
      .execute()
    expect((await reader.get(links[0]!.still)).statusCode).toBe(404)
    expect((await reader.get(`/still-true/${'a'.repeat(43)}/still-true`)).statusCode).toBe(404)
  })

  test('count as what their reader is now, who may look after it no more', async () => {
    const { app, owner, deputy, lead, review, readReview, morning } = await openHouse()
    await morning(review.due_on)
    const { still } = await linksTo(app, owner)
    await lead.post(`/reviews/${review.id}/keepers`, { owner: deputy.personId, deputy: '' })
    const reader = app.freshBrowser()
    await reader.get(still)
    await reader.post(still)
    expect(await readReview()).toMatchObject({ stage: 'fresh', confirmed_as: 'member' })
  })

  test('are forgotten with the words of the mail once it has left', async () => {
    const { app, owner, review, morning } = await openHouse()
    await morning(review.due_on)
    const [letter] = await mailsTo(app, owner)
    expect(letter!.isSecret).toBe(true)
    expect(letter!.why).toContain(
      'You get this because you look after what Leeds City Council published here.',
    )
    const kept = await app.db.selectFrom('review_ask').select('link_hash').executeTakeFirstOrThrow()
    expect(JSON.stringify(letter)).not.toContain(kept.link_hash)
  })
})

describe('a project', () => {
  test('is asked about two weeks before partners cease to be welcome, and says on its page who looks after it', async () => {
    const clock = handClock('2026-11-21T09:00:00Z')
    const app = await testApp({ clock })
    const owner = await app.signedIn({ of: home, name: 'Robin Ashdown' })
    await staySignedIn(app)
    const { address } = await publishPlan(app, owner)
    await app.drain()
    const review = await app.db
      .selectFrom('review')
      .selectAll()
      .where('kind', '=', 'project')
      .executeTakeFirstOrThrow()
    expect(review.due_on).toBe('2027-01-17')
    expect((await owner.get(address)).body).toContain('Robin Ashdown')
    expect((await app.get(address)).body).not.toContain('Is this still so?')
    clock.set('2027-01-17T08:00:00Z')
    await tick(app)
    expect((await owner.get('/my')).body).toContain(`action="/reviews/${review.id}/answer"`)
    const { finished } = await linksTo(app, owner)
    const reader = app.freshBrowser()
    await reader.get(finished)
    await reader.post(finished)
    await app.drain()
    expect((await app.get(address)).body).toContain('Finished on 17 January 2027')
  })
})
