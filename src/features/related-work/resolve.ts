import { resolveOrganisations } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'

export type NamedPartner = { organisation_id: string | null; name_as_published: string }

export type NamedOrganisations = {
  /** The organisation that goes by this name, the leading one of several; null when that is not certain. */
  idOf(name: string | null): string | null
  /** The partners of a record: its leader's co-publishers and those it names, each organisation of a shared name by itself. */
  partnersOf(leader: string | null, partners: string[]): NamedPartner[]
  /** For an import's report: the names among these that no organisation is known by. */
  remarks(names: (string | null)[]): string[]
}

/** Looks published names up, all at once. A name that is not certain stays a name: nothing is guessed. */
export async function recogniseOrganisations(db: Db, names: (string | null)[]): Promise<NamedOrganisations> {
  const known = await resolveOrganisations(db, [...new Set(names.filter(name => name !== null))])
  const idsOf = (name: string): (string | null)[] => {
    const found = known.get(name)
    return found ? [found.id, ...found.also.map(({ id }) => id)] : [null]
  }
  const named = (name: string, ids: (string | null)[]): NamedPartner[] =>
    ids.map(organisation_id => ({ organisation_id, name_as_published: name }))
  return {
    idOf: name => (name === null ? null : (known.get(name)?.id ?? null)),
    partnersOf: (leader, partners) => [
      ...(leader === null ? [] : named(leader, idsOf(leader).slice(1))),
      ...partners.flatMap(name => named(name, idsOf(name))),
    ],
    remarks: names =>
      names
        .filter(name => name !== null && !known.has(name))
        .map(name => `“${name}” is no organisation that Pipeline knows; the name is kept as published`),
  }
}
