import { organisationPath } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site, Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { listMembershipsOf } from './membership-queries.ts'
import { membershipPath } from './person.ts'

/** Something that a person asked for and that nobody has answered yet. */
export type WaitingAnswer = {
  title: string
  /** Null where it has no page yet. */
  href: string | null
  /** A sentence without its full stop: what they asked, and when. */
  says: string
  /** Where they take it back, if they can. */
  takeBackHref: string | null
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What a person asked for and waits to hear of, on their own page and on that of their account. */
    waitingAnswers: { list(db: Db, personId: string): Promise<WaitingAnswer[]> }
  }
}

export const listWaitingAnswers = async (db: Db, site: Site, personId: string): Promise<WaitingAnswer[]> =>
  (await Promise.all(site.slot('waitingAnswers').map(({ list }) => list(db, personId)))).flat()

/** The organisations that a person asked to speak for. */
export const waitingRequests: Slots['waitingAnswers'] = {
  list: async (db, personId) =>
    (await listMembershipsOf(db, personId))
      .filter(({ state }) => state === 'requested')
      .map(({ id, organisation, slug, requested_at }) => ({
        title: organisation,
        href: organisationPath(slug),
        says: `You asked to speak for it on ${formatDate(londonDay(requested_at))}`,
        takeBackHref: membershipPath(id),
      })),
}
