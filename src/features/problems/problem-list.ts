import { z } from 'zod'
import { filledChoices, withChosen } from '#plumbing/choices.ts'
import { placeFields } from '#plumbing/keyset.ts'
import { stateWords } from './problem.ts'

const sorts = ['newest', 'councils', 'title'] as const

/** Those that lists show: a withdrawn problem keeps its page, and is in no list. */
export const listedStates = ['published', 'solved'] as const
export type ListedState = (typeof listedStates)[number]

/** What a person may ask of the list, as it stands in the address. */
export const problemQuery = z.object({
  area: filledChoices.transform(ids => ids.filter(id => /^\d{1,6}$/.test(id))),
  region: filledChoices,
  state: filledChoices,
  sort: z.enum(sorts).catch('newest').default('newest'),
  ...placeFields,
})
export type ProblemQuery = z.output<typeof problemQuery>

export const facetNames = ['area', 'region', 'state'] as const
export type FacetName = (typeof facetNames)[number]
export type ProblemFilters = Pick<ProblemQuery, FacetName>

export const isFiltered = (filters: ProblemFilters) => facetNames.some(facet => filters[facet].length > 0)

/** What the list is ordered by; PostgreSQL knows no year 0. */
export const problemKeys = {
  newest: z.tuple([z.iso.datetime().refine(moment => !moment.startsWith('0000')), z.guid()]),
  councils: z.tuple([z.number().int().min(0).max(1_000_000), z.guid()]),
  title: z.tuple([z.string(), z.guid()]),
}

const facetTitles: Record<FacetName, string> = {
  area: 'Service area',
  region: 'Region',
  state: 'Where it stands',
}

/** How many problems there are for a value of a facet; the facet "all" has one row, with the count of the whole list. */
export type FacetCount = { facet: FacetName | 'all'; value: string; label: string | null; problems: number }

/** The facets as the panel shows them; what is chosen stays there even when nothing is left of it. */
export const facetsOf = (counts: FacetCount[], filters: ProblemFilters) =>
  facetNames.map(name => {
    const counted = counts.filter(({ facet }) => facet === name)
    const labels = new Map(counted.map(({ value, label }) => [value, label]))
    const said = (value: string) =>
      name === 'state' && listedStates.includes(value as ListedState)
        ? stateWords[value as ListedState]
        : (labels.get(value) ?? value)
    const values = withChosen(
      counted.map(({ value, problems }) => ({ value, count: problems })),
      filters[name],
    ).map(row => ({ ...row, label: said(row.value) }))
    return {
      name,
      title: facetTitles[name],
      values: values.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')),
    }
  })

export const countOfAll = (counts: FacetCount[]) => counts.find(({ facet }) => facet === 'all')?.problems ?? 0
