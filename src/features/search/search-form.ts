import { z } from 'zod'
import { type FacetName, type Filters, facetNames } from './document.ts'

const longestValue = 200
const mostValues = 50
const longestWords = 20_000

const clean = (text: string) => text.replaceAll('\u0000', '').toWellFormed().trim()

const single = z.preprocess(
  given => (Array.isArray(given) ? given[0] : given),
  z.string().transform(clean).optional().catch(undefined),
)

const several = z.preprocess(
  given => (given === undefined ? [] : [given].flat()),
  z
    .array(z.string())
    .catch([])
    .transform(values =>
      [...new Set(values.map(clean))]
        .filter(value => value && value.length <= longestValue)
        .slice(0, mostValues),
    ),
)

const facets = Object.fromEntries(facetNames.map(name => [name, several])) as Record<
  FacetName,
  typeof several
>

/** What stands in the address of a search. Nothing in it is an error: what makes no sense is left out. */
export const searchShape = z.object({
  q: single.transform(words => (words ?? '').slice(0, longestWords).toWellFormed()),
  sort: single.transform(sort => (sort === 'newest' ? ('newest' as const) : ('best' as const))),
  exact: single.transform(exact => exact === '1'),
  after: single,
  ...facets,
})

export type SearchAddress = z.output<typeof searchShape>

export const filtersOf = (address: SearchAddress): Filters =>
  Object.fromEntries(facetNames.map(name => [name, address[name]]))

/** The parts of an address that say something, in their order. */
export function addressParts({ q, sort, exact, after, ...filters }: SearchAddress): [string, string][] {
  return [
    ...(q ? [['q', q]] : []),
    ...facetNames.flatMap(name => filters[name].map(value => [name, value])),
    ...(sort === 'newest' && q ? [['sort', sort]] : []),
    ...(exact ? [['exact', '1']] : []),
    ...(after ? [['after', after]] : []),
  ] as [string, string][]
}

/** The address of a search: the same search has one address, without what is so anyway. */
export function searchPath(address: SearchAddress): string {
  const parts = new URLSearchParams(addressParts(address))
  return parts.size === 0 ? '/search' : `/search?${parts}`
}
