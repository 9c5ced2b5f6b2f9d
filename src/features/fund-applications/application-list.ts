import { z } from 'zod'
import { roundName } from '#features/projects/index.ts'
import { capitalised } from '#plumbing/capitalised.ts'
import { choices, filledChoices, withChosen } from '#plumbing/choices.ts'
import { placeFields } from '#plumbing/keyset.ts'

/** What a person may ask of the list, as it stands in the address. An empty round is "not known". */
export const applicationQuery = z.object({
  outcome: filledChoices,
  round: choices,
  ...placeFields,
})
export type ApplicationQuery = z.output<typeof applicationQuery>
export type ApplicationFilters = Pick<ApplicationQuery, 'outcome' | 'round'>

export const isFiltered = ({ outcome, round }: ApplicationFilters) => outcome.length + round.length > 0

/** What the list is ordered by. */
export const applicationKey = z.tuple([z.int32(), z.guid()])

export type FacetCount = { facet: 'all' | 'outcome' | 'round'; value: string; bids: number; rank: number }

/** The facets as the panel shows them: outcomes by how many, rounds by their order, unknown last. */
export function facetsOf(counts: FacetCount[], filters: ApplicationFilters) {
  const valuesOf = (facet: 'outcome' | 'round') =>
    withChosen(
      counts
        .filter(count => count.facet === facet)
        .sort((a, b) => b.rank - a.rank || b.bids - a.bids || a.value.localeCompare(b.value))
        .map(({ value, bids }) => ({ value, count: bids })),
      filters[facet],
    ).map(row => ({ ...row, label: facet === 'round' ? sayRound(row.value) : row.value }))
  return [
    { name: 'outcome', title: 'Outcome', values: valuesOf('outcome'), isOpen: true },
    { name: 'round', title: 'Round', values: valuesOf('round'), isOpen: true },
  ]
}

/** "R1" is "Round 1", nothing is "Not known". */
export function sayRound(round: string | null): string {
  if (!round) return 'Not known'
  return capitalised(roundName(round))
}
