import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type CouncilFigures, type LikeCouncil, nearestCouncils } from './likeness.ts'
import type { Certainty, OrganisationName } from './organisation.ts'
import type { OrganisationMemberTable } from './tables.ts'

export async function findOrganisation(db: Db, slug: string) {
  const found = await db.selectFrom('organisation').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!found) throw failure('absent', '')
  return found
}
export type FoundOrganisation = Awaited<ReturnType<typeof findOrganisation>>

export const listIdentifiers = (db: Db, organisationId: string) =>
  db
    .selectFrom('organisation_identifier')
    .select(['scheme', 'value'])
    .where('organisation_id', '=', organisationId)
    .orderBy('scheme')
    .orderBy('value')
    .execute()

export const listOtherNames = (db: Db, organisationId: string) =>
  db
    .selectFrom('organisation_name')
    .select('name')
    .where('organisation_id', '=', organisationId)
    .where('kind', '!=', 'official')
    .orderBy('name')
    .execute()
    .then(rows => rows.map(({ name }) => name))

export const findProfile = (db: Db, organisationId: string) =>
  db
    .selectFrom('organisation_profile')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
export type Profile = NonNullable<Awaited<ReturnType<typeof findProfile>>>

/** One step of reorganisation, seen from one of its ends: `organisation` is the other end. */
export type Step = {
  organisation: OrganisationName
  date: string
  certainty: Certainty
  part: 'whole' | 'part' | 'unclear'
  source: string
  sourceAsOf: string
}

/** What an organisation became or will become (`to`), or was or will be made from (`from`). */
export async function listSteps(db: Db, organisationId: string, towards: 'to' | 'from'): Promise<Step[]> {
  const [own, other] = towards === 'to' ? (['from_id', 'to_id'] as const) : (['to_id', 'from_id'] as const)
  const rows = await db
    .selectFrom('organisation_succession as step')
    .innerJoin('organisation', 'organisation.id', `step.${other}`)
    .select(['organisation.id', 'organisation.name', 'organisation.slug'])
    .select(['step.happens_on', 'step.certainty', 'step.part', 'step.source', 'step.source_as_of'])
    .where(`step.${own}`, '=', organisationId)
    .orderBy('step.happens_on')
    .orderBy('organisation.name')
    .execute()
  return rows.map(({ id, name, slug, happens_on, certainty, part, source, source_as_of }) => ({
    organisation: { id, name, slug },
    date: happens_on,
    certainty,
    part,
    source,
    sourceAsOf: source_as_of,
  }))
}

export type Membership = OrganisationName & {
  kind: OrganisationMemberTable['kind']
  gssCode: string | null
  source: string
  /** As 'YYYY-MM-DD'. */
  sourceAsOf: string
}

/**
 * The bodies an organisation is part of, is in or owns (`bodies`), or those it is made of, that are in it or own it
 * (`members`).
 */
export async function listMemberships(
  db: Db,
  organisationId: string,
  side: 'bodies' | 'members',
): Promise<Membership[]> {
  const [own, other] =
    side === 'bodies' ? (['member_id', 'body_id'] as const) : (['body_id', 'member_id'] as const)
  return db
    .selectFrom('organisation_member as membership')
    .innerJoin('organisation', 'organisation.id', `membership.${other}`)
    .select(['organisation.id', 'organisation.name', 'organisation.slug', 'membership.kind'])
    .select(['organisation.gss_code as gssCode', 'membership.source'])
    .select('membership.source_as_of as sourceAsOf')
    .where(`membership.${own}`, '=', organisationId)
    .orderBy('organisation.short_name')
    .execute()
}

/** Councils that share a border, each once. */
export const listNeighbours = (
  db: Db,
  organisationId: string,
): Promise<(OrganisationName & { gssCode: string | null })[]> =>
  db
    .selectFrom('organisation_neighbour')
    .innerJoin('organisation', 'organisation.id', 'neighbour_id')
    .distinct()
    .select(['organisation.id', 'name', 'slug', 'short_name', 'gss_code as gssCode'])
    .where('organisation_id', '=', organisationId)
    .orderBy('short_name')
    .execute()

export type ComparedCouncil = CouncilFigures &
  OrganisationName & { region: string | null; gssCode: string | null; ruralUrbanClass: string | null }

/**
 * A council with the `count` councils of its type that are nearest to it in population, density, deprivation and
 * rurality. Undefined for what is not a present council.
 */
export async function councilsLike(
  db: Db,
  organisationId: string,
  count: number,
): Promise<{ council: ComparedCouncil; like: LikeCouncil<ComparedCouncil>[] } | undefined> {
  const group = await db
    .selectFrom('organisation')
    .innerJoin('organisation as one', join =>
      join.onRef('one.council_type', '=', 'organisation.council_type').on('one.id', '=', organisationId),
    )
    .leftJoin('organisation_profile as profile', 'profile.organisation_id', 'organisation.id')
    .select(['organisation.id', 'organisation.name', 'organisation.slug', 'organisation.region'])
    .select([
      'organisation.gss_code as gssCode',
      'organisation.population',
      'organisation.area_km2 as areaKm2',
    ])
    .select(['profile.deprivation_decile as deprivationDecile', 'profile.share_urban as shareUrban'])
    .select('profile.rural_urban_class as ruralUrbanClass')
    .where('organisation.status', '=', 'current')
    .execute()
  const council = group.find(({ id }) => id === organisationId)
  return council && { council, like: nearestCouncils(council, group, count) }
}
