import { expect, test } from 'vitest'
import { forgetOldSignIns } from '#features/accounts/schedules.ts'
import { erasePerson } from '#features/privacy/actions.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { operator, system } from '#plumbing/actor.ts'
import { dueKey, enqueue } from '#plumbing/jobs.ts'
import { itemsOf, mailsTo, openLeaving } from '#test/handing-over.ts'
import { site } from '../../features.ts'

const subjects = (letters: { subject: string }[]) => letters.map(({ subject }) => subject)

test('mail that comes back begins a handover, once, and the leads are asked; nothing passes on by itself', async () => {
  const { app, clock, owner, lead, handover, readReview } = await openLeaving()
  const bounce = () =>
    recordActivity(app.db, clock, {
      kind: 'mail.bounced',
      subject: { kind: 'person', id: owner.personId },
      actor: system,
      detail: {},
    })
  await bounce()
  await bounce()
  await app.drain()
  expect(await handover()).toMatchObject({ why: 'bounce', last_day: null, person_id: owner.personId })
  expect(subjects(await mailsTo(app, lead))).toEqual(['Mail to a colleague at Leeds City Council comes back'])
  expect(await mailsTo(app, owner)).toEqual([])
  expect(await itemsOf(app)).toHaveLength(1)
  expect((await readReview()).owner_id).toBe(owner.personId)
  const { id } = await handover()
  expect((await lead.get('/my')).body).toContain('mail to them comes back')
  await lead.post(`/handovers/${id}/withdrawal`)
  await bounce()
  await app.drain()
  expect((await handover()).id).not.toBe(id)
})

test('sixty days without a sign of life begin one, from when something began to wait; whoever is only quiet is not gone', async () => {
  const { app, clock, owner, lead, review, morning, night } = await openLeaving()
  const handovers = () => app.db.selectFrom('handover').select(['why', 'person_id', 'ended_as']).execute()
  const days = (from: string, count: number) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
  await night(days(review.due_on, -1))
  expect(await handovers()).toEqual([])
  await morning(review.due_on)
  await night(days(review.due_on, 59))
  expect(await handovers()).toEqual([])
  await night(days(review.due_on, 61))
  expect(await handovers()).toEqual([{ why: 'silence', person_id: owner.personId, ended_as: null }])
  expect(subjects(await mailsTo(app, lead))).toEqual([
    'Nothing is heard from a colleague at Leeds City Council',
  ])
  expect(subjects(await mailsTo(app, owner))).toEqual(['Are you still at Leeds City Council?'])

  const { id } = await app.db.selectFrom('handover').select('id').executeTakeFirstOrThrow()
  await owner.post(`/handovers/${id}/withdrawal`)
  await night(days(review.due_on, 120))
  expect((await handovers()).map(({ ended_as }) => ended_as)).toEqual(['taken-back'])
  await night(days(review.due_on, 123))
  expect((await handovers()).map(({ ended_as }) => ended_as).toSorted()).toEqual([null, 'taken-back'])
  expect(clock.now().getUTCFullYear()).toBe(2026)
})

test('whoever looked at a page meanwhile is heard, even after that session has ended', async () => {
  const { app, clock, owner, review, morning, night } = await openLeaving()
  await morning(review.due_on)
  clock.forward(29 * 86_400_000)
  await owner.get('/my')
  await app.db
    .updateTable('session')
    .set({ ends_at: clock.now() })
    .where('person_id', '=', owner.personId)
    .execute()
  clock.forward(2 * 86_400_000)
  await enqueue(app.db, clock, `schedule:${forgetOldSignIns.name}`, dueKey(forgetOldSignIns, clock.now()), {})
  await app.drain()
  expect(
    await app.db.selectFrom('session').select('id').where('person_id', '=', owner.personId).execute(),
  ).toEqual([])
  await night(new Date(clock.now().getTime() + 35 * 86_400_000).toISOString().slice(0, 10))
  expect(await app.db.selectFrom('handover').select('id').execute()).toEqual([])
})

test('a membership that ends without notice leaves what was looked after to the leads, and says so on its page', async () => {
  const { app, owner, lead, handover, membershipOf, readReview, path } = await openLeaving()
  const { id } = await membershipOf(owner)
  await lead.post(`/memberships/${id}/ending`)
  await app.drain()
  expect(await handover()).toMatchObject({ why: 'left', person_id: owner.personId })
  expect((await itemsOf(app))[0]!.state).toBe('left-to-leads')
  expect((await readReview()).owner_id).toBeNull()
  expect((await app.get(path)).body).toContain('Nobody looks after this at present')
  expect(subjects(await mailsTo(app, lead))).toEqual(['A colleague has left Leeds City Council'])
})

test('someone who is erased leaves the list of what they looked after to the leads, and nothing of themselves', async () => {
  const { app, clock, owner, lead, deputy, notice, handover, readReview } = await openLeaving()
  await notice()
  const { id } = await handover()
  await owner.post(`/handovers/${id}/note`, { note: 'Ask Robin.' })
  await erasePerson(app.db, clock, operator, { personId: owner.personId, site })
  await app.drain()
  expect(await handover()).toMatchObject({ id, person_id: null, note: null })
  expect((await itemsOf(app))[0]).toMatchObject({ state: 'left-to-leads', title: expect.any(String) })
  expect((await readReview()).owner_id).toBeNull()
  const [item] = await itemsOf(app)
  await lead.post(`/handovers/${id}/heirs`, { heir: `${item!.id}:${deputy.personId}` })
  await erasePerson(app.db, clock, operator, { personId: deputy.personId, site })
  expect((await itemsOf(app))[0]).toMatchObject({ state: 'left-to-leads', heir_id: null })
  expect(await app.db.selectFrom('handover_link').select('hash').execute()).toEqual([])
})

test('where there is no other lead the curators are told, and decide', async () => {
  const { app, lead, owner, membershipOf, handover } = await openLeaving()
  const curator = await app.signedIn({ duties: ['curator'] })
  const { id } = await membershipOf(lead)
  expect((await lead.get(`/memberships/${id}/notice`)).body).toContain('the only lead')
  await lead.post(`/memberships/${id}/notice`, { last_day: '31 March 2026' })
  expect(subjects(await mailsTo(app, curator))).toEqual(['A colleague leaves Leeds City Council'])
  expect(await mailsTo(app, owner)).toEqual([])
  const path = `/handovers/${(await handover()).id}`
  expect((await curator.get(path)).statusCode).toBe(200)
  expect((await owner.get(path)).statusCode).toBe(404)
})

test('what is offered to someone who leaves themselves waits for another', async () => {
  const { app, owner, deputy, notice, handover, membershipOf, night } = await openLeaving()
  await notice()
  const { id } = await handover()
  const [item] = await itemsOf(app)
  await owner.post(`/handovers/${id}/heirs`, { heir: `${item!.id}:${deputy.personId}` })
  const place = await membershipOf(deputy)
  await deputy.post(`/memberships/${place.id}/ending`)
  await night('2026-03-10')
  expect((await itemsOf(app))[0]).toMatchObject({ state: 'open', heir_id: null })
})

test('whoever comes back after they left can be given again what they looked after', async () => {
  const { app, owner, lead, handover, membershipOf, readReview } = await openLeaving()
  const { id: placeId, organisation_id } = await membershipOf(owner)
  await owner.post(`/memberships/${placeId}/ending`)
  await app.drain()
  const { id } = await handover()
  const [item] = await itemsOf(app)
  const give = () => lead.post(`/handovers/${id}/heirs`, { heir: `${item!.id}:${owner.personId}` })
  expect((await give()).statusCode).toBe(422)
  await app.db
    .updateTable('membership')
    .set({ state: 'confirmed', ended_at: null, ended_by: null })
    .where('id', '=', placeId)
    .execute()
  expect((await give()).statusCode).toBe(303)
  await owner.post(`/handovers/${id}/offer`, { taken: item!.id })
  expect(await readReview()).toMatchObject({ owner_id: owner.personId, organisation_id })
})
