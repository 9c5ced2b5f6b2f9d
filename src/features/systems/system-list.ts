import { z } from 'zod'
import { filledChoices, withChosen } from '#plumbing/choices.ts'
import { placeFields } from '#plumbing/keyset.ts'
import { type Standing, standingLabels, standings } from './system.ts'

/** What a person may ask of the list, as it stands in the address. */
export const systemQuery = z.object({
  standing: filledChoices,
  service: filledChoices,
  product: filledChoices,
  supplier: filledChoices,
  region: filledChoices,
  type: filledChoices,
  ...placeFields,
})
export type SystemQuery = z.output<typeof systemQuery>

export const facetNames = ['standing', 'service', 'supplier', 'product', 'region', 'type'] as const
export type FacetName = (typeof facetNames)[number]
export type SystemFilters = Pick<SystemQuery, FacetName>

const usually: Standing[] = ['confirmed', 'unconfirmed']

/** What runs now, unless something else is asked for. */
export const withUsual = (filters: SystemFilters): SystemFilters => ({
  ...filters,
  standing: filters.standing.length > 0 ? filters.standing : usually,
})

export const isFiltered = (filters: SystemFilters) => facetNames.some(facet => filters[facet].length > 0)

/** What the list is ordered by: the short name of the organisation, then the id of the system. */
export const systemKey = z.tuple([z.string(), z.guid()])

export type FacetCount = { facet: 'all' | FacetName; value: string; label: string | null; systems: number }

const titles: Record<FacetName, string> = {
  standing: 'How sure it is',
  service: 'Service',
  supplier: 'Supplier',
  product: 'Product',
  region: 'Region or nation',
  type: 'Type of council',
}

const placeOfStanding = (value: string) => standings.indexOf(value as Standing)

export const facetsOf = (counts: FacetCount[], given: SystemFilters) => {
  const filters = withUsual(given)
  return facetNames.map(name => {
    const own = counts.filter(({ facet, value }) => facet === name && value !== '')
    const labels = new Map(own.map(({ value, label }) => [value, label]))
    const values = withChosen(
      own.map(({ value, systems }) => ({ value, count: systems })),
      filters[name],
    ).map(row => ({
      ...row,
      label:
        name === 'standing'
          ? (standingLabels[row.value as Standing] ?? row.value)
          : (labels.get(row.value) ?? row.value),
    }))
    return {
      name,
      title: titles[name],
      isOpen: name === 'standing',
      values:
        name === 'standing'
          ? values.toSorted((a, b) => placeOfStanding(a.value) - placeOfStanding(b.value))
          : values.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')),
    }
  })
}

/** The list with one filter. */
export const systemsPath = (filters: Partial<Record<FacetName, string>>) =>
  `/systems?${new URLSearchParams(filters)}`
