import { describe, expect, test } from 'vitest'
import { newId } from '#plumbing/id.ts'
import { subjectsTo } from '#test/planning.ts'
import { testApp } from '#test/support.ts'

const path = '/organisations/civica/merging'
const form = { into: 'Idox', reason: 'It was bought.', seen: 'yes' }
const reply = '/products/moderngov/reply'
const people = '/organisations/idox/people'

/** Civica's lead and Idox's, and a curator who merges the one into the other and takes it back. */
async function withBoth() {
  const app = await testApp()
  const curator = await app.signedIn({ duties: ['curator'] })
  const lead = await app.signedIn({ of: 'civica', role: 'lead' })
  const theirs = await app.signedIn({ of: 'idox', role: 'lead' })
  const merge = () => curator.post(path, form)
  const undo = () => curator.post(`${path}/undoing`)
  const placesOf = (personId: string) =>
    app.db
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'organisation_id')
      .select(['membership.id', 'slug', 'state', 'role', 'decided_at', 'ended_at'])
      .where('person_id', '=', personId)
      .orderBy('membership.id')
      .execute()
  const saidOf = async (personId: string) =>
    (await placesOf(personId)).map(({ slug, state, role }) => `${slug} ${state} ${role}`)
  return { ...app, curator, lead, theirs, merge, undo, placesOf, saidOf }
}

const statusOf = async (answer: Promise<{ statusCode: number }>) => (await answer).statusCode

describe('who spoke for a supplier that became part of another', () => {
  test('speaks for neither until a lead of the other confirms them, and then as a member', async () => {
    const { lead, theirs, merge, placesOf, saidOf, ...app } = await withBoth()
    expect(await statusOf(lead.get(reply))).toBe(200)
    await merge()
    expect(await saidOf(lead.personId)).toEqual(['civica ended lead', 'idox requested member'])
    for (const product of [reply, '/products/idox-public-access/reply'])
      expect(await statusOf(lead.get(product))).toBe(404)
    expect(await statusOf(lead.post('/problems', { happens: 'Nothing fits.' }))).toBe(404)
    const request = (await placesOf(lead.personId)).at(-1)!
    expect(await statusOf(lead.post(`/memberships/${request.id}/decision`, { decision: 'confirm' }))).toBe(
      404,
    )
    expect(await subjectsTo(app, theirs.email)).toEqual(['Someone asks to speak for Idox'])
    expect((await theirs.get(people)).body).toContain(`/memberships/${request.id}/decision`)
    await theirs.post(`/memberships/${request.id}/decision`, { decision: 'confirm' })
    expect(await statusOf(lead.get(reply))).toBe(200)
    expect(await saidOf(lead.personId)).toEqual(['civica ended lead', 'idox confirmed member'])
  })

  test('is told of in words before anything changes', async () => {
    const { curator, lead, saidOf } = await withBoth()
    const { body } = await curator.post(path, { into: form.into, reason: form.reason })
    expect(body).toContain(
      '1 person can no longer speak for it, nor for Idox before a lead of Idox or a curator confirms them',
    )
    expect(await saidOf(lead.personId)).toEqual(['civica confirmed lead'])
  })

  test('has back what they had when the merge is taken back, in each browser', async () => {
    const { lead, merge, undo, placesOf } = await withBoth()
    const before = await placesOf(lead.personId)
    await merge()
    expect((await lead.get('/account')).body).not.toContain('You speak for Civica')
    await undo()
    expect(await placesOf(lead.personId)).toEqual(before)
    expect(await statusOf(lead.get(reply))).toBe(200)
    expect(await statusOf(lead.get('/products/idox-public-access/reply'))).toBe(404)
  })

  test.each([
    ['confirm', 'confirmed'],
    ['refuse', 'refused'],
  ])('keeps what the other said of them meanwhile: %s', async (decision, state) => {
    const { lead, theirs, merge, undo, placesOf, saidOf } = await withBoth()
    await merge()
    const request = (await placesOf(lead.personId)).at(-1)!
    await theirs.post(`/memberships/${request.id}/decision`, { decision })
    await undo()
    expect(await saidOf(lead.personId)).toEqual(['civica confirmed lead', `idox ${state} member`])
  })

  test('stays as they are in the other where they speak for both', async () => {
    const { db, clock, lead, theirs, merge, undo, saidOf } = await withBoth()
    await db
      .insertInto('membership')
      .values({
        id: newId(),
        person_id: lead.personId,
        organisation_id: theirs.organisationId!,
        role: 'lead',
        state: 'confirmed',
        ground: 'word',
        requested_at: clock.now(),
      })
      .execute()
    await merge()
    expect(await saidOf(lead.personId)).toEqual(['civica ended lead', 'idox confirmed lead'])
    expect(await statusOf(lead.get(reply))).toBe(200)
    await undo()
    expect(await saidOf(lead.personId)).toEqual(['civica confirmed lead', 'idox confirmed lead'])
  })

  test('asks the other where they only asked, and the one again when it is taken back', async () => {
    const { db, lead, merge, undo, saidOf } = await withBoth()
    await db
      .updateTable('membership')
      .set({ state: 'requested', role: 'member', decided_at: null })
      .where('person_id', '=', lead.personId)
      .execute()
    await merge()
    expect(await saidOf(lead.personId)).toEqual(['idox requested member'])
    await undo()
    expect(await saidOf(lead.personId)).toEqual(['civica requested member'])
  })
})
