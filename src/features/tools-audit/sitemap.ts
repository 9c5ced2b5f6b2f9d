import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listTools } from './queries.ts'
import { toolPath } from './tool.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => [
    { path: '/tools', changed: null },
    { path: '/tools/together', changed: null },
    ...(await listTools(db, inLondon(systemClock.now()).date)).map(({ slug }) => ({
      path: toolPath(slug),
      changed: null,
    })),
  ],
}
