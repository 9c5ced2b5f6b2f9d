// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type AssetTable = {
  id: string
  slug: string
  organisation_id: string
  kind: 'code' | 'research' | 'pattern' | 'standard' | 'business-case' | 'contract' | 'data'
  title: string
  purpose: string
  how_to: string | null
  service_id: number | null
  licence: string | null
  address: string
  release: string | null
  released_on: string | null
  repository: string | null
  publiccode: Json | null
  state: 'published' | 'withdrawn'
  version: number
  published_at: Date
  published_by: string | null
  changed_at: Date
  closed_at: Date | null
  closing_note: string | null
}

export type AssetFileTable = {
  id: string
  organisation_id: string
  person_id: string
  file_name: string
  read: Json
  made_at: Date
}

export type AssetOriginTable = {
  asset_id: string
  subject_kind: 'problem' | 'project'
  subject_id: string
}

export type AssetVersionTable = {
  asset_id: string
  number: number
  act: 'published' | 'changed' | 'withdrawn' | 'reopened'
  said: Json
  person_id: string | null
  made_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    asset: AssetTable
    asset_file: AssetFileTable
    asset_origin: AssetOriginTable
    asset_version: AssetVersionTable
  }
}
