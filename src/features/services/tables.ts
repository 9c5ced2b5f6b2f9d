// Written by `npm run types` from the migrations: change those instead.
import type { GeneratedAlways } from 'kysely'

export type ServiceTable = {
  id: number
  name: string
  description: string
  status: 'live' | 'discontinued'
  area_id: number | null
  subarea_id: number | null
  providing_tier: string | null
  govuk_slug: string | null
  listed_on: string | null
  revised_on: string | null
  words: GeneratedAlways<string>
  source: string
  source_as_of: string
  created_at: Date
}

export type ServiceAreaTable = {
  id: number
  label: string
  parent_id: number | null
  source: string
  source_as_of: string
  created_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    service: ServiceTable
    service_area: ServiceAreaTable
  }
}
