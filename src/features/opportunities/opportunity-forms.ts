import { z } from 'zod'
import { filledChoices, withChosen } from '#plumbing/choices.ts'
import { optionalChoice, optionalDate, optionalText, requiredText, type Typed } from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import type { Call } from './call-queries.ts'
import { longestText, longestTitle } from './opportunity.ts'
import type { WholeOpportunity } from './opportunity-queries.ts'
import { kindNames, type Seat } from './seats.ts'

export const wordingForm = z.object({
  title: requiredText('Say in a line what the need is', longestTitle),
  summary: optionalText(longestText),
})

/** The places among its members of those that stay, and the problem that is put in. */
export const membersForm = z.object({
  members: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform(given => [given].flat())
    .refine(given => given.length > 0, 'Leave at least one thing in it, or dismiss it'),
  added: optionalText(300),
})

export const dismissalForm = z.object({
  reason: requiredText('Say why it is dismissed: everyone who had its address reads it', longestText),
})

export const mergingForm = z.object({ into: requiredText('Choose the opportunity that it is part of', 120) })

export const seatRows = [1, 2, 3] as const
const most = 9

const seatFields = Object.fromEntries(
  seatRows.flatMap(row => [
    [`count_${row}`, optionalChoice(Array.from({ length: most }, (_, at) => String(at + 1)))],
    [`kind_${row}`, optionalChoice(kindNames)],
    [`region_${row}`, optionalText(100)],
  ]),
)

export const callForm = z
  .object({ ends_on: optionalDate, note: optionalText(longestText) })
  .extend(seatFields)
  .transform((typed, context) => {
    const values = typed as Record<string, string | null>
    const seats = seatRows.flatMap((row): Seat[] => {
      const count = Number(values[`count_${row}`] ?? 0)
      const kind = values[`kind_${row}`] as Seat['kind']
      return count > 0 ? [{ kind, region: values[`region_${row}`]!, count }] : []
    })
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (seats.length === 0) refuse('count_1', 'Say how many organisations are needed, at least in one row')
    if (!values.ends_on) refuse('ends_on', 'Say by which day they are needed, such as 31 March 2027')
    return { seats, note: values.note ?? null, ends_on: values.ends_on! }
  })

/** An open call as its form has it. */
export const typedFrom = ({ seats, note, ends_on }: Call): Typed => ({
  ...Object.fromEntries(
    seats.flatMap(({ kind, region, count }, at) => [
      [`count_${at + 1}`, String(count)],
      [`kind_${at + 1}`, kind ?? ''],
      [`region_${at + 1}`, region ?? ''],
    ]),
  ),
  ends_on: formatDate(ends_on),
  note: note ?? '',
})

/** What a person may ask of the list, as it stands in the address. */
export const opportunityQuery = z.object({ area: filledChoices, region: filledChoices })
export type OpportunityQuery = z.output<typeof opportunityQuery>
type Facet = keyof OpportunityQuery

type Listed = Pick<WholeOpportunity, 'services' | 'organisations'>

const valuesOf: Record<Facet, (listed: Listed) => Map<string, string>> = {
  area: ({ services }) =>
    new Map(services.flatMap(({ area_id, area }) => (area_id && area ? [[String(area_id), area]] : []))),
  region: ({ organisations }) =>
    new Map(organisations.flatMap(({ region }) => (region ? [[region, region]] : []))),
}
const facetTitles: Record<Facet, string> = { area: 'Service area', region: 'Region' }
const facetNames = ['area', 'region'] as const

const fitsFacet = (listed: Listed, query: OpportunityQuery, facet: Facet) =>
  query[facet].length === 0 || query[facet].some(value => valuesOf[facet](listed).has(value))

export const isFiltered = (query: OpportunityQuery) => facetNames.some(facet => query[facet].length > 0)

export const fitsQuery = (listed: Listed, query: OpportunityQuery) =>
  facetNames.every(facet => fitsFacet(listed, query, facet))

/** The facets as the panel shows them, each counted as if nothing were chosen in it. */
export const facetsOf = (all: Listed[], query: OpportunityQuery) =>
  facetNames.map(name => {
    const others = all.filter(listed => facetNames.every(o => o === name || fitsFacet(listed, query, o)))
    const found = others.flatMap(listed => [...valuesOf[name](listed)])
    const labels = new Map(all.flatMap(listed => [...valuesOf[name](listed)]))
    const counts = new Map<string, number>()
    for (const [value] of found) counts.set(value, (counts.get(value) ?? 0) + 1)
    const values = withChosen(
      [...counts].map(([value, count]) => ({ value, count })),
      query[name],
    ).map(row => ({ ...row, label: labels.get(row.value) ?? row.value }))
    return {
      name,
      title: facetTitles[name],
      values: values.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')),
    }
  })
