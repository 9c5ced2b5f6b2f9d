import type { SearchAddress } from '#features/search/index.ts'
import { facetNames } from '#features/search/index.ts'

/** A search in a few words, such as missed bins: Yorkshire and The Humber. `labels`: names of the values of facets, by 'facet:value'. */
export function titleOfSearch(address: SearchAddress, labels: ReadonlyMap<string, string>): string {
  const words = address.q ? address.q.replace(/\s+/g, ' ').slice(0, 60) : 'Everything'
  const chosen = facetNames.flatMap(facet =>
    address[facet].map(value => labels.get(`${facet}:${value}`) ?? value),
  )
  const title = chosen.length > 0 ? `${words}: ${chosen.join(', ')}` : words
  return title.length > 120 ? `${title.slice(0, 119).trimEnd()}…` : title
}

/** A problem in a person's own words, as the beginning of it. */
export function titleOfQuestion(problem: string): string {
  const line = problem.replace(/\s+/g, ' ')
  return line.length <= 80
    ? line
    : `${line.slice(0, line.lastIndexOf(' ', 80) > 20 ? line.lastIndexOf(' ', 80) : 79)}…`
}
