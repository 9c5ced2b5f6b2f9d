import { workOfAreaPath } from '#features/services/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { countWork, listAreasWithMost } from './queries.ts'

export const recordsFigure: Slots['homeFigures'] = {
  order: 20,
  load: async db => ({
    figure: `${(await countWork(db)).toLocaleString('en-GB')} projects, bids and notices`,
    says: 'with what came of them, refusals included',
    href: '/search?kind=project&kind=fund-application&kind=notice',
  }),
}

export const areasWithMost: Slots['homeSections'] = {
  order: 60,
  load: async db => {
    const areas = await listAreasWithMost(db, 5)
    if (areas.length === 0) return null
    return {
      title: 'Look under a service',
      rows: areas.map(({ id, label, works }) => ({
        title: label,
        href: workOfAreaPath(id),
        meta: countOf(works, 'project, bid or notice', 'projects, bids and notices'),
      })),
      more: { label: 'All services', href: '/services' },
    }
  },
}
