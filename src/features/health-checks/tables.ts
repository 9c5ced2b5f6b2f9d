// Written by `npm run types` from the migrations: change those instead.


export type HealthLinkTable = {
  link_hash: string
  round_id: string
  organisation_id: string
  person_id: string
}

export type HealthPauseTable = {
  collaboration_id: string
  organisation_id: string
  since: Date
  person_id: string | null
}

export type HealthReplyTable = {
  round_id: string
  organisation_id: string
  aims: number
  pace: number
  deciding: number
  language: number
  cover: number
  note: string | null
  answered_at: Date
  person_id: string | null
}

export type HealthRoundTable = {
  id: string
  collaboration_id: string
  month: string
  opened_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    health_link: HealthLinkTable
    health_pause: HealthPauseTable
    health_reply: HealthReplyTable
    health_round: HealthRoundTable
  }
}
