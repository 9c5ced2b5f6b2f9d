import type { OrganisationName } from '#features/organisations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { operator } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { relaxWithin } from './only-actions.ts'
import { listStranded } from './only-queries.ts'
import type { Provider } from './provider.ts'
import {
  deleteProvider,
  deleteServed,
  findProvider,
  insertProvider,
  insertServed,
  listProviders,
} from './provider-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'identity-provider.added': Record<string, never>
    'identity-provider.allowed': { organisationId: string }
    'identity-provider.disallowed': { organisationId: string }
    'identity-provider.removed': Record<string, never>
  }
}

const record = <Kind extends `identity-provider.${'added' | 'allowed' | 'disallowed' | 'removed'}`>(
  trx: Db,
  clock: Clock,
  kind: Kind,
  id: string,
  organisation?: OrganisationName,
) =>
  recordActivity(trx, clock, {
    kind,
    subject: { kind: 'identity-provider', id },
    actor: operator,
    detail: (organisation ? { organisationId: organisation.id } : {}) as never,
  })

/** Adds a provider, which speaks for nobody yet. */
export const addProvider = (
  db: Db,
  clock: Clock,
  provider: Omit<Provider, 'id' | 'created_at'>,
): Promise<Provider> =>
  db.transaction().execute(async trx => {
    if ((await listProviders(trx)).some(({ slug }) => slug === provider.slug))
      throw failure('conflict', `There is a sign-in called “${provider.slug}” already. Remove it first.`)
    const added = { ...provider, id: newId(), created_at: clock.now() }
    await insertProvider(trx, added)
    await record(trx, clock, 'identity-provider.added', added.id)
    return added
  })

/** Has a provider speak for an organisation's people, of one tenant where it has several. */
export const allowOrganisation = (
  db: Db,
  clock: Clock,
  { id }: Provider,
  organisation: OrganisationName,
  tenant: string,
): Promise<void> =>
  db.transaction().execute(async trx => {
    await insertServed(trx, { provider_id: id, organisation_id: organisation.id, tenant })
    await record(trx, clock, 'identity-provider.allowed', id, organisation)
  })

/** Ends it; gives the organisations that can sign in by mail again, because they have no other way left. */
export const disallowOrganisation = (
  db: Db,
  clock: Clock,
  { id }: Provider,
  organisation: OrganisationName,
): Promise<OrganisationName[]> =>
  db.transaction().execute(async trx => {
    await deleteServed(trx, id, organisation.id)
    await record(trx, clock, 'identity-provider.disallowed', id, organisation)
    return relaxStranded(trx, clock)
  })

/** Removes a provider and who came by it; gives the organisations that can sign in by mail again. */
export const removeProvider = (db: Db, clock: Clock, slug: string): Promise<OrganisationName[]> =>
  db.transaction().execute(async trx => {
    const { id } = await findProvider(trx, slug)
    await deleteProvider(trx, id)
    await record(trx, clock, 'identity-provider.removed', id)
    return relaxStranded(trx, clock)
  })

async function relaxStranded(trx: Db, clock: Clock): Promise<OrganisationName[]> {
  const stranded = await listStranded(trx)
  for (const organisation of stranded) await relaxWithin(trx, clock, operator, organisation)
  return stranded
}
