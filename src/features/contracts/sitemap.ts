import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { contractPath } from './contract.ts'
import { listContractChanges } from './page-queries.ts'

export const sitemap: Slots['sitemap'] = {
  list: async db => [
    { path: '/contracts', changed: null },
    ...(await listContractChanges(db)).map(({ id, changed_at }) => ({
      path: contractPath(id),
      changed: londonDay(changed_at),
    })),
  ],
}
