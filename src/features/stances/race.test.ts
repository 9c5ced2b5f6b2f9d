import { describe, expect, onTestFinished, test } from 'vitest'
import type { Speaker } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Engine, engines } from '#plumbing/database/engines.ts'
import { allMigrations, migrate } from '#plumbing/database/migrate.ts'
import { newId } from '#plumbing/id.ts'
import { insertSignedIn } from '#test/people.ts'
import { insertProblem, trust } from '#test/published-problem.ts'
import { handClock } from '#test/support.ts'
import { takeStance, withdrawStance } from './actions.ts'
import { listStances, listVersions } from './queries.ts'

const slug = 'anywhere-council'
const clock = handClock()

const insertCouncil = (db: Db) =>
  db
    .insertInto('organisation')
    .values({
      id: newId(),
      slug,
      name: 'Anywhere Council',
      short_name: 'Anywhere',
      kind: 'council',
      status: 'current',
      source: 'A test',
      source_as_of: '2026-11-21',
      created_at: clock.now(),
    })
    .execute()

async function speakerOf(db: Db): Promise<Speaker> {
  const { personId, organisationId } = await insertSignedIn(db, clock, { of: slug })
  return {
    kind: 'person',
    id: personId,
    memberships: [{ organisationId: organisationId!, role: 'member', isPublicSector: true }],
    actingFor: { id: organisationId!, name: 'Anywhere Council' },
    duties: [],
  }
}

const word = {
  says: 'have-it',
  affected: null,
  size: null,
  cost: null,
  urgency: null,
  offers: [],
  story: null,
  note: null,
} as const

async function council(open: Engine['open'], officers: number) {
  const { db, close } = await open(8)
  onTestFinished(close)
  await migrate(db, { migrations: allMigrations() })
  await insertCouncil(db)
  await trust(db, clock, slug)
  const { id: problemId } = await insertProblem(db, clock, { by: slug })
  const speakers: Speaker[] = []
  for (let count = 0; count < officers; count++) speakers.push(await speakerOf(db))
  const take = (actor: Speaker, seen: number) =>
    takeStance(db, clock, actor, { ref: problemId, seen, word: { ...word, offers: [] } })
  const withdraw = (actor: Speaker) => withdrawStance(db, clock, actor, problemId)
  return { db, problemId, speakers, take, withdraw }
}

describe.each(engines)('on the $name engine', ({ open }) => {
  test('of all officers of a council who speak at once one is heard, and the others are told', async () => {
    const { db, problemId, speakers, take, withdraw } = await council(open, 8)
    const heard = async (seen: number) =>
      (await Promise.all(speakers.map(officer => take(officer, seen)))).filter(said => said !== 'stale')
    expect(await heard(0)).toHaveLength(1)
    expect(await heard(1)).toHaveLength(1)
    const withdrawn = await Promise.allSettled(speakers.map(withdraw))
    expect(withdrawn.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [stance, ...more] = await listStances(db, [problemId])
    expect(more).toEqual([])
    const versions = await listVersions(db, [stance!.id])
    expect(versions.map(({ act }) => act)).toEqual(['withdrawn', 'changed', 'taken'])
  }, 30_000)

  test('a withdrawal is never lost to a change that came just before it', async () => {
    const { db, problemId, speakers, take, withdraw } = await council(open, 2)
    const [one, other] = [speakers[0]!, speakers[1]!]
    for (let round = 0; round < 10; round++) {
      const number = (await listStances(db, [problemId]))[0]?.number ?? 0
      await take(one, number)
      await Promise.all([take(one, number + 1), withdraw(other)])
      expect((await listStances(db, [problemId]))[0]!.withdrawnAt).not.toBeNull()
    }
  }, 30_000)
})
