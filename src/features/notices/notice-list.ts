import { z } from 'zod'
import { filledChoices, withChosen } from '#plumbing/choices.ts'
import { keyDay, placeFields } from '#plumbing/keyset.ts'
import { categoryOf, statusOf } from './notice.ts'

/** What a person may ask of the list, as it stands in the address. */
export const noticeQuery = z.object({
  status: filledChoices,
  category: filledChoices,
  year: filledChoices.transform(years => years.filter(year => /^\d{4}$/.test(year))),
  ...placeFields,
})
export type NoticeQuery = z.output<typeof noticeQuery>

const facetNames = ['status', 'category', 'year'] as const
type FacetName = (typeof facetNames)[number]
export type NoticeFilters = Pick<NoticeQuery, FacetName>

export const isFiltered = (filters: NoticeFilters) => facetNames.some(facet => filters[facet].length > 0)

/** What the list is ordered by. */
export const noticeKey = z.tuple([keyDay, z.guid()])

export type FacetCount = { facet: 'all' | FacetName; value: string; notices: number }

const titles: Record<FacetName, string> = { status: 'What became of it', category: 'Sought', year: 'Year' }
const labels: Record<FacetName, (value: string) => string> = {
  status: statusOf,
  category: categoryOf,
  year: value => value,
}

export const facetsOf = (counts: FacetCount[], filters: NoticeFilters) =>
  facetNames.map(name => ({
    name,
    title: titles[name],
    isOpen: name === 'status',
    values: withChosen(
      counts.filter(({ facet }) => facet === name).map(({ value, notices }) => ({ value, count: notices })),
      filters[name],
    )
      .map(row => ({ ...row, label: labels[name](row.value) }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en-GB')),
  }))
