import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import type { FacetName } from './document.ts'

/** Names for values of facets that are not their own name: 'facet:value' → name. */
export async function listLabels(
  db: Db,
  site: Site,
  values: ReadonlyMap<FacetName, { value: string }[]>,
): Promise<Map<string, string>> {
  const kinds = site
    .slot('searchable')
    .map(({ kind, label }): [string, string] => [`kind:${kind}`, label.many])
  const named: [string, string][] = []
  for (const { facet, labels } of site.slot('searchLabels')) {
    const ids = values.get(facet)?.map(({ value }) => value) ?? []
    if (ids.length === 0) continue
    for (const [id, name] of await labels(db, ids)) named.push([`${facet}:${id}`, name])
  }
  return new Map([...kinds, ...named])
}
