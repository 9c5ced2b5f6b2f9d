import type { Embeddable } from '#features/meaning/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'

/** A thing as the search shows and finds it. */
export type SearchDocument = {
  id: string
  url: string
  title: string
  /** A sentence or two, shown when no snippet fits. */
  summary: string
  /** All further words of its own: sections, names of partners. A snippet is taken from these and the summary. */
  text: string
  /** What others say of it, as the editors do of the services it is about: it is found by these words, and shows its own. */
  remarks?: string[]
  /** Its own sentences, without names and labels: what it means is taken from these. Where not given, the summary. */
  says?: string
  /** 'YYYY-MM-DD', for sorting by newest. */
  date: string | null
  facets: {
    services?: number[]
    areas?: number[]
    organisations?: string[]
    regions?: string[]
    organisationTypes?: string[]
    phase?: string | null
    outcome?: string | null
  }
  /** Short bits for the line under the title. */
  meta: string[]
}

/** A kind of thing that can be found; `kind` is the subject kind of its activities. */
export type Searchable = {
  kind: string
  label: { one: string; many: string }
  /** It has a name and facts but no sentences: it is found by words alone. */
  isNamesOnly?: true
  /** What others are filed under, there whether or not anyone did something: it does not fill a page alone. */
  isReference?: true
  /** Documents for these subject ids; what no longer exists or may not be seen is left out, and leaves the index. */
  documents(db: Db, ids: string[]): Promise<SearchDocument[]>
}

/** Names for the values of a facet that are ids. */
export type SearchLabels = {
  facet: 'area' | 'service' | 'organisation'
  labels(db: Db, ids: string[]): Promise<Map<string, string>>
}

/**
 * Hears, in the transaction that writes them, which documents are about to be written because they say something else than
 * before, or were not there; what the index still says of them is what they said.
 */
export type DocumentFollower = {
  beforeChange(trx: Db, clock: Clock, kind: string, ids: string[]): Promise<void>
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** A page of what the search leaves out; it takes the words that were sought as `q`. */
    searchBesides: { label: string; path: string }
    searchable: Searchable
    documentFollowers: DocumentFollower
    searchLabels: SearchLabels
  }
}

/** What results can be narrowed by, as on the page. */
export const facetTitles = {
  kind: 'What',
  area: 'Service area',
  service: 'Service',
  region: 'Region',
  type: 'Type of organisation',
  phase: 'Phase',
  outcome: 'Outcome',
  organisation: 'Organisation',
}
export type FacetName = keyof typeof facetTitles
export const facetNames = Object.keys(facetTitles) as FacetName[]

/** Values chosen per facet; a document fits that has one of each facet's. */
export type Filters = Partial<Record<FacetName, string[]>>

/** The facets of a document as the index keeps them: 'facet:value'. */
export function keysOf(kind: string, { facets }: Pick<SearchDocument, 'facets'>): string[] {
  const { areas = [], services = [], organisations = [], regions = [], organisationTypes = [] } = facets
  const keys = [
    `kind:${kind}`,
    ...areas.map(id => `area:${id}`),
    ...services.map(id => `service:${id}`),
    ...organisations.map(id => `organisation:${id}`),
    ...regions.map(name => `region:${name}`),
    ...organisationTypes.map(name => `type:${name}`),
    ...(facets.phase ? [`phase:${facets.phase}`] : []),
    ...(facets.outcome ? [`outcome:${facets.outcome}`] : []),
  ]
  return [...new Set(keys)]
}

/** What a document means is taken from its title and its own sentences. */
export const meaningTextOf = ({ id, title, summary, says = summary }: SearchDocument) => ({
  id,
  title,
  text: says,
})

/** Of everything that can be found, what has sentences. */
export const listEmbeddables = (site: Site): Embeddable[] =>
  site
    .slot('searchable')
    .filter(({ isNamesOnly }) => !isNamesOnly)
    .map(({ kind, documents }) => ({
      kind,
      texts: (db, ids) => documents(db, ids).then(found => found.map(meaningTextOf)),
    }))
