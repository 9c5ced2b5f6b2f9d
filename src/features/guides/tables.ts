// Written by `npm run types` from the migrations: change those instead.
import type { Generated } from 'kysely'

export type GuideTable = {
  id: string
  slug: string
  kind: 'journey' | 'guide' | 'template'
  place: number
  version: number | null
  is_curated: Generated<boolean>
  changed_at: Date
  revision: Generated<number>
}

export type GuideDraftTable = {
  guide_id: string
  title: string
  summary: string
  words: string
  shows: string[]
  note: string | null
  person_id: string | null
  saved_at: Date
  fills: string[]
}

export type GuideVersionTable = {
  guide_id: string
  number: number
  title: string
  summary: string
  words: string
  shows: string[]
  note: string | null
  is_shipped: boolean
  person_id: string | null
  published_at: Date
  fills: string[]
}

export type GuideWithdrawalTable = {
  id: string
  guide_id: string
  reason: string
  person_id: string | null
  withdrawn_at: Date
  ended_by: string | null
  ended_at: Date | null
}

export type TemplateUseTable = {
  guide_id: string
  used_on: string
  is_filled: boolean
  uses: number
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    guide: GuideTable
    guide_draft: GuideDraftTable
    guide_version: GuideVersionTable
    guide_withdrawal: GuideWithdrawalTable
    template_use: TemplateUseTable
  }
}
