import { expect, test } from 'vitest'
import { recordActivities } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { enqueueSchedules } from '#plumbing/jobs.ts'
import { mergingCouncils, pathOf } from '#test/merging-councils.ts'
import { silentLog } from '#test/support.ts'
import { site } from '../../features.ts'
import { personalData } from './personal-data.ts'

const leeds = 'leeds-city-council'
const surrey = 'surrey-county-council'
const adur = 'adur-district-council'

const mailsOf = async (db: Db) =>
  (await db.selectFrom('mail').select(['recipient', 'letter']).orderBy('id').execute()).map(
    ({ recipient, letter }) => `${recipient}: ${(letter as { subject: string }).subject}`,
  )

test('with the yes of both owners one problem stands for both, and the old address leads there', async () => {
  const { get, db, owner, keeper, curator, proposed } = await mergingCouncils()
  const path = await proposed()
  expect(await mailsOf(db)).toEqual([
    'surrey@example.gov.uk: Are these the same problem? Bins missed',
    'leeds@example.gov.uk: Are these the same problem? Bins missed',
  ])
  expect((await owner.get('/my')).body).toContain('Is “Bins missed” the same as “Missed collections”?')
  expect((await owner.get(path)).body).toContain('Both are bins that nobody emptied.')

  await owner.post(`${path}/answers`, { says: 'yes' })
  expect((await owner.get('/my')).body).not.toContain('Is “Bins missed” the same')
  expect((await get('/problems')).body).toContain('Bins missed')
  await keeper.post(`${path}/answers`, { says: 'yes' })

  expect((await get('/problems')).body).not.toContain('Bins missed')
  const old = await get('/problems/bins-missed')
  expect(old.statusCode).toBe(200)
  expect(old.body).toContain('This problem was merged into another')
  expect(old.body).toContain('href="/problems/missed-collections"')
  expect((await get('/problems/missed-collections')).body).toContain('Merged into this one')
  expect((await get('/problems/bins-missed/history')).body).toContain('merged into')
  expect((await get('/problems/missed-collections/history')).body).toContain('was merged into this one')
  expect((await get('/data/problems.csv')).body).not.toContain('bins-missed')
  expect((await curator.get(path)).body).toContain('Surrey County Council said yes')
})

test('a no ends it, is kept with its reason, and is told before the same is proposed again', async () => {
  const { get, db, owner, keeper, propose, proposed } = await mergingCouncils()
  const path = await proposed()
  const unreasoned = await owner.post(`${path}/answers`, { says: 'no' })
  expect(unreasoned.statusCode).toBe(422)
  await owner.post(`${path}/answers`, { says: 'no', reason: 'Ours is about garden waste.' })
  expect((await keeper.post(`${path}/answers`, { says: 'yes' })).statusCode).toBe(409)
  expect((await keeper.get(path)).body).toContain('Ours is about garden waste.')
  expect((await get('/problems')).body).toContain('Bins missed')
  expect(await mailsOf(db)).toContain('curator@example.gov.uk: An owner said no: Bins missed')

  const again = await propose()
  expect(again.statusCode).toBe(422)
  expect(again.body).toContain('This was proposed before, and refused.')
  expect(again.body).toContain('Ours is about garden waste.')
  expect((await propose({ again: 'yes' })).statusCode).toBe(303)
})

test('only those who decide for an owner answer, and only they and curators see it', async () => {
  const { get, signedIn, owner, proposed } = await mergingCouncils()
  const path = await proposed()
  const member = await signedIn({ of: surrey })
  const other = await signedIn({ of: adur, role: 'lead' })
  expect((await get(path)).headers.location).toMatch(/^\/sign-in/)
  expect((await member.get(path)).statusCode).toBe(200)
  expect((await member.post(`${path}/answers`, { says: 'yes' })).statusCode).toBe(403)
  expect((await other.get(path)).statusCode).toBe(404)
  expect((await other.post(`${path}/answers`, { says: 'yes' })).statusCode).toBe(404)
  expect((await other.post(`${path}/undoing`, { undo: 'No.' })).statusCode).toBe(404)
  expect((await owner.post(`${path}/withdrawal`)).statusCode).toBe(404)
  expect((await owner.get('/problems/bins-missed/merge')).statusCode).toBe(404)
  expect((await owner.post(`${path}/answers`, { says: 'yes' })).statusCode).toBe(303)
  expect((await owner.post(`${path}/answers`, { says: 'yes' })).statusCode).toBe(409)
})

test('where an organisation has no lead, whoever speaks for it answers', async () => {
  const { db, owner, proposed, signedIn } = await mergingCouncils()
  await db.updateTable('membership').set({ role: 'member' }).where('person_id', '=', owner.personId).execute()
  const path = await proposed()
  const member = await signedIn({ of: surrey })
  expect((await member.post(`${path}/answers`, { says: 'yes' })).statusCode).toBe(303)
})

test('an organisation that owns both answers once', async () => {
  const { insert, get, keeper, curator } = await mergingCouncils()
  await insert(leeds, 'bins-forgotten', 'Bins forgotten')
  const made = await curator.post('/problems/missed-collections/merge', {
    other: 'http://localhost/problems/bins-forgotten?from=list',
    stays: 'this',
    reason: 'The same.',
  })
  await keeper.post(`${pathOf(made)}/answers`, { says: 'yes' })
  expect((await get('/problems/bins-forgotten')).body).toContain('merged into another')
})

test('what is proposed can be taken back, and ends by itself without merging', async () => {
  const { clock, config, db, drain, get, signedIn, owner, keeper, curator, proposed } =
    await mergingCouncils()
  const path = await proposed()
  await curator.post(`${path}/withdrawal`)
  expect((await owner.post(`${path}/answers`, { says: 'yes' })).statusCode).toBe(409)
  expect((await curator.post(`${path}/withdrawal`)).statusCode).toBe(409)

  const second = await proposed()
  await keeper.post(`${second}/answers`, { says: 'yes' })
  clock.forward(30 * 86_400_000)
  const later = await signedIn({ of: surrey, role: 'lead', duties: ['curator'] })
  expect((await later.post(`${second}/answers`, { says: 'yes' })).statusCode).toBe(409)
  await enqueueSchedules({ db, site, clock, config, log: silentLog })
  await drain()
  expect((await later.get(second)).body).toContain('Not answered in time')
  expect((await get('/problems')).body).toContain('Bins missed')
  expect(await mailsOf(db)).toContain('curator@example.gov.uk: Not answered in time: Bins missed')
})

test('problems that come near are offered, and one is also found by its title', async () => {
  const { clock, db, drain, insert, curator, propose } = await mergingCouncils()
  await insert(adur, 'bins-missed-again', 'Bins missed again and again')
  const problems = await db.selectFrom('problem').select('id').execute()
  await recordActivities(
    db,
    clock,
    problems.map(({ id }) => ({
      kind: 'problem.published',
      subject: { kind: 'problem', id },
      actor: system,
      detail: { version: 1 },
    })),
  )
  await drain()
  const { body } = await curator.get('/problems/bins-missed/merge')
  expect(body).toContain('Problems that come near')
  expect(body).toContain('value="bins-missed-again"')
  expect((await propose({ other: 'Anything at all' })).statusCode).toBe(422)
  expect((await propose({ other: 'bins-missed' })).statusCode).toBe(422)
  expect((await propose({ other: 'MISSED collections' })).statusCode).toBe(303)
})

test('what is shown to different readers, or only to named ones, cannot be merged', async () => {
  const { db, propose } = await mergingCouncils()
  for (const visibility of ['public-sector', 'partners'] as const) {
    await db.updateTable('problem').set({ visibility }).where('slug', '=', 'missed-collections').execute()
    expect((await propose()).statusCode).toBe(422)
  }
  expect(await db.selectFrom('problem_merge').select('id').execute()).toEqual([])
})

test('for an organisation that no longer exists the one that took over from it answers', async () => {
  const { insert, get, owner, curator, signedIn } = await mergingCouncils()
  await insert('craven-district-council', 'bins-in-craven', 'Bins in Craven')
  const made = await curator.post('/problems/bins-in-craven/merge', {
    other: 'bins-missed',
    stays: 'other',
    reason: 'The same.',
  })
  const successor = await signedIn({ of: 'north-yorkshire-council', role: 'lead' })
  expect((await successor.get(pathOf(made))).body).toContain('took over from it')
  expect((await successor.get('/my')).body).toContain('Is “Bins in Craven” the same as “Bins missed”?')
  await successor.post(`${pathOf(made)}/answers`, { says: 'yes' })
  await owner.post(`${pathOf(made)}/answers`, { says: 'yes' })
  expect((await get('/problems/bins-in-craven')).body).toContain('merged into another')
})

test('who proposed and answered finds it in their own data, and nothing leads to them once they are erased', async () => {
  const { db, clock, owner, curator, merged } = await mergingCouncils()
  const path = await merged()
  expect((await curator.get('/account/data/export')).body).toContain('Both are bins that nobody emptied.')
  expect((await owner.get('/account/data/export')).body).toContain('said yes')
  for (const { personId } of [owner, curator]) await personalData.erase(db, clock, personId)
  expect((await owner.get(path)).body).toContain('an officer')
  const kept = JSON.stringify([
    await db.selectFrom('problem_merge').selectAll().execute(),
    await db.selectFrom('problem_merge_answer').selectAll().execute(),
  ])
  expect(kept).not.toContain(owner.personId)
  expect(kept).not.toContain(curator.personId)
})
