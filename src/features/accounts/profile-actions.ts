import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { updatePerson } from './person-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'person.changed': { isShown: boolean }
  }
}

export type Profile = { name: string; jobTitle: string | null; offers?: string | null; isShown: boolean }

/** Keeps what a person says of themselves, and whether everyone may read it. What is left out stays. */
export async function saveProfile(
  db: Db,
  clock: Clock,
  actor: Person,
  { name, jobTitle, offers, isShown }: Profile,
): Promise<void> {
  await db.transaction().execute(async trx => {
    await updatePerson(trx, actor.id, { name, job_title: jobTitle, offers, is_shown: isShown })
    await recordActivity(trx, clock, {
      kind: 'person.changed',
      subject: { kind: 'person', id: actor.id },
      actor,
      detail: { isShown },
    })
  })
}
