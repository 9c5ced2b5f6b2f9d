import type { RecordedActivity } from '#plumbing/activity.ts'
import type { Reaction } from '#plumbing/jobs.ts'
import { beginHandover } from './beginning-actions.ts'
import { passOnAll } from './leaving-actions.ts'
import { listConfirmedOf, listEndedMemberships } from './membership-queries.ts'

const idsOf = (activities: RecordedActivity[]) => [...new Set(activities.map(({ subject }) => subject.id))]

/** Mail to someone came back for good: perhaps they have left. Recorded on the person by whoever takes in mail. */
export const askWhenMailBounces: Reaction = {
  name: 'askWhenMailBounces',
  to: kind => kind === 'mail.bounced',
  run: async (trx, activities, { clock, site }) => {
    for (const { personId, organisationId } of await listConfirmedOf(trx, idsOf(activities)))
      await beginHandover(trx, clock, { personId, organisationId, why: 'bounce', site })
  },
}

/** Whoever no longer speaks for an organisation, by whatever way, leaves behind what they looked after there. */
export const passOnWhenLeft: Reaction = {
  name: 'passOnWhenLeft',
  to: kind => kind === 'membership.ended',
  run: async (trx, activities, { clock, site }) => {
    for (const holder of await listEndedMemberships(trx, idsOf(activities)))
      await passOnAll(trx, clock, site, holder)
  },
}
