import type { Insertable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Provider, Served } from './provider.ts'
import type { IdentityProviderOrganisationTable } from './tables.ts'

const columns = [
  'id',
  'slug',
  'label',
  'issuer',
  'kind',
  'client_id',
  'client_secret_env',
  'created_at',
] as const

export const listProviders = (db: Db): Promise<Provider[]> =>
  db.selectFrom('identity_provider').select(columns).orderBy('label').orderBy('id').execute()

/** The provider of an address; throws when there is none. */
export async function findProvider(db: Db, slug: string): Promise<Provider> {
  const provider = await db
    .selectFrom('identity_provider')
    .select(columns)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!provider) throw failure('absent', `There is no sign-in called “${slug}”.`)
  return provider
}

/** Providers that speak for an organisation's people. */
export const listProvidersOf = (db: Db, organisationId: string): Promise<Provider[]> =>
  db
    .selectFrom('identity_provider')
    .select(columns)
    .where('id', 'in', query =>
      query
        .selectFrom('identity_provider_organisation')
        .select('provider_id')
        .where('organisation_id', '=', organisationId),
    )
    .orderBy('label')
    .orderBy('id')
    .execute()

/** Whom a provider speaks for. An organisation that has ended has no people to sign in. */
export async function listServed(db: Db, providerId: string): Promise<Served[]> {
  const rows = await db
    .selectFrom('identity_provider_organisation as served')
    .innerJoin('organisation', 'organisation.id', 'served.organisation_id')
    .leftJoin('organisation_domain', 'organisation_domain.organisation_id', 'organisation.id')
    .select(['organisation.id', 'organisation.name', 'organisation.slug', 'served.tenant', 'domain'])
    .where('served.provider_id', '=', providerId)
    .where('organisation.status', '!=', 'former')
    .orderBy('organisation.name')
    .orderBy('served.tenant')
    .orderBy('domain')
    .execute()
  const together = Map.groupBy(rows, ({ id, tenant }) => `${id} ${tenant}`)
  return [...together.values()].map(each => {
    const { id, name, slug, tenant } = each[0]!
    return {
      organisation: { id, name, slug },
      tenant,
      domains: each.flatMap(({ domain }) => (domain === null ? [] : [domain])),
    }
  })
}

export const insertProvider = (trx: Db, provider: Provider) =>
  trx.insertInto('identity_provider').values(provider).execute()

/** With it goes who signed in by it, and who is on the way. */
export const deleteProvider = (trx: Db, id: string) =>
  trx.deleteFrom('identity_provider').where('id', '=', id).execute()

export const insertServed = (trx: Db, served: Insertable<IdentityProviderOrganisationTable>) =>
  trx
    .insertInto('identity_provider_organisation')
    .values(served)
    .onConflict(conflict => conflict.doNothing())
    .execute()

export const deleteServed = (trx: Db, providerId: string, organisationId: string) =>
  trx
    .deleteFrom('identity_provider_organisation')
    .where('provider_id', '=', providerId)
    .where('organisation_id', '=', organisationId)
    .execute()
