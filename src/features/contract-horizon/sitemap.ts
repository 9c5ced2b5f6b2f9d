import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listPresents } from './ending-queries.ts'
import { windowPath } from './matter.ts'
import { listNamedWindows } from './window-queries.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => {
    const today = inLondon(systemClock.now()).date
    const windows = await listNamedWindows(db, today, await listPresents(db, today))
    return [
      { path: '/horizon', changed: null },
      ...windows.map(({ matter, firstEnd }) => ({ path: windowPath(matter.slug, firstEnd), changed: null })),
    ]
  },
}
