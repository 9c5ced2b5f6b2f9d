// Written by `npm run types` from the migrations: change those instead.


export type IntroductionTable = {
  id: string
  began_with: 'asker' | 'curator'
  asker_id: string
  asked_id: string | null
  thing_kind: string | null
  thing_id: string | null
  thing_title: string | null
  thing_path: string | null
  reason: string | null
  written_by: string | null
  first_at: Date
  second_at: Date
  state: 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'expired'
  is_blocked: boolean
  asked_at: Date
  told_at: Date | null
  told_again_at: Date | null
  ended_at: Date | null
  declined_as: 'no-time' | 'not-ours' | 'decided' | 'read-first' | 'other' | null
  meets_at: Date | null
  outcome_asked_at: Date | null
}

export type IntroductionBlockTable = {
  organisation_id: string
  blocked_id: string
  person_id: string | null
  since: Date
}

export type IntroductionLinkTable = {
  hash: string
  introduction_id: string
  side: string
  person_id: string
  made_at: Date
}

export type IntroductionSideTable = {
  introduction_id: string
  side: 'asker' | 'asked'
  person_id: string | null
  agreed_at: Date | null
  chose_at: Date | null
  outcome: 'met' | 'working-together' | 'no-fit' | null
  no_fit_as: 'other-need' | 'no-time' | 'no-answer' | 'other' | null
  outcome_at: Date | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    introduction: IntroductionTable
    introduction_block: IntroductionBlockTable
    introduction_link: IntroductionLinkTable
    introduction_side: IntroductionSideTable
  }
}
