// Written by `npm run types` from the migrations: change those instead.


export type ProblemMergeTable = {
  id: string
  goes_id: string
  stays_id: string
  reason: string
  state: 'proposed' | 'refused' | 'taken-back' | 'expired' | 'merged' | 'undone'
  proposed_by: string | null
  proposed_at: Date
  ended_at: Date | null
  undone_at: Date | null
  undone_by: string | null
  undone_for: string | null
  undo_reason: string | null
}

export type ProblemMergeAnswerTable = {
  merge_id: string
  side: 'goes' | 'stays'
  says: 'yes' | 'no'
  reason: string | null
  organisation_id: string
  answered_by: string | null
  answered_at: Date
}

export type ProblemNotSameTable = {
  id: string
  one_id: string
  other_id: string
  said_at: Date
}

export type ProblemPairTable = {
  one_id: string
  other_id: string
  similarity: number
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    problem_merge: ProblemMergeTable
    problem_merge_answer: ProblemMergeAnswerTable
    problem_not_same: ProblemNotSameTable
    problem_pair: ProblemPairTable
  }
}
