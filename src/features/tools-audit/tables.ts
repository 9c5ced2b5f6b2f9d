// Written by `npm run types` from the migrations: change those instead.


export type ToolTable = {
  id: string
  slug: string
  name: string
  purposes: string[]
  listed_by: string | null
  created_at: Date
}

export type ToolAnswerTable = {
  organisation_id: string
  tool_id: string
  answer: 'open' | 'view' | 'blocked'
  said_on: string
  person_id: string | null
}

export type ToolFactTable = {
  id: string
  tool_id: string
  matter: 'describes' | 'maker' | 'address' | 'cost' | 'licence' | 'where-kept' | 'accessibility' | 'sign-in' | 'records' | 'runs-on'
  says: string | null
  source_name: string
  source_url: string | null
  source_as_of: string
  person_id: string | null
  said_at: Date
}

export type ToolReviewTable = {
  id: string
  tool_id: string
  organisation_id: string
  person_id: string | null
  version: string
  reviewed_on: string
  rating: number
  found: string
  written_at: Date
  withdrawn_at: Date | null
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    tool: ToolTable
    tool_answer: ToolAnswerTable
    tool_fact: ToolFactTable
    tool_review: ToolReviewTable
  }
}
