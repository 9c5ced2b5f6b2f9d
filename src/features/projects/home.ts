import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { formatMoney } from '#ui/money.ts'
import { listEarlierWithFigures, listWelcomingSoonest } from './home-queries.ts'

const rowsAtMost = 3

export const partnersWelcome: Slots['homeSections'] = {
  order: 20,
  load: async db => {
    const projects = await listWelcomingSoonest(db, rowsAtMost)
    if (projects.length === 0) return null
    return {
      title: 'Partners welcome',
      rows: projects.map(({ title, slug, organisation, partners_welcome_until }) => ({
        title,
        href: `/projects/${slug}`,
        meta: [organisation, partners_welcome_until && `until ${formatDate(partners_welcome_until)}`]
          .filter(Boolean)
          .join(' · '),
      })),
      more: { label: 'Planned projects', href: '/projects?state=planned' },
    }
  },
}

export const earlierWithFigures: Slots['homeSections'] = {
  order: 50,
  load: async db => {
    const projects = await listEarlierWithFigures(db, rowsAtMost)
    if (projects.length === 0) return null
    return {
      title: 'Earlier projects with figures',
      rows: projects.map(({ title, slug, organisation, pounds }) => ({
        title,
        href: `/projects/${slug}`,
        meta: [organisation, formatMoney(pounds)].filter(Boolean).join(' · '),
      })),
      more: { label: 'All projects', href: '/projects' },
    }
  },
}
