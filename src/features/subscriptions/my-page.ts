import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { listNewThings } from './digest-queries.ts'
import { sayHappenings } from './happening-queries.ts'
import { subscriptionsPath } from './subscription.ts'

const days = 14
const thingsShown = 35

/** What a person's subscriptions found of late, whether or not a mail has told it yet. */
export const newForYou: Slots['mySections'] = {
  place: 'changed',
  order: 5,
  load: async (db, clock, actor, site) => {
    const since = new Date(clock.now().getTime() - days * 86_400_000)
    const found = await listNewThings(db, actor.id, { since, limit: thingsShown })
    const things = await sayHappenings(db, site.slot('happenings'), found)
    return {
      title: 'What changed for you',
      rows: things.map(({ title, url, subscription, says, matchedAt }) => ({
        title,
        href: url,
        meta: [says, formatDate(londonDay(matchedAt)), `you asked for “${subscription}”`],
      })),
      empty: {
        says: 'Nothing new in a fortnight. Keep a search, and what it finds stands here and comes by mail.',
        label: 'What you are told of',
        href: subscriptionsPath,
      },
    }
  },
}

export const links: Slots['myLinks'][] = [
  { label: 'What you are told of', href: subscriptionsPath, for: 'all' },
]
