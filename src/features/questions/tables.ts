// Written by `npm run types` from the migrations: change those instead.


export type QuestionTable = {
  id: string
  thing_kind: 'problem' | 'project' | 'opportunity'
  thing_id: string
  organisation_id: string
  person_id: string | null
  words: string
  asked_at: Date
  changed_at: Date | null
  told_at: Date | null
}

export type QuestionAnswerTable = {
  id: string
  question_id: string
  organisation_id: string
  person_id: string | null
  words: string
  answered_at: Date
  changed_at: Date | null
  told_at: Date | null
  accepted_at: Date | null
}

export type QuestionMentionTable = {
  question_id: string
  organisation_id: string
  answer_id: string | null
  told_at: Date | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    question: QuestionTable
    question_answer: QuestionAnswerTable
    question_mention: QuestionMentionTable
  }
}
