import { findRecipientOf } from '#features/subscriptions/index.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listFollowed } from './feed-queries.ts'

const daysAhead = 60
const yearMilliseconds = 366 * 86_400_000

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

// The slot's lists name whole addresses; here a page leads to another of the same site.
const anySite = 'http://site.invalid'

/** Deadlines of what a person follows, within two months. */
export const followedDeadlines: Slots['closingSoon'] = {
  list: async (db, clock, actor, site) => {
    const recipient = await findRecipientOf(db, { personId: actor.id })
    if (!recipient) return []
    const now = clock.now()
    const today = inLondon(now).date
    const until = dayAfter(today, daysAhead)
    const followed = await listFollowed(db, recipient.id, new Date(now.getTime() - yearMilliseconds))
    const days = await Promise.all(
      followed.flatMap(({ kind, ids }) =>
        site
          .slot('deadlines')
          .filter(deadlines => deadlines.kind === kind)
          .map(({ list }) => list(db, ids, anySite)),
      ),
    )
    return days
      .flat()
      .filter(({ day }) => day >= today && day <= until)
      .map(({ day, title, url }) => ({
        day,
        title,
        href: url.slice(anySite.length),
        meta: ['you follow it'],
      }))
  },
}
