import type { Slots } from '#plumbing/feature.ts'
import { listUntakenRefusals } from './page-queries.ts'

export const refusedBids: Slots['homeSections'] = {
  order: 30,
  load: async db => {
    const bids = await listUntakenRefusals(db, 3)
    if (bids.length === 0) return null
    return {
      title: 'Refused bids worth another look',
      rows: bids.map(({ title, slug, organisation, outcome }) => ({
        title,
        href: `/fund/applications/${slug}`,
        meta: [organisation, outcome.toLowerCase()].filter(Boolean).join(' · '),
      })),
      more: { label: 'All refused bids', href: '/fund/applications?outcome=Not+funded+at+this+stage' },
    }
  },
}
