// Written by `npm run types` from the migrations: change those instead.


export type FundApplicationTable = {
  id: string
  slug: string
  title: string
  title_is_ours: boolean
  kind: 'application' | 'expression-of-interest'
  organisation_id: string | null
  organisation_as_published: string | null
  round: string | null
  round_basis: string | null
  round_rank: number
  outcome: string
  theme: string | null
  problem_summary: string | null
  source_url: string | null
  source_name: string
  source_as_of: string
  created_at: Date
}

export type FundApplicationPartnerTable = {
  fund_application_id: string
  position: number
  organisation_id: string | null
  name_as_published: string
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    fund_application: FundApplicationTable
    fund_application_partner: FundApplicationPartnerTable
  }
}
