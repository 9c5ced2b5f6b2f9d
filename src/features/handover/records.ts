import { isLeadOf } from '#plumbing/actor.ts'
import { systemClock } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listAlone } from './alone-queries.ts'

const atMost = 10

/** On the page of an organisation, for its leads alone. */
export const projectsKnownByOne: Slots['organisationRecords'] = {
  title: 'Projects that one person here knows',
  list: async (db, organisationId, actor) =>
    isLeadOf(actor, organisationId)
      ? (await listAlone(db, systemClock, { organisationId })).slice(0, atMost).map(({ title, slug }) => ({
          title,
          href: `/projects/${slug}`,
          meta: ['only you and other leads see this: name a deputy on its page'],
          date: null,
        }))
      : [],
}
