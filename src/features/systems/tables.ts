// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type ProductTable = {
  id: string
  slug: string
  name: string
  describes: string | null
  supplier_id: string | null
  listed_by: string | null
  source_name: string
  source_as_of: string
  created_at: Date
}

export type ProductChangeTable = {
  id: string
  product_id: string
  kind: 'renamed' | 'moved'
  was: string
  is_now: string
  reason: string
  person_id: string | null
  changed_at: Date
}

export type ProductFormerAddressTable = {
  slug: string
  product_id: string
}

export type ProductNameTable = {
  product_id: string
  kind: 'own' | 'other' | 'published'
  name: string
  key: string
}

export type SupplierReplyTable = {
  id: string
  product_id: string
  system_id: string | null
  organisation_id: string
  withdrawn_at: Date | null
  created_at: Date
}

export type SupplierReplyVersionTable = {
  id: string
  reply_id: string
  version: number
  words: string
  written_by: string | null
  written_at: Date
}

export type SystemTable = {
  id: string
  organisation_id: string
  product_id: string | null
  product_as_published: string
  service_id: number | null
  service_as_published: string
  contract_id: string | null
  value_band: 'under-10k' | '10k-50k' | '50k-250k' | '250k-1m' | 'over-1m' | null
  satisfaction: number | null
  would_move: 'yes' | 'maybe' | 'no' | null
  state: 'unconfirmed' | 'confirmed' | 'not-used'
  is_earlier: boolean
  confirmed_on: string | null
  confirmed_by: string | null
  scope: string | null
  source_name: string
  source_url: string | null
  source_as_of: string
  evidence_url: string | null
  confidence: 'high' | 'medium' | 'low' | null
  note: string | null
  changed_at: Date
}

export type SystemStatementTable = {
  id: string
  system_id: string
  key: string | null
  line: number | null
  person_id: string | null
  product_as_published: string
  supplier_as_published: string | null
  scope: string | null
  evidence: string | null
  evidence_url: string | null
  source_name: string
  source_url: string | null
  source_as_of: string
  confidence: 'high' | 'medium' | 'low' | null
  note: string | null
  said: Json | null
  made_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    product: ProductTable
    product_change: ProductChangeTable
    product_former_address: ProductFormerAddressTable
    product_name: ProductNameTable
    supplier_reply: SupplierReplyTable
    supplier_reply_version: SupplierReplyVersionTable
    system: SystemTable
    system_statement: SystemStatementTable
  }
}
