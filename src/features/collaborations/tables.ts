// Written by `npm run types` from the migrations: change those instead.


export type CollaborationTable = {
  id: string
  plan_id: string
  purpose: string
  visibility: 'public' | 'public-sector' | 'partners'
  begun_by_organisation: string
  begun_by: string | null
  begun_at: Date
  changed_at: Date
}

export type CollaborationLinkTable = {
  id: string
  collaboration_id: string
  organisation_id: string
  title: string
  href: string
  visibility: 'public' | 'public-sector' | 'partners'
  added_at: Date
  added_by: string | null
}

export type CollaborationPartnerTable = {
  id: string
  collaboration_id: string
  organisation_id: string
  state: 'asked' | 'joined' | 'declined' | 'left'
  roles: string[]
  asked_at: Date
  asked_by: string | null
  decided_at: Date | null
  decided_by: string | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    collaboration: CollaborationTable
    collaboration_link: CollaborationLinkTable
    collaboration_partner: CollaborationPartnerTable
  }
}
