import { domainOf, type SignInWay } from '#features/accounts/index.ts'
import { listOrganisationsOfDomain, type OrganisationName } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { wayWith } from './provider.ts'
import { listProvidersOf } from './provider-queries.ts'

/** Those of these organisations that let nobody in by mail, by id. */
const listOnly = async (db: Db, ids: string[]): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('sign_on_only')
    .select('organisation_id')
    .where('organisation_id', 'in', ids)
    .execute()
  return new Set(rows.map(({ organisation_id }) => organisation_id))
}

/**
 * The only ways in for an address; none where mail is as good. Organisations that share a domain must all want it so:
 * one cannot lock out the people of another.
 */
export async function listOnlyWays(db: Db, email: string): Promise<SignInWay[]> {
  const sharing = await listOrganisationsOfDomain(db, domainOf(email))
  const ids = sharing.map(({ id }) => id)
  if (ids.length === 0 || (await listOnly(db, ids)).size < ids.length) return []
  const providers = await Promise.all(ids.map(id => listProvidersOf(db, id)))
  return [...new Map(providers.flat().map(provider => [provider.id, wayWith(provider)])).values()]
}

/** An organisation that people can sign in for; throws when there is none. */
export async function findPresentOrganisation(db: Db, slug: string): Promise<OrganisationName> {
  const organisation = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'slug'])
    .where('slug', '=', slug)
    .where('status', '!=', 'former')
    .executeTakeFirst()
  if (!organisation) throw failure('absent', `There is no organisation “${slug}”.`)
  return organisation
}

/** Since when an organisation has let nobody in by mail; null when it does. */
export const findOnlySince = async (db: Db, organisationId: string): Promise<Date | null> =>
  (
    await db
      .selectFrom('sign_on_only')
      .select('since')
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst()
  )?.since ?? null

export type Domain = { domain: string; sharedWith: string[] }

/** The domains of an organisation, with the names of others who share one and let people in by mail. */
export async function listDomains(db: Db, organisationId: string): Promise<Domain[]> {
  const rows = await db
    .selectFrom('organisation_domain as own')
    .leftJoin(
      query =>
        query
          .selectFrom('organisation_domain')
          .innerJoin('organisation', 'organisation.id', 'organisation_domain.organisation_id')
          .leftJoin('sign_on_only', 'sign_on_only.organisation_id', 'organisation.id')
          .select(['organisation_domain.domain', 'organisation.id', 'organisation.name'])
          .where('organisation.status', '!=', 'former')
          .where('sign_on_only.since', 'is', null)
          .as('other'),
      join => join.onRef('other.domain', '=', 'own.domain').on('other.id', '!=', organisationId),
    )
    .select(['own.domain', 'other.name'])
    .where('own.organisation_id', '=', organisationId)
    .orderBy('own.domain')
    .orderBy('other.name')
    .execute()
  return [...Map.groupBy(rows, ({ domain }) => domain)].map(([domain, sharing]) => ({
    domain,
    sharedWith: sharing.flatMap(({ name }) => (name === null ? [] : [name])),
  }))
}

/** Whether this person has come by a provider of the organisation; without a person, whether one of its leads has. */
export async function hasSignedOn(db: Db, organisationId: string, personId: string | null): Promise<boolean> {
  const found = await db
    .selectFrom('identity')
    .innerJoin('identity_provider_organisation as served', 'served.provider_id', 'identity.provider_id')
    .select('identity.person_id')
    .where('served.organisation_id', '=', organisationId)
    .where(({ eb, exists, selectFrom }) =>
      personId === null
        ? exists(
            selectFrom('membership')
              .select('membership.id')
              .whereRef('membership.person_id', '=', 'identity.person_id')
              .where('membership.organisation_id', '=', organisationId)
              .where('membership.role', '=', 'lead')
              .where('membership.state', '=', 'confirmed'),
          )
        : eb('identity.person_id', '=', personId),
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Returns whether it was not so before. */
export async function insertOnly(trx: Db, organisationId: string, since: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('sign_on_only')
    .values({ organisation_id: organisationId, since })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Returns whether it was so before. */
export async function deleteOnly(trx: Db, organisationId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('sign_on_only')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Organisations that want no mail and have no provider left: nobody could get in. */
export const listStranded = (trx: Db): Promise<OrganisationName[]> =>
  trx
    .selectFrom('sign_on_only')
    .innerJoin('organisation', 'organisation.id', 'sign_on_only.organisation_id')
    .select(['organisation.id', 'organisation.name', 'organisation.slug'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('identity_provider_organisation as served')
            .select('served.provider_id')
            .whereRef('served.organisation_id', '=', 'sign_on_only.organisation_id'),
        ),
      ),
    )
    .orderBy('organisation.name')
    .execute()
