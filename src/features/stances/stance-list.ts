import { z } from 'zod'
import type { Figure } from './figures.ts'
import { type Offer, offers, type Saying, sayings } from './stance.ts'

/** What a person may ask of the list, as it stands in the address: one saying, one offer, both or none. */
export const stanceQuery = z.object({
  says: z.enum(sayings).optional().catch(undefined),
  offer: z.enum(offers).optional().catch(undefined),
})
export type StanceQuery = z.output<typeof stanceQuery>

export const isAsked = ({ says, offer }: StanceQuery, stance: { says: Saying; offers: Offer[] }) =>
  (says === undefined || stance.says === says) && (offer === undefined || stance.offers.includes(offer))

export const isSameQuery = (one: StanceQuery, other: StanceQuery) =>
  one.says === other.says && one.offer === other.offer

const withQuery = (path: string, { says, offer }: StanceQuery) => {
  const query = new URLSearchParams({ ...(says && { says }), ...(offer && { offer }) })
  return query.size > 0 ? `${path}?${query}` : path
}

/** The list of what organisations say of a problem, by its slug; with `figure` what is behind that figure. */
export const stancesPath = (slug: string, query: Figure['filter'] = {}) =>
  withQuery(`/problems/${slug}/stances`, query)

/** The same as a file. */
export const stancesFilePath = (slug: string, query: StanceQuery) =>
  withQuery(`/problems/${slug}/stances.csv`, query)

/** Where an organisation says where it stands. */
export const ownStancePath = (slug: string) => `/problems/${slug}/stance`

/** What one organisation says, and said before. */
export const stancePath = (slug: string, organisationSlug: string) =>
  `/problems/${slug}/stances/${organisationSlug}`
