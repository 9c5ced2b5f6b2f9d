import { expect, test } from 'vitest'
import { mergingCouncils } from '#test/merging-councils.ts'

type Councils = Awaited<ReturnType<typeof mergingCouncils>>

/** A curator takes Surrey's problem down, for its words. */
async function takeDown({ db, clock }: Councils) {
  const { id } = await db
    .updateTable('problem')
    .set({ title: 'Mrs Brown rings', happens: 'Mrs Brown of 1 High Street rings.' })
    .where('slug', '=', 'bins-missed')
    .returning('id')
    .executeTakeFirstOrThrow()
  const reason = 'It names a resident.'
  await db
    .insertInto('moderation_hold')
    .values({ subject_kind: 'problem', subject_id: id, state: 'withheld', reason, since: clock.now() })
    .execute()
}

test('of a problem that was taken down the other owner reads neither title nor words, its own and curators do', async () => {
  const councils = await mergingCouncils()
  const path = await councils.proposed()
  await takeDown(councils)
  const { keeper, owner, curator } = councils
  for (const page of [path, '/problems/missed-collections', '/my']) {
    const { body } = await keeper.get(page)
    expect(body).toContain('A problem that is not shown just now')
    expect(body).not.toContain('Mrs Brown')
    expect(body).not.toContain('href="/problems/bins-missed"')
  }
  expect((await keeper.get(path)).body).toContain('Residents ring because')
  for (const someone of [owner, curator]) expect((await someone.get(path)).body).toContain('Mrs Brown of 1')
})

test('no letter tells the title of a problem that was taken down', async () => {
  const councils = await mergingCouncils()
  const path = await councils.proposed()
  await takeDown(councils)
  const before = await councils.db.selectFrom('mail').select('id').execute()
  await councils.curator.post(`${path}/withdrawal`)
  const mails = await councils.db.selectFrom('mail').selectAll().execute()
  expect(mails).toHaveLength(before.length + 2)
  expect(JSON.stringify(mails)).toContain('A problem that is not shown just now')
  expect(JSON.stringify(mails)).not.toContain('Mrs Brown')
})

test('what was merged and then taken down is named nowhere to visitors', async () => {
  const councils = await mergingCouncils()
  await councils.merged()
  await takeDown(councils)
  await councils.drain()
  for (const page of [
    '/problems/missed-collections',
    '/problems/missed-collections/history',
    '/problems/bins-missed',
    '/problems/bins-missed/stances',
    '/problems/missed-collections/partners',
    '/search?q=mrs+brown',
    '/sitemap.xml',
    '/data/problems.csv',
  ])
    expect((await councils.get(page)).body, page).not.toMatch(/Mrs Brown|bins-missed<\/loc>/)
})

test('a problem that stands for another is not shown to more readers than the other was', async () => {
  const { db, keeper, get, merged } = await mergingCouncils()
  await db.updateTable('problem').set({ visibility: 'public-sector' }).execute()
  await merged()
  const shown = async () => (await get('/problems/missed-collections')).statusCode
  expect(await shown()).toBe(404)
  const widened = await keeper.post('/problems/missed-collections/parts/visibility', {
    visibility: 'public',
    version: '1',
  })
  expect(widened.statusCode).toBe(409)
  expect(widened.body).toContain('was merged into this one')
  expect(await shown()).toBe(404)
})
