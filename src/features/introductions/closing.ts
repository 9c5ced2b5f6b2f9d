import { listHidden } from '#features/moderation/index.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { introductionPath } from './introduction.ts'
import { headingOf } from './introduction-words.ts'
import { sayWhen } from './london-time.ts'
import { listOfOrganisation } from './queries.ts'

/** Meetings that both sides of an introduction said yes to, of whoever takes part. */
export const meetings: Slots['closingSoon'] = {
  list: async (db, clock, actor) => {
    const now = clock.now()
    const ahead = (await listOfOrganisation(db, actor.actingFor.id)).filter(
      ({ state, meets_at, sides }) =>
        state === 'accepted' &&
        meets_at !== null &&
        meets_at > now &&
        [sides.asker, sides.asked].some(({ person_id }) => person_id === actor.id),
    )
    const hidden = await listHidden(
      db,
      'introduction',
      ahead.map(({ id }) => id),
    )
    return ahead
      .filter(({ id }) => !hidden.has(id))
      .map(introduction => ({
        day: inLondon(introduction.meets_at!).date,
        title: headingOf(introduction),
        href: introductionPath(introduction.id),
        meta: [sayWhen(introduction.meets_at!)],
      }))
  },
}
