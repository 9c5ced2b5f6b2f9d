// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type SearchDocumentTable = {
  id: GeneratedAlways<number>
  kind: string
  subject_id: string
  keys: string[]
  dated: string | null
  indexed_at: Date
  sort_date: GeneratedAlways<string>
}

export type SearchPostingTable = {
  document_id: number
  term_id: number
  impact: number
}

export type SearchStatisticsTable = {
  only_one: Generated<boolean>
  documents: number
  average_title_length: number
  average_text_length: number
  changes: Generated<number>
  refreshed_at: Date
}

export type SearchTermTable = {
  id: GeneratedAlways<number>
  term: string
  document_frequency: Generated<number>
}

export type SearchTextTable = {
  document_id: number
  url: string
  title: string
  summary: string
  text: string
  meta: Json
  words: string
  title_length: number
  text_length: number
  hash: string | null
}

export type SynonymRingTable = {
  id: string
  version: Generated<number>
  is_curated: Generated<boolean>
  removed_at: Date | null
  changed_at: Date
  to_index: number | null
  indexed: number | null
}

export type SynonymRingWordTable = {
  ring_id: string
  place: number
  word: string
  form: string
  first: string
  stems: string[]
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    search_document: SearchDocumentTable
    search_posting: SearchPostingTable
    search_statistics: SearchStatisticsTable
    search_term: SearchTermTable
    search_text: SearchTextTable
    synonym_ring: SynonymRingTable
    synonym_ring_word: SynonymRingWordTable
  }
}
