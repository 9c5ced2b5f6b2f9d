// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type AgreementTable = {
  id: string
  collaboration_id: string
  visibility: 'public' | 'public-sector' | 'partners'
  review_on: string | null
  ends_on: string | null
  begun_at: Date
}

export type AgreementClauseTable = {
  id: string
  agreement_id: string
  key: string
  place: number
  is_in: boolean
  way: string
  filled: Json
  edition: number
  changed_at: Date
  changed_by_organisation: string
  changed_by: string | null
}

export type AgreementKeyTable = {
  is_only: Generated<boolean>
  private_pem: string
  public_pem: string
  made_at: Date
}

export type AgreementPartyTable = {
  version_id: string
  organisation_id: string
}

export type AgreementSignatureTable = {
  id: string
  version_id: string
  number: number
  organisation_id: string
  record: string | null
  seal: string | null
  signed_at: Date
  signed_by: string | null
}

export type AgreementVersionTable = {
  id: string
  agreement_id: string
  number: number
  text: string
  sha256: string
  state: 'signing' | 'agreed' | 'replaced' | 'ended'
  review_on: string | null
  ends_on: string | null
  fixed_at: Date
  fixed_by_organisation: string
  fixed_by: string | null
  agreed_at: Date | null
  closed_at: Date | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    agreement: AgreementTable
    agreement_clause: AgreementClauseTable
    agreement_key: AgreementKeyTable
    agreement_party: AgreementPartyTable
    agreement_signature: AgreementSignatureTable
    agreement_version: AgreementVersionTable
  }
}
