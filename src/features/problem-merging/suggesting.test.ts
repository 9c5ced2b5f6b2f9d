import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { localModel } from '#features/meaning/meaning.ts'
import type { Db } from '#plumbing/database/database.ts'
import { enqueue } from '#plumbing/jobs.ts'
import { mergingCouncils, pathOf } from '#test/merging-councils.ts'
import { testApp } from '#test/support.ts'

const surrey = 'surrey-county-council'
const leeds = 'leeds-city-council'

type Councils = Awaited<ReturnType<typeof mergingCouncils>>

/** A passage that points in one of a few directions, a little to the side: two of one direction are .96 near. */
const vectorOf = (direction: number, aside: number) =>
  `[${Array.from({ length: localModel.dimensions }, (_, at) => (at === direction ? 0.98 : at === 100 + aside ? 0.199 : 0)).join(',')}]`

async function mean(db: Db, slug: string, direction: number, aside = 0) {
  const { id } = await db
    .selectFrom('problem')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const made = { model: localModel.name, chunk: 0, text_hash: 'made', embedded_at: new Date() }
  await db
    .insertInto('embedding')
    .values({ kind: 'problem', subject_id: id, vector: vectorOf(direction, aside), ...made })
    .execute()
  return id
}

let nights = 0
async function night({ db, clock, drain }: Councils) {
  await enqueue(db, clock, 'find-same-problems', `night ${nights++}`, {})
  await drain()
}

/** Surrey and Leeds mean the same, and a second problem of Leeds means it too. */
async function suggested() {
  const councils = await mergingCouncils()
  const { db, insert } = councils
  const one = await mean(db, 'bins-missed', 1, 1)
  const other = await mean(db, 'missed-collections', 1, 2)
  await insert('adur-district-council', 'parking', 'Parking')
  await mean(db, 'parking', 2)
  await night(councils)
  const page = async () => (await councils.curator.get('/problem-merges')).body
  return { ...councils, one, other, page }
}

const waiting = (body: string) =>
  Number(/<strong>Problems said to be the same<\/strong>: (\d+)/.exec(body)?.[1] ?? 0)

test('what means the same is suggested to curators with the sentences that met, and nothing else is', async () => {
  const { page, owner } = await suggested()
  const body = await page()
  expect(body).toContain('1 pair that may be the same')
  expect(body).toContain('Very close')
  const words = body.replace(/<[^>]*>/g, '')
  expect(words.split('“Residents ring because their bin was not emptied, and nobody knows why')).toHaveLength(
    3,
  )
  expect(body).toContain('href="/organisations/surrey-county-council"')
  expect(body).toContain('0 organisations')
  expect(body).not.toContain('href="/problems/parking"')
  expect((await owner.get('/problem-merges')).statusCode).toBe(404)
})

test('one click leads to the proposal, filled in, and what is proposed is not suggested', async () => {
  const { page, curator } = await suggested()
  const [, href] = /href="(\/problems\/[^"]*\/merge\?other=[^"]*)"/.exec(await page())!
  const { body } = await curator.get(href!)
  const chosen = href!.endsWith('missed-collections') ? 'missed-collections' : 'bins-missed'
  expect(body).toMatch(new RegExp(`value="${chosen}"[^>]* checked|checked[^>]* value="${chosen}"`))
  expect(body).toMatch(/name="stays"[^>]* checked|checked[^>]* name="stays"/)
  expect(body).toContain('Surrey County Council writes: “')
  const reason = /<textarea[^>]*name="reason"[^>]*>([^<]*)/.exec(body)![1]!
  const made = await curator.post(href!.replace(/\?.*/, ''), { chosen, stays: 'other', reason })
  expect(pathOf(made)).toMatch(/^\/problem-merges\//)
  expect(await page()).not.toContain('may be the same</h2>')
})

test('a suggestion that can no longer be made leads to an empty form', async () => {
  const { curator, db } = await suggested()
  await db
    .updateTable('problem')

    .set({ visibility: 'partners' })
    .where('slug', '=', 'missed-collections')
    .execute()
  const { body } = await curator.get('/problems/bins-missed/merge?other=missed-collections')
  expect(body).not.toContain('checked')
  expect((await curator.get('/problems/bins-missed/merge?other=%00')).statusCode).toBe(200)
})

test('that two are not the same is kept: they are not suggested again', async () => {
  const councils = await suggested()
  const { db, page, curator, one, other } = councils
  const { headers } = await curator.post('/problem-merges/judgements', { one: other, other: one })
  expect(headers.location).toContain('/problem-merges?')
  await curator.post('/problem-merges/judgements', { one, other })
  expect(await page()).not.toContain('may be the same</h2>')
  await night(councils)
  expect(await page()).not.toContain('may be the same</h2>')
  expect(await db.selectFrom('problem_not_same').select(['one_id', 'other_id']).execute()).toEqual([
    { one_id: [one, other].toSorted()[0], other_id: [one, other].toSorted()[1] },
  ])
  expect(
    await db.selectFrom('activity').select('kind').where('kind', '=', 'problem-pair.not-the-same').execute(),
  ).toHaveLength(1)
})

test('only curators judge, and only of two problems that there are', async () => {
  const { owner, curator, db, one, other } = await suggested()
  expect((await owner.post('/problem-merges/judgements', { one, other })).statusCode).toBe(404)
  expect((await curator.post('/problem-merges/judgements', { one, other: one })).statusCode).toBe(409)
  expect((await curator.post('/problem-merges/judgements', { one, other: 'x' })).statusCode).toBe(409)
  const unknown = { one, other: '01a200f5-4a6d-75d6-bdbc-ae9299d93489' }
  expect((await curator.post('/problem-merges/judgements', unknown)).statusCode).toBe(409)
  expect(await db.selectFrom('problem_not_same').selectAll().execute()).toEqual([])
})

test('however the ids of the two are written, they are kept as one pair', async () => {
  const { curator, db } = await mergingCouncils()
  const [small, great] = ['019a0000-0000-7000-8000-00000000000b', '019a0000-0000-7000-8000-00000000000c']
  for (const id of [small, great])
    await sql`
      insert into problem select copy.* from problem, jsonb_populate_record(null::problem, to_jsonb(problem)
        || jsonb_build_object('id', ${id}::text, 'slug', 'copy-' || right(${id}, 1))) as copy
      where problem.slug = 'bins-missed'`.execute(db)
  const said = { one: great.toUpperCase(), other: small }
  expect((await curator.post('/problem-merges/judgements', said)).statusCode).toBe(303)
  expect(await db.selectFrom('problem_not_same').select(['one_id', 'other_id']).execute()).toEqual([
    { one_id: small, other_id: great },
  ])
})

test('the queue counts what waits, and falls when one of the two is withdrawn, held, or of one organisation', async () => {
  const { db, page, one, clock } = await suggested()
  const count = async () => waiting(await page())
  const before = await count()
  expect(before).toBe(1)
  const leedsId = await db
    .selectFrom('organisation')
    .select('id')
    .where('slug', '=', leeds)
    .executeTakeFirstOrThrow()
  const surreyId = await db
    .selectFrom('organisation')
    .select('id')
    .where('slug', '=', surrey)
    .executeTakeFirstOrThrow()
  const change = (set: object) => db.updateTable('problem').set(set).where('id', '=', one).execute()
  await change({ organisation_id: leedsId.id })
  expect(await count()).toBe(0)
  await change({ organisation_id: surreyId.id, visibility: 'public-sector' })
  expect(await count()).toBe(0)
  await change({ visibility: 'public' })
  expect(await count()).toBe(1)
  await db
    .insertInto('moderation_hold')
    .values({ subject_kind: 'problem', subject_id: one, state: 'held', since: clock.now() })
    .execute()
  expect(await count()).toBe(0)
})

test('who raised the like is found as a partner with that reason, until it is said not to be the same', async () => {
  const { get, curator, one, other } = await suggested()
  const says = 'Raised a problem that is very close: “Missed collections”'
  const ofProblem = '/problems/bins-missed/partners'
  const ofCouncil = '/organisations/surrey-county-council/partners'
  for (const path of [ofProblem, ofCouncil]) {
    const { body } = await get(path)
    expect(body).toContain(says)
    expect(body.indexOf('href="/organisations/leeds-city-council"')).toBeLessThan(body.indexOf(says))
    expect((await get(`${path}?same-problem=0`)).body).not.toContain(says)
  }
  expect((await get('/problems/parking/partners')).body).not.toContain('Raised a problem')
  await curator.post('/problem-merges/judgements', { one, other })
  for (const path of [ofProblem, ofCouncil]) expect((await get(path)).body).not.toContain(says)
})

test('a council’s partners tell nothing of a problem of its own that is not shown', async () => {
  const { get, db, one, clock } = await suggested()
  await db
    .insertInto('moderation_hold')
    .values({ subject_kind: 'problem', subject_id: one, state: 'held', since: clock.now() })
    .execute()
  expect((await get('/organisations/surrey-county-council/partners')).body).not.toContain('Raised a problem')
})

test('where nothing is embedded nothing is suggested', async () => {
  const { signedIn } = await testApp()
  const curator = await signedIn({ duties: ['curator'] })
  expect((await curator.get('/problem-merges')).body).toContain('No proposal waits for an answer.')
})
