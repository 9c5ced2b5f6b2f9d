import { visitor } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'
import { countFindable } from './line-queries.ts'
import { listProblems } from './list-queries.ts'
import { problemPath } from './problem.ts'

const rowsAtMost = 3

export const newestProblems: Slots['homeSections'] = {
  order: 10,
  load: async db => {
    const everything = { area: [], region: [], state: ['published'] }
    const problems = await listProblems(db, visitor, everything, {
      sort: 'newest',
      place: {},
      limit: rowsAtMost,
    })
    if (problems.length === 0) return null
    return {
      title: 'Problems councils have',
      rows: problems.map(({ title, slug, organisation, published_at }) => ({
        title,
        href: problemPath(slug),
        meta: `${organisation} · ${formatDate(londonDay(published_at))}`,
      })),
      more: { label: 'All problems', href: '/problems' },
    }
  },
}

export const problemsFigure: Slots['homeFigures'] = {
  order: 10,
  load: async db => {
    const count = await countFindable(db)
    return count === 0
      ? null
      : {
          figure: countOf(count, 'problem'),
          says: 'raised by those who run the services, in their own words',
          href: '/problems',
        }
  },
}
