import type { Db } from '#plumbing/database/database.ts'
import type { IdentityTable, SignOnTable } from './tables.ts'

export const insertSignOn = (db: Db, signOn: SignOnTable) => db.insertInto('sign_on').values(signOn).execute()

/** Takes away what was begun, so that it is used once: by the browser and for the provider that it was begun with. */
export const takeSignOn = (
  db: Db,
  { state_hash, browser_hash, provider_id }: Pick<SignOnTable, 'state_hash' | 'browser_hash' | 'provider_id'>,
  now: Date,
) =>
  db
    .deleteFrom('sign_on')
    .where('state_hash', '=', state_hash)
    .where('browser_hash', '=', browser_hash)
    .where('provider_id', '=', provider_id)
    .where('ends_at', '>', now)
    .returning(['nonce', 'code_verifier', 'next_path'])
    .executeTakeFirst()

export const deleteEndedSignOns = (db: Db, now: Date) =>
  db.deleteFrom('sign_on').where('ends_at', '<', now).execute()

/** The address of the person whom a provider knows by this subject, if they came before. */
export const findKnownEmail = async (db: Db, { iss, sub }: { iss: string; sub: string }) => {
  const known = await db
    .selectFrom('identity')
    .innerJoin('person', 'person.id', 'identity.person_id')
    .select('person.email')
    .where('issuer', '=', iss)
    .where('subject', '=', sub)
    .executeTakeFirst()
  return known?.email ?? null
}

/** Remembers who someone is to a provider; whoever is known already keeps their account. */
export const saveIdentity = (trx: Db, identity: IdentityTable) =>
  trx
    .insertInto('identity')
    .values(identity)
    .onConflict(conflict =>
      conflict
        .columns(['issuer', 'subject'])
        .doUpdateSet({ provider_id: identity.provider_id, used_at: identity.used_at }),
    )
    .execute()

export const listIdentitiesOf = (db: Db, personId: string) =>
  db
    .selectFrom('identity')
    .innerJoin('identity_provider', 'identity_provider.id', 'identity.provider_id')
    .select(['identity_provider.label', 'identity.issuer', 'subject', 'linked_at', 'used_at'])
    .where('person_id', '=', personId)
    .orderBy('linked_at')
    .orderBy('identity.issuer')
    .execute()

export const deleteIdentitiesOf = (trx: Db, personId: string) =>
  trx.deleteFrom('identity').where('person_id', '=', personId).execute()
