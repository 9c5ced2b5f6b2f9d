// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType } from 'kysely'

type Json = ColumnType<unknown, object | string>

type Bytes = ColumnType<Buffer, Uint8Array>

export type ContractTable = {
  id: string
  organisation_id: string
  key: string
  title: string
  description: string | null
  reference: string | null
  ocid: string | null
  supplier_id: string | null
  supplier_as_published: string | null
  service_id: number | null
  service_as_published: string | null
  service_from: 'source' | 'title' | 'cpv' | 'product' | 'council' | null
  cpv: string | null
  procurement: string | null
  starts_on: string | null
  ends_on: string | null
  is_open_ended: boolean
  extends_to: string | null
  extension_as_published: string | null
  value_pounds: number | null
  source_name: string
  source_url: string | null
  source_as_of: string
  source_line: number | null
  import_id: string | null
  is_confirmed: boolean
  created_at: Date
  changed_at: Date
  service_guess_id: number | null
  service_told_by: string | null
}

export type ContractFormerAddressTable = {
  id: string
  contract_id: string
}

export type ContractImportTable = {
  id: string
  format: 'register' | 'ocds' | 'council'
  organisation_id: string
  import_run_id: string | null
  file_name: string
  sha256: string
  source_name: string
  source_url: string | null
  source_as_of: string
  state: 'previewed' | 'taking-in' | 'taken-in' | 'undoing' | 'undone'
  mapping: Json | null
  imported_by: string | null
  previewed_at: Date
  taken_in_at: Date | null
  undone_at: Date | null
}

export type ContractImportFileTable = {
  import_id: string
  bytes: Bytes
  seen: Json | null
}

export type ContractImportLineTable = {
  import_id: string
  position: number
  line: number
  outcome: 'ready' | 'added' | 'changed' | 'unchanged' | 'refused'
  key: string | null
  said: Json | null
  as_of: string | null
  source_url: string | null
  supplier_key: string | null
  refusal: string | null
  remarks: string[]
  contract_id: string | null
}

export type ContractImportMadeTable = {
  import_id: string
  organisation_id: string
}

export type ContractImportSupplierTable = {
  import_id: string
  key: string
  name: string
  company_number: string | null
  decision: 'open' | 'known' | 'new' | 'as-published' | 'individual'
  organisation_id: string | null
}

export type ContractRegisterMappingTable = {
  organisation_id: string
  mapping: Json
  mapped_at: Date
}

export type ContractServiceChoiceTable = {
  organisation_id: string
  title_key: string
  service_id: number | null
  chosen_at: Date
}

export type ContractServiceClueTable = {
  name: string
  service_id: number
}

export type ContractStatementTable = {
  id: string
  contract_id: string
  import_id: string | null
  person_id: string | null
  line: number | null
  said: Json
  supplier_id: string | null
  is_confirmed: boolean
  as_of: string
  source_name: string
  source_url: string | null
  made_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    contract: ContractTable
    contract_former_address: ContractFormerAddressTable
    contract_import: ContractImportTable
    contract_import_file: ContractImportFileTable
    contract_import_line: ContractImportLineTable
    contract_import_made: ContractImportMadeTable
    contract_import_supplier: ContractImportSupplierTable
    contract_register_mapping: ContractRegisterMappingTable
    contract_service_choice: ContractServiceChoiceTable
    contract_service_clue: ContractServiceClueTable
    contract_statement: ContractStatementTable
  }
}
