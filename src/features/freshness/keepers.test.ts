import { expect, test } from 'vitest'
import { askBeforeEnd } from '#features/stances/reminder-actions.ts'
import { linksTo, mailsTo, openHouse } from '#test/keeping-fresh.ts'
import { daysAfter } from './ladder.ts'

test('leads and whoever looks after it name owner and deputy, of those who were confirmed; they are told', async () => {
  const { app, owner, deputy, lead, review, readReview } = await openHouse()
  const path = `/reviews/${review.id}/keepers`
  const stranger = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const asked = await app.signedIn({})
  expect((await stranger.post(path, { owner: stranger.personId, deputy: '' })).statusCode).toBe(404)
  expect((await deputy.post(path, { owner: deputy.personId, deputy: '' })).statusCode).toBe(403)
  for (const outsider of [stranger, asked])
    expect((await lead.post(path, { owner: outsider.personId, deputy: '' })).statusCode).toBe(422)
  expect((await lead.post(path, { owner: owner.personId, deputy: owner.personId })).statusCode).toBe(422)
  expect(await readReview()).toMatchObject({ owner_id: owner.personId, deputy_id: null })

  expect((await owner.post(path, { owner: owner.personId, deputy: deputy.personId })).statusCode).toBe(303)
  expect(await readReview()).toMatchObject({ owner_id: owner.personId, deputy_id: deputy.personId })
  const [letter] = await mailsTo(app, deputy)
  expect(letter!.subject).toMatch(/^You are deputy for this now/)
  expect(letter!.why).toContain('you speak for Leeds City Council')
  expect(await mailsTo(app, owner)).toEqual([])
})

test('what waits for a person stands on their own page with one button, and leaves it once it is pressed', async () => {
  const { owner, deputy, review, morning } = await openHouse()
  const action = `action="/reviews/${review.id}/answer"`
  expect((await owner.get('/my')).body).not.toContain(action)
  await morning(review.due_on)
  expect((await owner.get('/my')).body).toContain(action)
  expect((await deputy.get('/my')).body).not.toContain(action)
  const { headers } = await owner.post(`/reviews/${review.id}/answer`, { answer: 'still-true', back: 'my' })
  expect(headers.location).toBe('/my?done=review-confirmed')
  expect((await owner.get('/my')).body).not.toContain(action)
})

test('the page of an organisation tells how much is kept up to date, and curators read what is not', async () => {
  const { app, path, review, morning } = await openHouse()
  const share = async () =>
    /Kept up to date<\/dt><dd>([^<]*)/.exec((await app.get('/organisations/leeds-city-council')).body)?.[1]
  expect(await share()).toBe('1 of 1 (100%)')
  const curator = await app.signedIn({ duties: ['curator'] })
  await app.db
    .updateTable('session')
    .set({ ends_at: new Date('2040-01-01') })
    .execute()
  expect((await curator.get('/reviews')).body).not.toContain(`href="${path}"`)
  for (const days of [0, 14, 28, 42]) await morning(daysAfter(review.due_on, days))
  expect(await share()).toBe('0 of 1 (0%)')
  const { body } = await curator.get('/reviews')
  expect(body).toContain(`href="${path}"`)
  expect(body).toContain('Page says so')
})

test('who confirms a problem confirms that they have it: they are not asked the same twice', async () => {
  const { app, clock, owner, deputy, lead, review, morning } = await openHouse()
  const stance = () =>
    app.db
      .selectFrom('stance')
      .select(['confirmed_at', 'ends_on'])
      .where('problem_id', '=', review.subject_id)
      .executeTakeFirstOrThrow()
  const before = await stance()
  await morning(review.due_on)
  const { still } = await linksTo(app, owner)
  const reader = app.freshBrowser()
  await reader.get(still)
  await reader.post(still)
  await app.drain()
  expect((await stance()).ends_on > before.ends_on).toBe(true)
  clock.set(`${daysAfter((await stance()).ends_on, -20)}T09:00:00Z`)
  await app.db.transaction().execute(trx => askBeforeEnd(trx, clock))
  const asked = await app.db
    .selectFrom('mail')
    .select('recipient')
    .where('about', '=', 'stance')
    .where('recipient', 'in', [owner.email, deputy.email, lead.email])
    .execute()
  expect(asked).toEqual([])
})

test('what is not for everyone is in no public list of what nobody has confirmed', async () => {
  const { app, path, review, readReview, morning } = await openHouse()
  await app.db
    .updateTable('problem')
    .set({ visibility: 'public-sector' })
    .where('id', '=', review.subject_id)
    .execute()
  for (const days of [0, 14, 28, 42, 70]) await morning(daysAfter(review.due_on, days))
  expect((await readReview()).stage).toBe('resting')
  expect((await app.get('/not-confirmed')).body).not.toContain(path)
})

test('a problem of a colleague who was erased has no owner, and its leads are asked', async () => {
  const { app, owner, lead, review, readReview, morning } = await openHouse()
  const { keptByPerson } = await import('./personal-data.ts')
  expect(await keptByPerson.export(app.db, owner.personId)).toHaveLength(1)
  await app.db.transaction().execute(trx => keptByPerson.erase(trx, app.clock, owner.personId))
  expect(await keptByPerson.export(app.db, owner.personId)).toEqual([])
  await morning(review.due_on)
  expect((await readReview()).stage).toBe('leads')
  expect(JSON.stringify(await mailsTo(app, lead))).toContain('Nobody looks after it.')
})
