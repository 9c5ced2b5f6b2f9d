import { setTimeout } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Engine, engines } from '#plumbing/database/engines.ts'
import { allMigrations, migrate } from '#plumbing/database/migrate.ts'
import { asFailure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { insertCurator } from '#test/people.ts'
import { handClock } from '#test/support.ts'
import { mergeOpportunity } from './actions.ts'
import { keepNeeds } from './finding-actions.ts'
import {
  insertOpportunities,
  type Opportunity,
  replaceMembers,
  updateOpportunity,
} from './stored-opportunities.ts'

const clock = handClock()

async function proposals(open: Engine['open'], slugs: string[]) {
  const { db, close } = await open(4)
  onTestFinished(close)
  await migrate(db, { migrations: allMigrations() })
  const now = clock.now()
  const needs = slugs.map((slug): Opportunity => {
    const nothing = { summary: null, merged_into: null, dismissal_reason: null, published_at: null }
    const dated = { found_at: now, changed_at: now, is_written: false }
    return { id: newId(), slug, state: 'proposed', title: slug, label: [], ...dated, ...nothing }
  })
  await insertOpportunities(db, needs)
  const curator = await insertCurator(db, clock)
  return { db, needs, curator }
}

describe.each(engines)('on the $name engine', ({ open }) => {
  test('of two needs that are merged into each other at once one stays, and the other curator hears it', async () => {
    const pairs = [0, 1, 2, 3, 4].map(round => [`one-${round}`, `other-${round}`] as const)
    const { db, curator } = await proposals(open, pairs.flat())
    for (const [one, other] of pairs) {
      const outcomes = await Promise.allSettled([
        mergeOpportunity(db, clock, curator, one, other),
        mergeOpportunity(db, clock, curator, other, one),
      ])
      const refused = outcomes.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason] : []))
      expect(refused.map(error => asFailure(error)?.kind)).toEqual(['conflict'])
    }
    const left = await db.selectFrom('opportunity').select('slug').where('state', '=', 'proposed').execute()
    expect(left).toHaveLength(pairs.length)
  }, 60_000)

  test('what a curator publishes while the night looks keeps its members', async () => {
    const { db, needs } = await proposals(open, ['missed-bins'])
    const [{ id }] = needs as [Opportunity]
    await replaceMembers(db, [{ id, members: [{ kind: 'problem', id: newId() }] }])
    let night: Promise<unknown> | undefined
    await db.transaction().execute(async trx => {
      await updateOpportunity(trx, id, { state: 'published', published_at: clock.now() })
      night = db.transaction().execute(trx => keepNeeds(trx, clock, []))
      await setTimeout(200)
    })
    await night
    expect(await db.selectFrom('opportunity_member').select('kind').execute()).toHaveLength(1)
    expect(await db.selectFrom('opportunity').select('state').execute()).toEqual([{ state: 'published' }])
  }, 60_000)
})
