import { z } from 'zod'
import { typeLabel } from '#features/organisations/index.ts'
import { readBritishDate } from '#plumbing/british-dates.ts'
import { filledChoices, typedWords, withChosen } from '#plumbing/choices.ts'
import { placeFields } from '#plumbing/keyset.ts'

// As people write it, or as an address has it; what is no day asks for nothing.
const optionalDay = typedWords.transform(text => {
  const said = readBritishDate(text)
  return said?.precision === 'day' && said.date >= '1900-01-01' ? said.date : undefined
})

/** What a person may ask of the list, as it stands in the address. `from` and `to` are the days between which it ends. */
export const contractQuery = z.object({
  q: typedWords,
  region: filledChoices,
  type: filledChoices,
  area: filledChoices.transform(ids => ids.filter(id => /^\d{1,6}$/.test(id))),
  service: filledChoices.transform(ids => ids.filter(id => /^\d{1,6}$/.test(id))),
  supplier: filledChoices,
  from: optionalDay,
  to: optionalDay,
  ...placeFields,
})
export type ContractQuery = z.output<typeof contractQuery>
export type ContractFilters = Omit<ContractQuery, 'after' | 'before'>

export const facetNames = ['region', 'type', 'area', 'service', 'supplier'] as const
export type FacetName = (typeof facetNames)[number]

export const isFiltered = (filters: ContractFilters) =>
  facetNames.some(facet => filters[facet].length > 0) ||
  filters.q !== '' ||
  filters.from !== undefined ||
  filters.to !== undefined

/** What the list is ordered by: what runs before what has no end and what is over, days from 2000 on, then the id. */
export const contractKey = z.tuple([
  z.number().int().min(0).max(2),
  z.number().int().min(-1_000_000).max(1_000_000),
  z.guid(),
])

const titles: Record<FacetName, string> = {
  region: 'Region',
  type: 'Type of council',
  area: 'Service area',
  service: 'Service',
  supplier: 'Supplier',
}

export type FacetCount = { facet: 'all' | FacetName; value: string; label: string | null; contracts: number }

const mostValues = 20

/** The facets as the panel shows them, of long ones the commonest; what is chosen stays there when nothing is left of it. */
export const facetsOf = (counts: FacetCount[], filters: ContractFilters) =>
  facetNames.map(name => {
    const counted = counts.filter(({ facet }) => facet === name)
    const labels = new Map(counted.map(({ value, label }) => [value, label]))
    const values = withChosen(
      counted.map(({ value, contracts }) => ({ value, count: contracts })),
      filters[name],
    )
      .toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count)
      .slice(0, mostValues)
      .map(row => ({
        ...row,
        label: name === 'type' ? typeLabel(row.value) : (labels.get(row.value) ?? row.value),
      }))
    return {
      name,
      title: titles[name],
      values: values.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')),
    }
  })

export const countOfAll = (counts: FacetCount[]) =>
  counts.find(({ facet }) => facet === 'all')?.contracts ?? 0

/** The list's filters as fields of an address. */
export function filterFields(filters: ContractFilters): { name: string; value: string }[] {
  const { q, from, to } = filters
  return [
    ...(q ? [{ name: 'q', value: q }] : []),
    ...(from ? [{ name: 'from', value: from }] : []),
    ...(to ? [{ name: 'to', value: to }] : []),
    ...facetNames.flatMap(name => filters[name].map(value => ({ name, value }))),
  ]
}
