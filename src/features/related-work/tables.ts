// Written by `npm run types` from the migrations: change those instead.
import type { Generated } from 'kysely'

export type WorkTable = {
  id: string
  kind: 'project' | 'fund-application' | 'notice'
  title: string
  path: string
  organisation_id: string | null
  phase: string | null
  outcome: string | null
  amount_pounds: number | null
  dated: string | null
  created_at: Date
  is_listed: Generated<boolean>
}

export type WorkKeyTable = {
  key: string
  work_id: string
}

export type WorkRelationTable = {
  from_id: string
  relation: 'became' | 'follows' | 'same work'
  to_id: string
  ground: string
  source: string
  as_of: string
  created_at: Date
}

export type WorkServiceTable = {
  work_id: string
  service_id: number
  ground: string
  source: string
  as_of: string
  created_at: Date
  said_by: Generated<'editors' | 'owner'>
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    work: WorkTable
    work_key: WorkKeyTable
    work_relation: WorkRelationTable
    work_service: WorkServiceTable
  }
}
