// Written by `npm run types` from the migrations: change those instead.


export type ReviewTable = {
  id: string
  kind: string
  subject_id: string
  organisation_id: string
  owner_id: string | null
  deputy_id: string | null
  is_public: boolean
  phase: string
  confirmed_at: Date
  confirmed_as: 'owner' | 'deputy' | 'lead' | 'member' | 'change' | null
  due_on: string
  stage: 'fresh' | 'owner' | 'deputy' | 'leads' | 'banner' | 'resting' | 'archived'
  stage_on: string
  closed_at: Date | null
}

export type ReviewAskTable = {
  id: string
  review_id: string
  person_id: string | null
  role: 'owner' | 'deputy' | 'lead'
  due_on: string
  link_hash: string | null
  asked_at: Date
  used_at: Date | null
  answer: 'still-true' | 'changed' | 'finished' | 'not-ours' | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    review: ReviewTable
    review_ask: ReviewAskTable
  }
}
