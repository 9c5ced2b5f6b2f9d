// Written by `npm run types` from the migrations: change those instead.


export type HandoverTable = {
  id: string
  person_id: string | null
  organisation_id: string
  why: 'notice' | 'lead' | 'bounce' | 'silence' | 'left'
  begun_at: Date
  last_day: string | null
  note: string | null
  left_at: Date | null
  ended_at: Date | null
  ended_as: 'done' | 'taken-back' | null
}

export type HandoverItemTable = {
  id: string
  handover_id: string
  kind: string
  owned_id: string
  title: string
  path: string
  state: 'open' | 'offered' | 'taken' | 'left-to-leads' | 'held-by-nobody' | 'gone'
  heir_id: string | null
  refusal: string | null
  refused_by: string | null
  decided_at: Date | null
}

export type HandoverLinkTable = {
  hash: string
  handover_id: string
  person_id: string
  made_at: Date
  used_at: Date | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    handover: HandoverTable
    handover_item: HandoverItemTable
    handover_link: HandoverLinkTable
  }
}
