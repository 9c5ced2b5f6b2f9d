// Written by `npm run types` from the migrations: change those instead.


export type AdoptionTable = {
  id: string
  asset_id: string
  organisation_id: string
  number: number
  said_at: Date
  said_by: string | null
  ended_at: Date | null
  told_at: Date | null
}

export type AdoptionVersionTable = {
  adoption_id: string
  number: number
  act: 'made' | 'changed' | 'ended'
  state: 'looking' | 'trial' | 'live' | 'stopped'
  release: string | null
  since: string | null
  days: number | null
  cost: 'under-10k' | '10k-50k' | '50k-100k' | '100k-250k' | '250k-1m' | 'over-1m' | null
  took: string | null
  why: string | null
  talks: boolean
  written_by: string | null
  written_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    adoption: AdoptionTable
    adoption_version: AdoptionVersionTable
  }
}
