import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import {
  type Identifier,
  type IdentifierScheme,
  kindLabels,
  type OrganisationKind,
  type OrganisationName,
  type OrganisationStatus,
  typeLabel,
} from './organisation.ts'

type Identified = OrganisationName & { scheme: string; value: string }

const identified = (db: Db) =>
  db
    .selectFrom('organisation_identifier')
    .innerJoin('organisation', 'organisation.id', 'organisation_identifier.organisation_id')
    .select(['organisation.id', 'organisation.name', 'organisation.slug', 'scheme', 'value'])

/** Organisations that bear these identifiers (all of one scheme), by the identifier's value. */
export async function listIdentified(
  db: Db,
  identifiers: Identifier[],
): Promise<Map<string, OrganisationName>> {
  const [first] = identifiers
  if (!first) return new Map()
  const values = identifiers.map(({ value }) => value)
  const rows = await identified(db).where('scheme', '=', first.scheme).where('value', 'in', values).execute()
  return new Map(rows.map(({ value, id, name, slug }) => [value, { id, name, slug }]))
}

/** Ids of councils by their local authority code; unknown codes are absent. */
export async function listIdsByCode(db: Db, codes: string[]): Promise<Map<string, string>> {
  const found = await listIdentified(
    db,
    [...new Set(codes)].map(value => ({ scheme: 'local-authority-code', value })),
  )
  return new Map([...found].map(([code, { id }]) => [code, id]))
}

/** Organisations of one standing by their official name. */
export async function listNamed(
  db: Db,
  status: OrganisationStatus,
  names: string[],
): Promise<Map<string, OrganisationName>> {
  if (names.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'slug'])
    .where('status', '=', status)
    .where('name', 'in', names)
    .execute()
  return new Map(rows.map(row => [row.name, row]))
}

/** Nation and region of these organisations by id. */
export async function listPlaces(db: Db, ids: string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'nation', 'region'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, nation, region }) => [id, { nation, region }]))
}

const codeSchemes: IdentifierScheme[] = [
  'local-authority-code',
  'gss',
  'pipeline',
  'former-gss',
  'govuk-slug',
]

/** Organisations by any of their codes, whatever the letter case. A present code wins over a former one. */
export async function listByCodes(db: Db, codes: string[]): Promise<Map<string, OrganisationName>> {
  if (codes.length === 0) return new Map()
  const rows: Identified[] = await identified(db)
    .where(sql`lower(value)`, 'in', [...new Set(codes.map(code => code.toLowerCase()))])
    .where('scheme', 'in', codeSchemes)
    .orderBy('status')
    .execute()
  const best = (code: string) =>
    codeSchemes.flatMap(scheme =>
      rows.filter(row => row.scheme === scheme && row.value.toLowerCase() === code.toLowerCase()),
    )[0]
  return new Map(
    codes.flatMap(code => {
      const found = best(code)
      return found ? [[code, { id: found.id, name: found.name, slug: found.slug }] as const] : []
    }),
  )
}

/** An organisation as other features list it. `type` in words: "Unitary authority", or "Supplier" where it is no council. */
export type OrganisationFacts = OrganisationName & {
  shortName: string
  kind: OrganisationKind
  type: string
  nation: string | null
  region: string | null
  status: OrganisationStatus
  code: string | null
  gssCode: string | null
}

/** Facts of these organisations by id. */
export async function listOrganisationsById(db: Db, ids: string[]): Promise<Map<string, OrganisationFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .leftJoin('organisation_identifier as code', join =>
      join
        .onRef('code.organisation_id', '=', 'organisation.id')
        .on('code.scheme', '=', 'local-authority-code'),
    )
    .select(['id', 'name', 'slug', 'short_name as shortName', 'kind', 'council_type as type'])
    .select(['nation', 'region', 'status', 'code.value as code', 'gss_code as gssCode'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map(row => [row.id, { ...row, type: row.type ? typeLabel(row.type) : kindLabels[row.kind] }]),
  )
}

/** What the search indexes of these organisations: with all their names and codes. */
export async function listForSearch(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  const [rows, names, codes, ties] = [
    await db
      .selectFrom('organisation')
      .selectAll()
      .where('id', 'in', ids)
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('organisation_merge')
              .select('organisation_merge.id')
              .whereRef('from_id', '=', 'organisation.id')
              .where('undone_at', 'is', null),
          ),
        ),
      )
      .execute(),
    await db
      .selectFrom('organisation_name')
      .select(['organisation_id', 'name'])
      .where('organisation_id', 'in', ids)
      .where('kind', '!=', 'official')
      .orderBy('name')
      .execute(),
    await db
      .selectFrom('organisation_identifier')
      .select(['organisation_id', 'value'])
      .where('organisation_id', 'in', ids)
      .where('scheme', 'in', ['local-authority-code', 'gss', 'former-gss'])
      .orderBy('value')
      .execute(),
    await listTies(db, ids),
  ]
  const namesOf = Map.groupBy(names, ({ organisation_id }) => organisation_id)
  const codesOf = Map.groupBy(codes, ({ organisation_id }) => organisation_id)
  return rows.map(row => ({
    ...row,
    names: (namesOf.get(row.id) ?? []).map(({ name }) => name),
    codes: (codesOf.get(row.id) ?? []).map(({ value }) => value),
    tied: ties.flatMap(({ body_id, member_id, body, member }) => {
      if (body_id === row.id) return [member]
      return member_id === row.id ? [body] : []
    }),
  }))
}

/** Who owns whom and who is in which group, of these organisations. */
const listTies = (db: Db, ids: string[]) =>
  db
    .selectFrom('organisation_member as tie')
    .innerJoin('organisation as body', 'body.id', 'tie.body_id')
    .innerJoin('organisation as member', 'member.id', 'tie.member_id')
    .select(['tie.body_id', 'tie.member_id', 'body.name as body', 'member.name as member'])
    .where('tie.kind', 'in', ['owner', 'group'])
    .where(({ or, eb }) => or([eb('tie.body_id', 'in', ids), eb('tie.member_id', 'in', ids)]))
    .orderBy('body.name')
    .orderBy('member.name')
    .execute()

/** Organisations whose staff have addresses of this domain, or of one it lies under; none that have ended. */
export async function listOrganisationsOfDomain(db: Db, domain: string): Promise<OrganisationName[]> {
  const labels = domain.toLowerCase().split('.')
  const candidates = labels.map((_, at) => labels.slice(at).join('.'))
  return db
    .selectFrom('organisation_domain')
    .innerJoin('organisation', 'organisation.id', 'organisation_domain.organisation_id')
    .select(['organisation.id', 'organisation.name', 'organisation.slug'])
    .where('domain', 'in', candidates)
    .where('status', '!=', 'former')
    .distinct()
    .orderBy('organisation.name')
    .execute()
}
