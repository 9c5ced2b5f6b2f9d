import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { type KeyPair, newKey } from './seal.ts'

type NewVersion = {
  id: string
  agreement_id: string
  number: number
  text: string
  sha256: string
  review_on: string | null
  ends_on: string | null
  fixed_at: Date
  fixed_by_organisation: string
  fixed_by: string
}

export async function insertVersion(trx: Db, version: NewVersion, partyIds: string[]): Promise<void> {
  await trx
    .insertInto('agreement_version')
    .values({ ...version, state: 'signing' })
    .execute()
  await trx
    .insertInto('agreement_party')
    .values(partyIds.map(organisation_id => ({ version_id: version.id, organisation_id })))
    .execute()
}

export const closeVersion = (trx: Db, id: string, state: 'replaced' | 'ended', closed_at: Date) =>
  trx.updateTable('agreement_version').set({ state, closed_at }).where('id', '=', id).execute()

export const agreeVersion = (trx: Db, id: string, agreed_at: Date) =>
  trx.updateTable('agreement_version').set({ state: 'agreed', agreed_at }).where('id', '=', id).execute()

type NewSignature = {
  version_id: string
  number: number
  organisation_id: string
  record: string
  seal: string
  signed_at: Date
  signed_by: string
}

export const insertSignature = (trx: Db, signature: NewSignature) =>
  trx
    .insertInto('agreement_signature')
    .values({ ...signature, id: newId() })
    .execute()

/** The key of the installation, made when it is first asked for. */
export async function takeKey(trx: Db, made_at: Date): Promise<KeyPair> {
  await trx
    .insertInto('agreement_key')
    .values({ ...newKey(), made_at })
    .onConflict(conflict => conflict.column('is_only').doNothing())
    .execute()
  return trx.selectFrom('agreement_key').select(['private_pem', 'public_pem']).executeTakeFirstOrThrow()
}
