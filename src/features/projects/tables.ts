// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type ProjectTable = {
  id: string
  slug: string
  title: string
  title_is_description: boolean
  organisation_id: string | null
  organisation_as_published: string | null
  department: string | null
  phase: 'idea' | 'discovery' | 'alpha' | 'beta' | 'live' | 'retired' | null
  state: 'planned' | 'live' | 'finished' | 'stopped' | 'earlier'
  stop_reason: string | null
  starts_on: string | null
  ends_on: string | null
  partners_welcome_until: string | null
  collaboration_level: string | null
  budget_as_published: string | null
  budget_min: number | null
  budget_max: number | null
  outcome: string | null
  why: string | null
  problem: string | null
  users_and_needs: string | null
  early_market_engagement: string | null
  prior_work: string | null
  existing_team: string | null
  additional_info: string | null
  other_sections: Json
  tags: string[]
  dated_on: string
  created_at: Date
  is_written: Generated<boolean>
  visibility: Generated<'public' | 'public-sector' | 'partners'>
  withdrawn_on: string | null
  withdrawal_reason: string | null
  is_listed: GeneratedAlways<boolean>
  roles_sought: string | null
  learned: string | null
  phase_history: ColumnType<unknown, object | string | undefined, object | string>
  links: ColumnType<unknown, object | string | undefined, object | string>
  finished_on: string | null
}

export type ProjectCountTable = {
  facet: string
  value: string
  projects: number
}

export type ProjectFundingTable = {
  id: string
  project_id: string
  fund: string
  round: string
  stage: string | null
  amount_pounds: number | null
  decided_on: string
  decided_precision: 'day' | 'month' | 'year'
  note: string | null
}

export type ProjectPartnerTable = {
  project_id: string
  position: number
  organisation_id: string | null
  name_as_published: string
  standing: 'asked' | 'confirmed' | null
}

export type ProjectSourceTable = {
  format: 'pipeline-page' | 'pipeline-projects' | 'fund-awards' | 'written'
  key: string
  project_id: string
  name: string
  url: string | null
  as_of: string
  facts: Json
  dated_on: string
}

export type ProjectUpdateTable = {
  project_id: string
  position: number
  said_on: string | null
  text: string
  organisation: string | null
  path: string | null
  changed_on: string | null
  withdrawn_on: string | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    project: ProjectTable
    project_count: ProjectCountTable
    project_funding: ProjectFundingTable
    project_partner: ProjectPartnerTable
    project_source: ProjectSourceTable
    project_update: ProjectUpdateTable
  }
}
