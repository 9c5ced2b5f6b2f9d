import { type FacetName, type Filters, facetNames, facetTitles } from './document.ts'

export type FacetValue = { value: string; label: string; count: number; isChosen: boolean }
export type FacetList = { name: FacetName; title: string; values: FacetValue[]; isOpen: boolean }

const shownAtMost: Record<FacetName, number> = {
  kind: 20,
  area: 20,
  service: 12,
  region: 20,
  type: 20,
  phase: 12,
  outcome: 12,
  organisation: 0,
}

/** Counts per 'facet:value' by facet: the most frequent values and those that are chosen. Named later. */
export function valuesOf(
  counts: Record<string, number>,
  filters: Filters,
): Map<FacetName, Omit<FacetValue, 'label'>[]> {
  const all = Map.groupBy(
    Object.entries(counts).map(([key, count]) => {
      const colon = key.indexOf(':')
      return { name: key.slice(0, colon), value: key.slice(colon + 1), count }
    }),
    ({ name }) => name,
  )
  return new Map(
    facetNames.map(name => {
      const chosen = filters[name] ?? []
      const counted = all.get(name) ?? []
      const none = chosen.filter(value => !counted.some(known => known.value === value))
      const values = [...counted, ...none.map(value => ({ value, count: 0 }))]
        .map(({ value, count }) => ({ value, count, isChosen: chosen.includes(value) }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      return [name, values.filter(({ isChosen }, at) => isChosen || at < shownAtMost[name])]
    }),
  )
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** The facets of the page; one that has a single value for all tells nothing and is left out, unless it is chosen. */
export function facetLists(
  values: ReturnType<typeof valuesOf>,
  labels: ReadonlyMap<string, string>,
  total: number,
): FacetList[] {
  return [...values]
    .filter(([, found]) => found.some(({ isChosen, count }) => isChosen || (count > 0 && count < total)))
    .map(([name, found]) => ({
      name,
      title: facetTitles[name],
      isOpen: name === 'kind',
      values: found.map(value => ({
        ...value,
        label: capitalised(labels.get(`${name}:${value.value}`) ?? value.value),
      })),
    }))
}
