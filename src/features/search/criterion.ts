import { type FacetName, type Filters, facetNames } from './document.ts'

/** A word of a search that is kept: all names by which the index may know it, and how many documents have one of them. */
export type Clause = { names: string[]; documents: number }

/**
 * What a document must have that a kept search finds: each of its words, or another of its ring, and one value of each
 * facet. `query` is a tsquery over `matter`; of `anchors` every fitting document has at least one, and few others do.
 */
export type Criterion = { query: string; anchors: string[] }

/** The same with what finds the documents quickly that fit now: names of the rarest word, and keys of which each has one of every group. */
export type SearchCriterion = Criterion & { rarest: string[] | null; groups: string[][] }

/** The name of a facet's value, or of the thing itself, among the words of a matter: no word begins so. */
export const nameOfKey = (key: string) => `=${key}`
export const nameOfThing = (kind: string, id: string) => nameOfKey(`is:${kind}:${id}`)

/** Stands for every document. */
export const everything = '*'

const quoted = (name: string) => `'${name.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
const oneOf = (names: string[]) => `(${names.map(quoted).join(' | ')})`

/** Facets by how few documents have one value of them, as a rule. */
const rarestFirst: FacetName[] = ['service', 'organisation', 'area', 'outcome', 'phase', 'type', 'kind']

const acrossRegions = (names: string[], regions: string[]) =>
  regions.length === 0 ? names : names.flatMap(name => regions.map(region => atRegion(name, region)))

/** A name together with a region: what is sought in one region need not be looked at for any other. */
export const atRegion = (name: string, region: string) => `${name} ${region}`

/** What words and facets ask of a document; null where they ask nothing. */
export function criterionOf(clauses: Clause[], filters: Filters): SearchCriterion | null {
  const groups = facetNames.map(facet => ({
    facet,
    names: (filters[facet] ?? []).map(value => nameOfKey(`${facet}:${value}`)),
  }))
  const asked = groups.filter(({ names }) => names.length > 0)
  const parts = [...clauses, ...asked].map(({ names }) => oneOf(names))
  if (parts.length === 0) return null
  const regions = asked.find(({ facet }) => facet === 'region')?.names ?? []
  const rarestWord = clauses.toSorted((a, b) => a.documents - b.documents)[0]?.names
  const rarestFacet = rarestFirst
    .map(name => asked.find(({ facet }) => facet === name)?.names)
    .find(names => names !== undefined)
  const rarest = rarestWord ?? rarestFacet
  return {
    query: parts.join(' & '),
    anchors: rarest ? acrossRegions(rarest, regions) : regions,
    rarest: rarestWord ?? null,
    groups: asked.map(({ names }) => names.map(name => name.slice(1))),
  }
}

/** A thing by itself; of what others are filed under, all that is filed there too. */
export function criterionOfThing(kind: string, id: string): Criterion {
  const own = nameOfThing(kind, id)
  const names = facetNames.some(facet => facet === kind) ? [own, nameOfKey(`${kind}:${id}`)] : [own]
  return { query: oneOf(names), anchors: names }
}
