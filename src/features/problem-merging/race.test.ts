import { describe, expect, onTestFinished, test } from 'vitest'
import type { Person, Speaker } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Engine, engines } from '#plumbing/database/engines.ts'
import { allMigrations, migrate } from '#plumbing/database/migrate.ts'
import { newId } from '#plumbing/id.ts'
import { insertCurator, insertSignedIn } from '#test/people.ts'
import { insertProblem } from '#test/published-problem.ts'
import { handClock } from '#test/support.ts'
import { answerMerge, proposeMerge, takeBackMerge } from './merge-actions.ts'
import { listAnswers, resolveMerge } from './merge-queries.ts'
import { undoMerge } from './uniting-actions.ts'

const clock = handClock()

const insertCouncil = (db: Db, slug: string) =>
  db
    .insertInto('organisation')
    .values({
      id: newId(),
      slug,
      name: slug,
      short_name: slug,
      kind: 'council',
      status: 'current',
      source: 'A test',
      source_as_of: '2026-11-21',
      created_at: clock.now(),
    })
    .execute()

async function leadOf(db: Db, of: string): Promise<Speaker> {
  const { personId, organisationId } = await insertSignedIn(db, clock, { of, role: 'lead' })
  return {
    kind: 'person',
    id: personId,
    memberships: [{ organisationId: organisationId!, role: 'lead', isPublicSector: true }],
    actingFor: { id: organisationId!, name: of },
    duties: [],
  }
}

async function councils(open: Engine['open']) {
  const { db, close } = await open(8)
  onTestFinished(close)
  await migrate(db, { migrations: allMigrations() })
  const [one, other] = ['one-council', 'other-council'] as const
  await insertCouncil(db, one)
  await insertCouncil(db, other)
  const leads = [await leadOf(db, one), await leadOf(db, one), await leadOf(db, other)] as const
  const curator = await insertCurator(db, clock)
  let count = 0
  const propose = async () => {
    count++
    const goes = await insertProblem(db, clock, { by: one, slug: `goes-${count}` })
    const stays = await insertProblem(db, clock, { by: other, slug: `stays-${count}` })
    const made = await proposeMerge(db, clock, curator, {
      goesId: goes.id,
      staysId: stays.id,
      reason: 'Same.',
    })
    return { id: (made as { id: string }).id, goes, stays }
  }
  const answer = (lead: Speaker, id: string, says: 'yes' | 'no' = 'yes') =>
    answerMerge(db, clock, lead, { id, says, reason: says === 'no' ? 'Not so.' : null })
  const mergedInto = async (id: string) =>
    (await db.selectFrom('problem').select('merged_into').where('id', '=', id).executeTakeFirstOrThrow())
      .merged_into
  return { db, leads, curator, propose, answer, mergedInto }
}

const rounds = 5
const fulfilled = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.filter(({ status }) => status === 'fulfilled').length

describe.each(engines)('on the $name engine', ({ open }) => {
  test('of two answers at once for one owner one is kept, and both owners at once merge once', async () => {
    const { db, leads, propose, answer, mergedInto } = await councils(open)
    for (let round = 0; round < rounds; round++) {
      const { id, goes, stays } = await propose()
      const outcomes = await Promise.allSettled(leads.map(lead => answer(lead, id)))
      expect(fulfilled(outcomes)).toBe(2)
      expect(await listAnswers(db, [id])).toHaveLength(2)
      expect(await mergedInto(goes.id)).toBe(stays.id)
      expect(await mergedInto(stays.id)).toBeNull()
    }
  }, 60_000)

  test('a yes and a no at once never merge', async () => {
    const { db, leads, propose, answer, mergedInto } = await councils(open)
    for (let round = 0; round < rounds; round++) {
      const { id, goes } = await propose()
      await Promise.allSettled([answer(leads[0], id), answer(leads[2], id, 'no')])
      expect((await resolveMerge(db, id))!.state).toBe('refused')
      expect(await mergedInto(goes.id)).toBeNull()
    }
  }, 60_000)

  test('the last yes and the curator who takes it back: one of them wins whole', async () => {
    const { db, leads, curator, propose, answer, mergedInto } = await councils(open)
    for (let round = 0; round < rounds; round++) {
      const { id, goes, stays } = await propose()
      await answer(leads[0], id)
      const outcomes = await Promise.allSettled([answer(leads[2], id), takeBackMerge(db, clock, curator, id)])
      expect(fulfilled(outcomes)).toBe(1)
      const isMerged = (await resolveMerge(db, id))!.state === 'merged'
      expect(await mergedInto(goes.id)).toBe(isMerged ? stays.id : null)
    }
  }, 60_000)

  test('of two who undo at once one does', async () => {
    const { db, leads, curator, propose, answer, mergedInto } = await councils(open)
    const { id, goes } = await propose()
    await answer(leads[0], id)
    await answer(leads[2], id)
    const undo = (actor: Person) => undoMerge(db, clock, actor, { id, reason: 'They differ.' })
    const outcomes = await Promise.allSettled([undo(leads[0]), undo(leads[2]), undo(curator)])
    expect(fulfilled(outcomes)).toBe(1)
    expect(await mergedInto(goes.id)).toBeNull()
  }, 60_000)

  test('of two proposals of one pair at once, either way round, one is made', async () => {
    const { db, curator } = await councils(open)
    const one = await insertProblem(db, clock, { by: 'one-council', slug: 'one' })
    const other = await insertProblem(db, clock, { by: 'other-council', slug: 'other' })
    const made = await Promise.all(
      [
        [one, other],
        [other, one],
      ].map(([goes, stays]) =>
        proposeMerge(db, clock, curator, { goesId: goes!.id, staysId: stays!.id, reason: 'Same.' }),
      ),
    )
    expect(made.filter(answer => 'id' in answer)).toHaveLength(1)
  }, 60_000)
})
