// Written by `npm run types` from the migrations: change those instead.


export type CheckJudgementTable = {
  id: string
  question_hash: string
  kind: string
  subject_id: string
  says: 'same' | 'not-the-same'
  organisation_id: string | null
  said_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    check_judgement: CheckJudgementTable
  }
}
