// Written by `npm run types` from the migrations: change those instead.


export type OrganisationAdditionTable = {
  id: string
  name: string
  kind: 'public-body' | 'supplier' | 'charity' | 'network'
  website: string | null
  ground: string
  state: 'waiting' | 'confirmed' | 'refused'
  asked_by: string | null
  asked_at: Date
  decided_by: string | null
  decided_at: Date | null
  organisation_id: string | null
}

export type OrganisationTieTable = {
  id: string
  kind: 'owner' | 'group'
  body_id: string
  member_id: string
  ground: string
  state: 'waiting' | 'confirmed' | 'refused' | 'ended'
  asked_by: string | null
  asked_at: Date
  decided_by: string | null
  decided_at: Date | null
  said_for: string | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    organisation_addition: OrganisationAdditionTable
    organisation_tie: OrganisationTieTable
  }
}
