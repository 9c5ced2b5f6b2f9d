import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { followAll } from '#features/freshness/keeping-actions.ts'
import type { Db } from '#plumbing/database/database.ts'
import { mergingCouncils, pathOf } from '#test/merging-councils.ts'
import { beginPlan, publishPlan } from '#test/planning.ts'
import { site } from '../../features.ts'

const have = (affected: string) => ({ says: 'have-it', seen: '0', affected })

/** All rows of all tables but those in which it is recorded what was done. */
async function dump(db: Db) {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
  // What was done, and what is made from the rest: the index of the search.
  const records = /^(problem_merge|activity|outbox|mail|job|rate_limit|session|search_)/
  const contents: Record<string, string> = {}
  for (const { name } of tables.filter(({ name }) => !records.test(name))) {
    const { rows } = await sql<{ hash: string | null }>`
      select md5(string_agg(row::text, '|' order by row::text)) as hash from ${sql.table(name)} as row`.execute(
      db,
    )
    contents[name] = rows[0]!.hash ?? ''
  }
  return contents
}

test('the newer word of who spoke on both counts, once, and both words are there again when it is undone', async () => {
  const { get, clock, signedIn, owner, merged } = await mergingCouncils()
  const officer = await signedIn({ of: 'adur-district-council' })
  await officer.post('/problems/missed-collections/stances', have('An older word'))
  clock.forward(60_000)
  await officer.post('/problems/bins-missed/stances', have('A newer word'))
  const alone = await signedIn({ of: 'elmbridge-borough-council' })
  await alone.post('/problems/bins-missed/stances', have('The only word'))
  const path = await merged()

  const both = (await get('/problems/missed-collections/stances.csv')).body
  expect(both).toContain('A newer word')
  expect(both).not.toContain('An older word')
  expect(both).toContain('The only word')
  expect((await get('/problems/bins-missed/stances.csv')).body).toBe(both)
  expect((await get('/problems')).body).toContain('2 councils have it')
  expect((await get('/problems?sort=councils')).body).toContain('2 councils have it')
  expect((await get('/data/stances.csv')).body.match(/missed-collections/g)).toHaveLength(2)
  expect((await alone.get('/my')).body).toContain(
    '/problems/missed-collections/stances/elmbridge-borough-council',
  )

  await owner.post(`${path}/undoing`, { undo: 'They differ.' })
  expect((await get('/problems/missed-collections/stances.csv')).body).toContain('An older word')
  const again = (await get('/problems/bins-missed/stances.csv')).body
  expect(again).toContain('A newer word')
  expect(again).toContain('The only word')
})

test('what an organisation says after the merge, under either address, is said of the problem that stays', async () => {
  const { get, clock, signedIn, curator, merged } = await mergingCouncils()
  const officer = await signedIn({ of: 'adur-district-council' })
  await officer.post('/problems/bins-missed/stances', have('Before'))
  const path = await merged()
  clock.forward(60_000)
  await officer.post('/problems/bins-missed/stances', have('Since'))
  const stands = (await get('/problems/missed-collections/stances.csv')).body
  expect(stands).toContain('Since')
  expect(stands).not.toContain('Before')
  await curator.post(`${path}/undoing`, { undo: 'They differ.' })
  expect((await get('/problems/missed-collections/stances.csv')).body).toContain('Since')
  expect((await get('/problems/bins-missed/stances.csv')).body).toContain('Before')
})

test('a statement that was made before the merge is withdrawn where both stand, and stays so', async () => {
  const { get, signedIn, owner, merged } = await mergingCouncils()
  const officer = await signedIn({ of: 'adur-district-council' })
  await officer.post('/problems/bins-missed/stances', have('Before'))
  const path = await merged()
  await officer.post('/problems/missed-collections/stance/withdrawal')
  expect((await get('/problems/missed-collections/stances.csv')).body).not.toContain('Before')
  await owner.post(`${path}/undoing`, { undo: 'They differ.' })
  expect((await get('/problems/bins-missed/stances.csv')).body).not.toContain('Before')
})

test('projects about the one that went are found at the one that stays', async () => {
  const app = await mergingCouncils()
  const { get, keeper, owner, merged } = app
  const plan = await publishPlan(app, keeper, { form: { addresses: 'bins-missed' } })
  const path = await merged()
  expect((await get('/problems/missed-collections')).body).toContain(plan.address)
  expect((await get(plan.address)).body).toContain('/problems/missed-collections')
  expect((await get(plan.address)).body).not.toContain('/problems/bins-missed')
  await owner.post(`${path}/undoing`, { undo: 'They differ.' })
  expect((await get('/problems/missed-collections')).body).not.toContain(plan.address)
  expect((await get(plan.address)).body).toContain('/problems/bins-missed')
})

test('one that was merged cannot be changed, and nothing new can be proposed of it', async () => {
  const { owner, propose, merged } = await mergingCouncils()
  await merged()
  const changed = await owner.post('/problems/bins-missed/withdrawal', { note: 'Gone.' })
  expect(changed.statusCode).toBe(409)
  expect((await owner.get('/problems/bins-missed')).body).not.toContain('Your organisation’s problem')
  expect((await owner.get('/my')).body).toContain('merged into another')
  expect((await propose()).statusCode).toBe(422)
})

test('for thirty days curators and owners undo it, nobody else, and nobody later', async () => {
  const { clock, get, signedIn, owner, merged } = await mergingCouncils()
  const path = await merged()
  const member = await signedIn({ of: 'surrey-county-council' })
  expect((await member.post(`${path}/undoing`, { undo: 'No.' })).statusCode).toBe(403)
  expect((await owner.post(`${path}/undoing`, { undo: '' })).statusCode).toBe(422)
  clock.forward(30 * 86_400_000)
  const later = await signedIn({ duties: ['curator'] })
  expect((await later.get(path)).body).not.toContain('Undo the merge')
  expect((await later.post(`${path}/undoing`, { undo: 'Too late.' })).statusCode).toBe(409)
  expect((await get('/problems/bins-missed')).body).toContain('merged into another')
})

describe('a problem into which others went', () => {
  const chain = async () => {
    const app = await mergingCouncils()
    const { clock, curator, keeper, merged } = app
    const first = await merged()
    await app.insert('surrey-county-council', 'crews-miss-bins', 'Crews miss bins')
    const made = await curator.post('/problems/missed-collections/merge', {
      other: 'crews-miss-bins',
      stays: 'other',
      reason: 'The same.',
    })
    const second = pathOf(made)
    await app.owner.post(`${second}/answers`, { says: 'yes' })
    await keeper.post(`${second}/answers`, { says: 'yes' })
    clock.forward(1000)
    return { ...app, first, second }
  }

  test('takes them along when it goes itself, and has them again when that is undone', async () => {
    const { get, owner, second } = await chain()
    expect((await get('/problems/bins-missed')).body).toContain('href="/problems/crews-miss-bins"')
    await owner.post(`${second}/undoing`, { undo: 'They differ.' })
    expect((await get('/problems/bins-missed')).body).toContain('href="/problems/missed-collections"')
    expect((await get('/problems/missed-collections')).body).not.toContain('merged into another')
  })

  test('does not have back what was taken out of it meanwhile', async () => {
    const { get, owner, first, second } = await chain()
    await owner.post(`${first}/undoing`, { undo: 'They differ.' })
    expect((await get('/problems/bins-missed')).body).not.toContain('merged into another')
    await owner.post(`${second}/undoing`, { undo: 'They differ.' })
    expect((await get('/problems/bins-missed')).body).not.toContain('merged into another')
    expect((await get('/problems/missed-collections')).body).not.toContain('merged into another')
  })
})

/** The same choices for the same seed. */
const choosing = (seed: number) => (at: number, of: number) => Math.floor(seed / of ** at) % of

test.each([1, 26, 58])(
  'merging and undoing leaves all as it was but the records of both (%i)',
  async seed => {
    const app = await mergingCouncils()
    const { db, clock, get, signedIn, curator, keeper, owner, merged } = app
    const choice = choosing(seed)
    const slugs = ['bins-missed', 'missed-collections']
    for (const [at, of] of ['adur-district-council', 'elmbridge-borough-council'].entries()) {
      const officer = await signedIn({ of })
      for (const slug of [slugs, slugs.slice(0, 1), slugs.toReversed()][choice(at, 3)]!) {
        await officer.post(`/problems/${slug}/stances`, have(`Said of ${slug}`))
        clock.forward(60_000)
      }
      if (choice(at, 2) === 1) await officer.post('/problems/bins-missed/stance/withdrawal')
    }
    await publishPlan(app, keeper, { form: { addresses: slugs[choice(2, 2)]! } })
    await beginPlan(owner, { addresses: slugs[choice(3, 2)]! })
    await app.drain()
    // As each night does: the problems were put in without what follows from publishing.
    await followAll(db, clock, site)
    const found = async () => (await get('/search?q=bins+missed')).body.includes('/problems/bins-missed')
    expect(await found()).toBe(true)
    const before = await dump(db)
    const path = await merged()
    await app.drain()
    expect(await found()).toBe(false)
    expect(await dump(db)).not.toEqual(before)
    await [owner, keeper, curator][choice(0, 3)]!.post(`${path}/undoing`, { undo: 'They differ.' })
    await app.drain()
    expect(await dump(db)).toEqual(before)
    expect(await found()).toBe(true)
  },
)
