// Written by `npm run types` from the migrations: change those instead.


export type StanceTable = {
  id: string
  problem_id: string
  organisation_id: string
  number: number
  confirmed_at: Date
  confirmed_by: string | null
  ends_on: string
  reminded_at: Date | null
  expired_at: Date | null
  withdrawn_at: Date | null
}

export type StanceVersionTable = {
  stance_id: string
  number: number
  act: 'taken' | 'changed' | 'confirmed' | 'withdrawn' | 'expired'
  says: 'have-it' | 'fixed-it' | 'tried-and-stopped' | 'do-not-have-it'
  affected: string | null
  size: 'under-100' | '100-to-999' | '1000-to-9999' | '10000-or-more' | null
  cost: 'under-10k' | '10k-50k' | '50k-250k' | '250k-1m' | 'over-1m' | null
  urgency: 'now' | 'this-year' | 'later' | null
  offers: string[]
  story: string | null
  note: string | null
  written_by: string | null
  written_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    stance: StanceTable
    stance_version: StanceVersionTable
  }
}
