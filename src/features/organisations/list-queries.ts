import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { ListedCouncil } from './council-list.ts'
import type { OrganisationKind, OrganisationName } from './organisation.ts'

/** What became part of another here has no page of its own. */
const standsByItself = sql<boolean>`not exists (
  select from organisation_merge where from_id = organisation.id and undone_at is null)`

const patternOf = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Every council, present, former and to come, in order of its short name; with words, those whose names or codes have them. */
export async function listCouncils(db: Db, words: string): Promise<ListedCouncil[]> {
  const { rows } = await sql<ListedCouncil>`
    select id, slug, name, short_name as "shortName", coalesce(council_type, '') as type, coalesce(nation, '') as nation,
      coalesce(region, '') as region, status, gss_code as "gssCode"
    from organisation
    where kind = 'council' and (${words === ''} or exists (
      select from organisation_name where organisation_id = organisation.id
        and (unaccent(organisation_name.name) ilike unaccent(${patternOf(words)})
          or ${words} <% organisation_name.name)) or exists (
      select from organisation_identifier where organisation_id = organisation.id
        and scheme in ('local-authority-code', 'gss', 'former-gss') and lower(value) = lower(${words})))
    order by regexp_replace(short_name, '^The ', ''), status, id`.execute(db)
  return rows
}

/** The columns of the open-data file, in their order. */
export const councilFileColumns = [
  'code',
  'name',
  'slug',
  'type',
  'tier',
  'nation',
  'region',
  'status',
  'starts_on',
  'ends_on',
  'gss_code',
  'population',
  'area_km2',
  'latitude',
  'longitude',
  'website',
  'source',
  'source_as_of',
] as const

/** The rows of the open-data file for these councils, in their order. */
export async function listCouncilsForFile(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('organisation')
    .leftJoin('organisation_identifier as code', join =>
      join
        .onRef('code.organisation_id', '=', 'organisation.id')
        .on('code.scheme', '=', 'local-authority-code'),
    )
    .select(['id', 'code.value as code', 'name', 'slug', 'council_type as type', 'tier', 'nation', 'region'])
    .select(['status', 'starts_on', 'ends_on', 'gss_code', 'population', 'area_km2', 'latitude', 'longitude'])
    .select(['website', 'source', 'source_as_of'])
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** Bodies that are no councils, by kind and name. */
export const listOtherBodies = (db: Db): Promise<(OrganisationName & { kind: OrganisationKind })[]> =>
  db
    .selectFrom('organisation')
    .select(['id', 'name', 'slug', 'kind'])
    .where('kind', '!=', 'council')
    .where(standsByItself)
    .orderBy(({ fn }) => fn<string>('lower', ['name']))
    .orderBy('id')
    .execute()

/** How many councils of today there are, combined authorities and the Greater London Authority included. */
export async function countCouncils(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('organisation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('kind', '=', 'council')
    .where('status', '=', 'current')
    .executeTakeFirstOrThrow()
  return count
}

/** Every organisation's page, with the date of its source. */
export const listForSitemap = (db: Db) =>
  db
    .selectFrom('organisation')
    .select(['slug', 'source_as_of as changed'])
    .where(standsByItself)
    .orderBy('slug')
    .execute()
