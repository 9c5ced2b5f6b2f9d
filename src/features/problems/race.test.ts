import { describe, expect, onTestFinished, test } from 'vitest'
import type { Speaker } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Engine, engines } from '#plumbing/database/engines.ts'
import { allMigrations, migrate } from '#plumbing/database/migrate.ts'
import { newId } from '#plumbing/id.ts'
import { insertSignedIn } from '#test/people.ts'
import { trust } from '#test/published-problem.ts'
import { handClock } from '#test/support.ts'
import { site } from '../../features.ts'
import { beginDraft, markCompared, savePart } from './draft-actions.ts'
import { publishProblem } from './publishing-actions.ts'
import { findByRef } from './queries.ts'

const slug = 'anywhere-council'
const clock = handClock()

async function councilOn(open: Engine['open']) {
  const { db, close } = await open(8)
  onTestFinished(close)
  await migrate(db, { migrations: allMigrations() })
  await db
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
  await trust(db, clock, slug)
  const { personId, organisationId } = await insertSignedIn(db, clock, { of: slug })
  const officer: Speaker = {
    kind: 'person',
    id: personId,
    memberships: [{ organisationId: organisationId!, role: 'member', isPublicSector: true }],
    actingFor: { id: organisationId!, name: 'Anywhere Council' },
    duties: [],
  }
  return { db, officer }
}

async function readyDraft(db: Db, officer: Speaker) {
  const ref = await beginDraft(db, clock, officer, {
    title: 'Missed bins',
    happens: 'Bins are missed.',
    service_id: null,
  })
  const said = { affected: 'All', evidence: 'Calls', visibility: 'public' } as const
  await savePart(db, clock, officer, { ref, said, version: 0, note: null })
  await markCompared(db, clock, officer, ref)
  return ref
}

describe.each(engines)('on the $name engine', ({ open }) => {
  test('problems of one title that are published at once each have an address of their own', async () => {
    const { db, officer } = await councilOn(open)
    const drafts = await Promise.all([1, 2, 3, 4].map(() => readyDraft(db, officer)))
    const slugs = await Promise.all(drafts.map(ref => publishProblem(db, clock, officer, { site, ref })))
    expect(slugs.sort()).toEqual(['missed-bins', 'missed-bins-2', 'missed-bins-3', 'missed-bins-4'])
  }, 30_000)

  test('published by several at once it is published once', async () => {
    const { db, officer } = await councilOn(open)
    const ref = await readyDraft(db, officer)
    await Promise.all([1, 2, 3, 4].map(() => publishProblem(db, clock, officer, { site, ref })))
    expect((await findByRef(db, ref))!.version).toBe(1)
  }, 30_000)

  test('of changes that are sent at once for one version one is kept, and the others are told', async () => {
    const { db, officer } = await councilOn(open)
    const ref = await readyDraft(db, officer)
    await publishProblem(db, clock, officer, { site, ref })
    const tries = ['A form', 'A call', 'A list', 'A map']
    const outcomes = await Promise.all(
      tries.map(tried => savePart(db, clock, officer, { ref, said: { tried }, version: 1, note: null })),
    )
    expect(outcomes.toSorted()).toEqual(['kept', 'outdated', 'outdated', 'outdated'])
    const problem = await findByRef(db, ref)
    expect(problem!.version).toBe(2)
    expect(problem!.tried).toBe(tries[outcomes.indexOf('kept')])
  }, 30_000)
})
