import { recordActivity } from '#plumbing/activity.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { personalDataOf } from './personal-data.ts'
import { lockPerson } from './queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'person.erased': Record<string, never>
  }
}

/** Ends all that every feature holds about a person, or nothing of it. Throws when that was done before. */
export const erasePerson = (
  db: Db,
  clock: Clock,
  actor: Actor,
  { personId, site }: { personId: string; site: Site },
): Promise<void> =>
  db.transaction().execute(async trx => {
    if (!(await lockPerson(trx, personId))) throw failure('absent', 'There is no such account.')
    for (const { run } of site.slot('beforeErasure')) await run(trx, clock, site, personId)
    for (const { erase } of personalDataOf(site)) await erase(trx, clock, personId)
    await recordActivity(trx, clock, {
      kind: 'person.erased',
      subject: { kind: 'person', id: personId },
      actor,
      detail: {},
    })
  })
