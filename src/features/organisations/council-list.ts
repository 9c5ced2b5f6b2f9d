import { z } from 'zod'
import { filledChoices, typedWords, wordFor } from '#plumbing/choices.ts'
import { type OrganisationStatus, statusLabels, typeLabel } from './organisation.ts'

export type ListedCouncil = {
  id: string
  slug: string
  name: string
  shortName: string
  type: string
  nation: string
  region: string
  status: OrganisationStatus
  gssCode: string | null
}

/** What a person may ask of the list, as it stands in the address. */
export const councilQuery = z.object({
  q: typedWords,
  type: filledChoices,
  nation: filledChoices,
  region: filledChoices,
  status: filledChoices,
  /** The slug of the council behind which the page begins, or before which it ends. */
  after: z.string().max(200).optional().catch(undefined),
  before: z.string().max(200).optional().catch(undefined),
})
export type CouncilQuery = z.output<typeof councilQuery>

export const facetNames = ['type', 'nation', 'region', 'status'] as const
type FacetName = (typeof facetNames)[number]
export type FacetCounts = Record<
  FacetName,
  { value: string; label: string; count: number; isChosen: boolean }[]
>

const labels: Record<FacetName, (value: string) => string> = {
  type: typeLabel,
  nation: value => value,
  region: value => value,
  status: value => wordFor(statusLabels, value),
}

/** Councils of today, unless something else is asked for; a name is looked for among all. */
const chosenOf = (query: CouncilQuery, facet: FacetName) =>
  facet === 'status' && query.status.length === 0 && query.q === '' ? ['current'] : query[facet]

const fits = (council: ListedCouncil, query: CouncilQuery, except?: FacetName) =>
  facetNames.every(facet => {
    const chosen = chosenOf(query, facet)
    return facet === except || chosen.length === 0 || chosen.includes(council[facet])
  })

export const isFiltered = (query: CouncilQuery) =>
  query.q !== '' || facetNames.some(facet => query[facet].length > 0)

/** The councils that fit, and for each facet how many would fit with another choice in it. */
export function filterCouncils(
  councils: ListedCouncil[],
  query: CouncilQuery,
): { found: ListedCouncil[]; facets: FacetCounts } {
  const facetOf = (facet: FacetName) => {
    const chosen = chosenOf(query, facet)
    const counted = councils.filter(council => fits(council, query, facet) && council[facet] !== '')
    const counts = new Map(chosen.map(value => [value, 0]))
    for (const council of counted) counts.set(council[facet], (counts.get(council[facet]) ?? 0) + 1)
    return [...counts]
      .map(([value, count]) => ({
        value,
        label: labels[facet](value),
        count,
        isChosen: chosen.includes(value),
      }))
      .sort((a, b) => (facet === 'status' ? 0 : a.label.localeCompare(b.label, 'en-GB')))
  }
  return {
    found: councils.filter(council => fits(council, query)),
    facets: {
      type: facetOf('type'),
      nation: facetOf('nation'),
      region: facetOf('region'),
      status: facetOf('status'),
    },
  }
}

export const councilsAtOnce = 60

/** One page of an ordered list: from behind `after`, or up to `before`, told by slug. */
export function pageOf(
  councils: ListedCouncil[],
  { after, before }: Pick<CouncilQuery, 'after' | 'before'>,
): { shown: ListedCouncil[]; before?: string; after?: string } {
  const indexOf = (slug?: string) => (slug ? councils.findIndex(council => council.slug === slug) : -1)
  const end = indexOf(before)
  const start = end > 0 ? Math.max(0, end - councilsAtOnce) : indexOf(after) + 1
  const shown = councils.slice(start, end > 0 ? end : start + councilsAtOnce)
  return {
    shown,
    before: start > 0 ? shown[0]?.slug : undefined,
    after: start + shown.length < councils.length ? shown.at(-1)?.slug : undefined,
  }
}

/** The list's address with these choices; what is not given is left out. */
export function councilsPath(query: Partial<CouncilQuery>, path = '/councils'): string {
  const search = new URLSearchParams()
  if (query.q) search.set('q', query.q)
  for (const facet of facetNames) for (const value of query[facet] ?? []) search.append(facet, value)
  if (query.after) search.set('after', query.after)
  if (query.before) search.set('before', query.before)
  return search.size > 0 ? `${path}?${search}` : path
}
