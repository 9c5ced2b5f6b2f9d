import { expect, test } from 'vitest'
import { itemsOf, openLeaving } from '#test/handing-over.ts'
import { words } from '#test/introducing.ts'
import { insertOpportunity } from '#test/made-opportunity.ts'
import { beginPlan, publishPlan } from '#test/planning.ts'
import { insertProblem } from '#test/published-problem.ts'
import { draftProblem } from '#test/raised-problems.ts'

const asking = { ...words, first_date: '12 March 2026', second_date: '13 March 2026' }

/** Someone who owns one thing of each kind, and has given notice. */
async function ownerOfAll() {
  const house = await openLeaving()
  const { app, clock, owner, lead, deputy, review, notice } = house
  const { db } = app
  await draftProblem(owner)
  await beginPlan(owner)
  await publishPlan(app, owner)
  const { id, slug } = await insertProblem(db, clock)
  const haveIt = { says: 'have-it', affected: 'some residents', size: 'under-100', urgency: 'now' }
  await owner.post(`/problems/${slug}/stances`, haveIt)
  await owner.post(`/introductions/new?of=problem&id=${id}`, asking)
  await owner.post(`${await insertOpportunity(db, clock, 'published')}/answer`)
  await db
    .updateTable('system')
    .set({ state: 'confirmed', confirmed_on: '2026-03-01', confirmed_by: owner.personId })
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('system').select('system.id').where('organisation_id', '=', owner.organisationId!).limit(1),
    )
    .execute()
  await app.drain()
  await lead.post(`/reviews/${review.id}/keepers`, { owner: deputy.personId, deputy: owner.personId })
  await notice()
  return { ...house, problemId: id }
}

const kinds = [
  'call-answer',
  'introduction',
  'problem-draft',
  'project-draft',
  'review-deputy',
  'review-owner',
  'stance',
  'system',
]

test('all that a person owns is on the list, passes to whoever takes it, and comes back when they stay', async () => {
  const { app, owner, lead, deputy, handover, problemId } = await ownerOfAll()
  const items = await itemsOf(app)
  expect(items.map(({ kind }) => kind)).toEqual(kinds)
  const { id } = await handover()
  const page = (await owner.get(`/handovers/${id}`)).body
  for (const { path } of items) expect(page).toContain(`href="${path}"`)
  const heirs = (heir: string) => ({ heir: items.map(item => `${item.id}:${heir}`) })
  await owner.post(`/handovers/${id}/heirs`, heirs(lead.personId))
  expect((await lead.get(`/handovers/${id}/offer`)).body.match(/name="taken"/g)).toHaveLength(kinds.length)
  await lead.post(`/handovers/${id}/offer`, { taken: items.map(item => item.id) })
  expect((await itemsOf(app)).map(({ state }) => state)).toEqual(kinds.map(() => 'taken'))

  const holders = async (personId: string) => {
    const { db } = app
    const count = async (table: string, column: string) =>
      Number(
        (
          await db
            .selectFrom(table as 'review')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .where(column as 'owner_id', '=', personId)
            .executeTakeFirstOrThrow()
        ).count,
      )
    return Promise.all([
      count('review', 'owner_id'),
      count('review', 'deputy_id'),
      count('stance', 'confirmed_by'),
      count('system', 'confirmed_by'),
      count('introduction_side', 'person_id'),
      count('partner_call_answer', 'person_id'),
    ])
  }
  expect(await holders(lead.personId)).toEqual([1, 1, 1, 1, 1, 1])
  const side = await app.db
    .selectFrom('introduction_side')
    .select('agreed_at')
    .where('person_id', '=', lead.personId)
    .executeTakeFirstOrThrow()
  expect(side.agreed_at).toBeNull()
  expect((await lead.get('/my')).body).toContain('Asks to meet that wait for your answer')
  expect(deputy.personId).not.toBe(lead.personId)

  await owner.post(`/handovers/${id}/withdrawal`)
  expect(await holders(owner.personId)).toEqual([1, 1, 2, 1, 1, 1])
  expect(problemId).toBeTruthy()
})

test('on the last day nothing is lost: what nobody took is there still, without an owner, until it is closed', async () => {
  const { app, owner, handover, night, lead } = await ownerOfAll()
  await night('2026-04-01')
  expect((await itemsOf(app)).map(({ state }) => state)).toEqual(kinds.map(() => 'left-to-leads'))
  const { id } = await handover()
  const { body } = await lead.get(`/handovers/${id}/pack`)
  expect(body.match(/Goes to/g)!.length).toBe(kinds.length)
  expect((await owner.get('/my')).statusCode).toBe(200)
  const drafts = await app.db
    .selectFrom('problem')
    .select('created_by')
    .where('state', '=', 'draft')
    .execute()
  expect(drafts).toEqual([{ created_by: null }])
})

test('whoever wants to meet the owner of something asks whoever looks after it now', async () => {
  const { app, owner, deputy, handover, notice } = await openLeaving()
  await notice()
  const { id } = await handover()
  const [item] = await itemsOf(app)
  await owner.post(`/handovers/${id}/heirs`, { heir: `${item!.id}:${deputy.personId}` })
  await deputy.post(`/handovers/${id}/offer`, { taken: item!.id })
  const elsewhere = await app.signedIn({ of: 'adur-district-council' })
  const { subject_id } = await app.db.selectFrom('review').select('subject_id').executeTakeFirstOrThrow()
  await elsewhere.post(`/introductions/new?of=problem&id=${subject_id}`, asking)
  const { person_id } = await app.db
    .selectFrom('introduction_side')
    .select('person_id')
    .where('side', '=', 'asked')
    .executeTakeFirstOrThrow()
  expect(person_id).toBe(deputy.personId)
})

test('a project that one person knows says so to that person and the leads alone, until it has a deputy', async () => {
  const { app, owner, lead, deputy } = await openLeaving()
  const { address } = await publishPlan(app, owner)
  await app.drain()
  const page = async (reader: { get: typeof owner.get }) => (await reader.get(address)).body
  const warning = 'One person knows this'
  const elsewhere = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  expect(await page(owner)).toContain('You are the only one here')
  expect(await page(lead)).toContain('Robin Ashdown is the only one here')
  for (const other of [deputy, elsewhere, app.freshBrowser()])
    expect(await page(other)).not.toContain(warning)
  const list = 'Projects that one person here knows'
  const organisation = '/organisations/leeds-city-council'
  expect((await lead.get(organisation)).body).toContain(list)
  for (const other of [owner, elsewhere, app.freshBrowser()])
    expect((await other.get(organisation)).body).not.toContain(list)

  const { id } = await app.db
    .selectFrom('review')
    .select('id')
    .where('kind', '=', 'project')
    .executeTakeFirstOrThrow()
  await lead.post(`/reviews/${id}/keepers`, { owner: owner.personId, deputy: deputy.personId })
  for (const reader of [owner, lead]) expect(await page(reader)).not.toContain(warning)
})
