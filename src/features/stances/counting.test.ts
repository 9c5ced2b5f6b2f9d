import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Speaker } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { asFailure } from '#plumbing/failures.ts'
import { insertSignedIn } from '#test/people.ts'
import { insertProblem, trust } from '#test/published-problem.ts'
import { handClock, testDatabase } from '#test/support.ts'
import { confirmStance, takeStance, withdrawStance } from './actions.ts'
import { listCountsHaving } from './count-queries.ts'
import { figuresOf } from './figures.ts'
import { listStances } from './queries.ts'
import { endStances } from './reminder-actions.ts'
import { type Saying, sayings, type Word } from './stance.ts'
import { listStanding } from './standing-queries.ts'

const councils = 4
const council = fc.nat(councils - 1)

/** What may happen, to councils told by their number. */
const happening = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('take'), council, says: fc.constantFrom(...sayings) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('take twice at once'), council }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('confirm'), council }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('withdraw'), council }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('merge'), council, into: council }) },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('wait'), council, days: fc.integer({ min: 1, max: 300 }) }),
  },
)
type Happening = { act: string; council: number; says?: Saying; into?: number; days?: number }

type Said = { says: Saying; at: Date; until: Date }

/** What should stand, told without the database: each council's last word, and which became which. */
function expectation(now: () => Date) {
  const words = new Map<number, Said>()
  const became = new Map<number, number>()
  const presentOf = (of: number): number => (became.has(of) ? presentOf(became.get(of)!) : of)
  const groupOf = (present: number) => [...words].filter(([of]) => presentOf(of) === present)
  const isLive = ([, { until }]: [number, Said]) => now() < until
  const standing = (present: number) => {
    const group = groupOf(present)
    const first = group.some(isLive) ? group.filter(isLive) : group
    const latest = first.toSorted(([, a], [, b]) => b.at.getTime() - a.at.getTime())[0]
    return first.find(([of]) => of === present) ?? latest
  }
  return {
    /** Whether an act of this council is refused: its successor has spoken, or there is nothing to do it to. */
    isSpokenFor: (of: number) => presentOf(of) !== of && standing(presentOf(of))?.[0] === presentOf(of),
    standingFor: (of: number) => standing(presentOf(of))?.[1],
    say: (of: number, says: Saying) => {
      const at = now()
      const until = new Date(at)
      until.setUTCFullYear(at.getUTCFullYear() + 1)
      until.setUTCHours(0, 0, 0, 0)
      words.set(of, { says, at, until })
    },
    withdraw: (of: number): boolean => {
      const own = groupOf(presentOf(of)).filter(([said]) => presentOf(of) === of || said === of)
      for (const [said] of own) words.delete(said)
      return own.length > 0
    },
    merge: (from: number, into: number): boolean => {
      if (became.has(from) || presentOf(into) === from) return false
      became.set(from, into)
      return true
    },
    counts: () => {
      const presents = new Set(Array.from({ length: councils }, (_, of) => presentOf(of)))
      const live = [...presents].flatMap(present => {
        const found = standing(present)
        return found && isLive(found) ? [found[1].says] : []
      })
      return sayings.map(says => live.filter(one => one === says).length)
    },
  }
}

const wordOf = (says: Saying): Word => ({
  says,
  affected: null,
  size: null,
  cost: null,
  urgency: null,
  offers: [],
  story: null,
  note: null,
})

type World = { db: Db; clock: ReturnType<typeof handClock>; officers: [Speaker, Speaker][] }

/** Four councils that no reorganisation is known of, each with two officers. */
async function makeWorld(): Promise<World> {
  const [db, clock] = [await testDatabase(), handClock()]
  const organisations = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'slug'])
    .where('council_type', '=', 'Welsh unitary authority')
    .where('status', '=', 'current')
    .orderBy('slug')
    .limit(councils)
    .execute()
  await trust(db, clock, ...organisations.map(({ slug }) => slug))
  const officers: World['officers'] = []
  for (const { id, name, slug } of organisations) {
    const speak = async (): Promise<Speaker> => ({
      kind: 'person',
      id: (await insertSignedIn(db, clock, { of: slug })).personId,
      memberships: [{ organisationId: id, role: 'member', isPublicSector: true }],
      actingFor: { id, name },
      duties: [],
    })
    officers.push([await speak(), await speak()])
  }
  return { db, clock, officers }
}

/** How an act was taken in. */
const outcomeOf = (act: Promise<unknown>) =>
  act.then(
    result => (result === 'stale' ? 'stale' : 'done'),
    error => asFailure(error)?.kind ?? Promise.reject(error),
  )

async function follow({ db, clock, officers }: World, problemId: string, happenings: Happening[]) {
  const expected = expectation(clock.now)
  const idOf = (of: number) => officers[of]![0].actingFor.id
  const seenBy = async (of: number) =>
    (await listStances(db, [problemId])).find(({ organisationId }) => organisationId === idOf(of))?.number ??
    0
  for (const [at, { act, council, says = 'have-it', into = 0, days = 0 }] of happenings.entries()) {
    clock.forward(60_000)
    const officer = officers[council]![at % 2]!
    const seen = await seenBy(council)
    const spokenFor = expected.isSpokenFor(council)
    if (act === 'take') {
      const taken = await outcomeOf(
        takeStance(db, clock, officer, { ref: problemId, seen, word: wordOf(says) }),
      )
      expect(taken).toBe(spokenFor ? 'conflict' : 'done')
      if (taken === 'done') expected.say(council, says)
    }
    if (act === 'take twice at once') {
      const both = officers[council]!.map(one =>
        outcomeOf(takeStance(db, clock, one, { ref: problemId, seen, word: wordOf('have-it') })),
      )
      expect((await Promise.all(both)).sort()).toEqual(
        spokenFor ? ['conflict', 'conflict'] : ['done', 'stale'],
      )
      if (!spokenFor) expected.say(council, 'have-it')
    }
    if (act === 'confirm') {
      const standing = expected.standingFor(council)
      const confirmed = await outcomeOf(confirmStance(db, clock, officer, { ref: problemId, seen }))
      expect(confirmed).toBe(spokenFor ? 'conflict' : standing ? 'done' : 'absent')
      if (confirmed === 'done') expected.say(council, standing!.says)
    }
    if (act === 'withdraw') {
      const withdrawn = await outcomeOf(withdrawStance(db, clock, officer, problemId))
      expect(withdrawn).toBe(spokenFor ? 'conflict' : expected.withdraw(council) ? 'done' : 'absent')
    }
    if (act === 'merge' && expected.merge(council, into))
      await merge(db, clock.now(), idOf(council), idOf(into))
    if (act === 'wait') {
      clock.forward(days * 86_400_000)
      await db.transaction().execute(trx => endStances(trx, clock))
    }
    await compare({ db, clock, problemId, expected: expected.counts() })
  }
}

const merge = (db: Db, now: Date, from_id: string, to_id: string) =>
  db
    .insertInto('organisation_succession')
    .values({
      from_id,
      to_id,
      happens_on: inLondon(now).date,
      certainty: 'done',
      part: 'whole',
      source: 'A test',
      source_as_of: '2026-11-21',
    })
    .execute()

type Compared = Pick<World, 'db' | 'clock'> & { problemId: string; expected: number[] }

/** The totals are those of organisations with a word that counts, and no organisation has two. */
async function compare({ db, clock, problemId, expected }: Compared) {
  const today = inLondon(clock.now()).date
  const standing = (await listStanding(db, today, [problemId])).get(problemId) ?? []
  const figures = figuresOf(standing)
  const counted = sayings.map(says =>
    Number.parseInt(figures.find(({ filter }) => filter.says === says)?.says ?? '0', 10),
  )
  expect(counted).toEqual(expected)
  const having = (await listCountsHaving(db, today)).get(problemId) ?? 0
  expect(having).toBe(expected[sayings.indexOf('have-it')])
  expect(new Set(standing.map(({ organisation }) => organisation.id)).size).toBe(standing.length)
  const rows = await listStances(db, [problemId])
  expect(new Set(rows.map(({ organisationId }) => organisationId)).size).toBe(rows.length)
}

test('whatever councils and their officers do, totals count each organisation of today at most once', async () => {
  const world = await makeWorld()
  let runs = 0
  const holds = fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 20 }), async happenings => {
    world.clock.set('2026-11-21T12:00:00Z')
    const { id } = await insertProblem(world.db, world.clock, {
      by: 'leeds-city-council',
      slug: `run-${runs++}`,
    })
    try {
      await follow(world, id, happenings)
    } finally {
      await world.db.deleteFrom('organisation_succession').where('source', '=', 'A test').execute()
    }
  })
  await fc.assert(holds, { numRuns: 25 })
}, 120_000)
