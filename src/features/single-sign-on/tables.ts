// Written by `npm run types` from the migrations: change those instead.
import type { Generated } from 'kysely'

export type IdentityTable = {
  issuer: string
  subject: string
  person_id: string
  provider_id: string
  linked_at: Date
  used_at: Date
}

export type IdentityProviderTable = {
  id: string
  slug: string
  label: string
  issuer: string
  kind: 'entra' | 'google' | 'other'
  client_id: string
  client_secret_env: string | null
  created_at: Date
}

export type IdentityProviderOrganisationTable = {
  provider_id: string
  organisation_id: string
  tenant: Generated<string>
}

export type SignOnTable = {
  state_hash: string
  provider_id: string
  browser_hash: string
  nonce: string
  code_verifier: string
  next_path: string
  ends_at: Date
}

export type SignOnOnlyTable = {
  organisation_id: string
  since: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    identity: IdentityTable
    identity_provider: IdentityProviderTable
    identity_provider_organisation: IdentityProviderOrganisationTable
    sign_on: SignOnTable
    sign_on_only: SignOnOnlyTable
  }
}
