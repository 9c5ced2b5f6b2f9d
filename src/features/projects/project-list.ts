import { z } from 'zod'
import { filledChoices, withChosen, wordFor } from '#plumbing/choices.ts'
import { keyDay, placeFields } from '#plumbing/keyset.ts'
import { phases, phaseWords, states, stateWords } from './project.ts'

const sorts = ['newest', 'title'] as const

/** What a person may ask of the list, as it stands in the address. */
export const projectQuery = z.object({
  phase: filledChoices,
  state: filledChoices,
  region: filledChoices,
  type: filledChoices,
  area: filledChoices.transform(ids => ids.filter(id => /^\d{1,6}$/.test(id))),
  sort: z.enum(sorts).catch('newest').default('newest'),
  ...placeFields,
})
export type ProjectQuery = z.output<typeof projectQuery>

export const facetNames = ['phase', 'state', 'region', 'type', 'area'] as const
export type FacetName = (typeof facetNames)[number]
export type ProjectFilters = Pick<ProjectQuery, FacetName>

export const isFiltered = (filters: ProjectFilters) => facetNames.some(facet => filters[facet].length > 0)

/** What the list is ordered by. */
export const projectKeys = {
  newest: z.tuple([keyDay, z.guid()]),
  title: z.tuple([z.string(), z.guid()]),
}

export const facetTitles: Record<FacetName, string> = {
  phase: 'Phase',
  state: 'Where it stands',
  region: 'Region',
  type: 'Type of organisation',
  area: 'Service area',
}

/** How many projects there are for a value of a facet; the facet "all" has one row, with the count of the whole list. */
export type FacetCount = { facet: FacetName | 'all'; value: string; label: string | null; projects: number }

const wordsOf: Partial<Record<FacetName, Record<string, string>>> = { phase: phaseWords, state: stateWords }
const orderOf: Partial<Record<FacetName, readonly string[]>> = { phase: phases, state: states }

export type FacetValues = {
  name: FacetName
  title: string
  values: { value: string; label: string; count: number; isChosen: boolean }[]
}

/** The facets as the panel shows them; what is chosen stays there even when nothing is left of it. */
export function facetsOf(counts: FacetCount[], filters: ProjectFilters): FacetValues[] {
  return facetNames.map(name => {
    const counted = counts.filter(({ facet }) => facet === name)
    const labels = new Map(counted.map(({ value, label }) => [value, label]))
    const values = withChosen(
      counted.map(({ value, projects }) => ({ value, count: projects })),
      filters[name],
    ).map(row => ({ ...row, label: labels.get(row.value) ?? wordFor(wordsOf[name] ?? {}, row.value) }))
    const order = orderOf[name]
    values.sort((a, b) =>
      order ? order.indexOf(a.value) - order.indexOf(b.value) : a.label.localeCompare(b.label, 'en-GB'),
    )
    return { name, title: facetTitles[name], values }
  })
}

export const countOfAll = (counts: FacetCount[]) => counts.find(({ facet }) => facet === 'all')?.projects ?? 0
