import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, operator, system, visitor } from '#plumbing/actor.ts'
import { newId } from '#plumbing/id.ts'
import { testDatabase } from '#test/support.ts'
import { isSeenBy } from './seen-queries.ts'
import { maySee, visibilities } from './visibility.ts'

const [council, otherCouncil, supplier] = [newId(), newId(), newId()]

const person = (of: { [id: string]: boolean }, isCurator = false): Actor => ({
  kind: 'person',
  id: newId(),
  memberships: Object.entries(of).map(([organisationId, isPublicSector]) => ({
    organisationId,
    isPublicSector,
    role: 'member',
  })),
  actingFor: null,
  duties: isCurator ? ['curator'] : ['operator'],
})

const actors: Record<string, Actor> = {
  visitor,
  operator,
  system,
  'of no organisation': person({}),
  'of a council': person({ [council]: true }),
  'of a supplier': person({ [supplier]: false }),
  'of a council and a supplier': person({ [otherCouncil]: true, [supplier]: false }),
  'a curator of none': person({}, true),
  'a curator of a supplier': person({ [supplier]: false }, true),
}

const insiders = [[], [council], [supplier], [council, supplier], [otherCouncil, council]]

test('lists show in SQL what the rule allows, for everyone and everything', async () => {
  const db = await testDatabase()
  for (const [name, actor] of Object.entries(actors)) {
    for (const visibility of visibilities) {
      for (const organisationIds of insiders) {
        const isSeen = isSeenBy(
          actor,
          sql`seen.visibility`,
          organisations => sql`seen.insiders && ${organisations}`,
        )
        const { rows } = await sql<{ visibility: string }>`
          select visibility from (select ${visibility}::text as visibility, ${organisationIds}::uuid[] as insiders) as seen
          where ${isSeen}`.execute(db)
        expect([name, visibility, organisationIds, rows.length === 1]).toEqual([
          name,
          visibility,
          organisationIds,
          maySee(actor, { visibility, organisationIds }),
        ])
      }
    }
  }
})
