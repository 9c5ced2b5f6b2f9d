import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { OrganisationName } from './organisation.ts'
import { indexNames, nameKey } from './organisation-names.ts'
import { listByCodes } from './queries.ts'

/** `also`: the further organisations that publish under the same name, where a name stands for several. */
export type ResolvedOrganisation = OrganisationName & { also: OrganisationName[] }

/**
 * Organisations by the names that people wrote. A name that is unknown, or that several organisations could mean,
 * is absent: nothing is guessed.
 */
export async function resolveOrganisations(
  db: Db,
  names: string[],
): Promise<Map<string, ResolvedOrganisation>> {
  const keys = [...new Set(names.map(nameKey))].filter(Boolean)
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation_name')
    .innerJoin('organisation', 'organisation.id', 'organisation_name.organisation_id')
    .select(['organisation.id', 'organisation.slug', 'organisation.status', 'organisation.name'])
    .select(['organisation_name.name as written', 'organisation_name.kind as name_kind', 'key', 'position'])
    .where('key', 'in', keys)
    .orderBy('position')
    .execute()
  const nameOf = new Map(rows.map(({ id, name, slug }) => [id, { id, name, slug }]))
  const unlisted = rows.filter(({ name_kind }) => name_kind !== 'listed')
  const index = indexNames(
    [...Map.groupBy(unlisted, ({ id }) => id)].map(([id, [...own]]) => ({
      id,
      name: own[0]!.name,
      otherNames: own.map(({ written }) => written),
      current: own[0]!.status === 'current',
    })),
  )
  return new Map(
    names.flatMap(name => {
      const listed = rows.filter(row => row.name_kind === 'listed' && row.written === name)
      const ids = listed.length > 0 ? listed.map(({ id }) => id) : [index.get(nameKey(name))]
      const [first, ...also] = ids.flatMap(id => nameOf.get(id ?? '') ?? [])
      return first ? [[name, { ...first, also }] as const] : []
    }),
  )
}

/** Organisations by local authority code, GSS code or Pipeline's own id; unknown codes are absent. */
export const resolveOrganisationCodes = listByCodes

export type TypedOrganisation =
  | { match: OrganisationName; suggestions?: undefined }
  | { match?: undefined; suggestions: OrganisationName[] }

const suggestionsAtMost = 6

/** What a person meant who typed a name or code into a field: the one organisation, or those that come near. */
export async function resolveOrganisationTyped(db: Db, typed: string): Promise<TypedOrganisation> {
  const text = typed.replaceAll('\u0000', '').trim()
  if (!text) return { suggestions: [] }
  const match =
    (await listByCodes(db, [text])).get(text) ?? (await resolveOrganisations(db, [text])).get(text)
  if (match) return { match: { id: match.id, name: match.name, slug: match.slug } }
  return { suggestions: await listNear(db, text) }
}

async function listNear(db: Db, text: string): Promise<OrganisationName[]> {
  const { rows } = await sql<OrganisationName>`
    select organisation.id, organisation.name, organisation.slug
    from organisation join (
      select organisation_id, max(greatest(word_similarity(${text}, name), similarity(${text}, name))) as nearness
      from organisation_name group by organisation_id) as near on near.organisation_id = organisation.id
    where nearness >= 0.4
    order by nearness desc, status, organisation.name
    limit ${suggestionsAtMost}`.execute(db)
  return rows
}
