import type { OrganisationMove } from '#features/organisations/index.ts'

/** The tools that an organisation proposed. */
export const movedTools: OrganisationMove = {
  part: 'tools-proposed',
  label: { one: 'tool that it proposed', many: 'tools that it proposed' },
  table: 'tool',
  column: 'listed_by',
}

export const movedReviews: OrganisationMove = {
  part: 'tool-reviews',
  label: { one: 'review of a tool', many: 'reviews of tools' },
  table: 'tool_review',
  column: 'organisation_id',
}

/** What it can open, but for what the other said of the same tool. */
export const movedAnswers: OrganisationMove = {
  part: 'tool-answers',
  label: { one: 'tool that it can or cannot open', many: 'tools that it can or cannot open' },
  table: 'tool_answer',
  column: 'organisation_id',
  key: ['organisation_id', 'tool_id'],
  unlessSame: ['tool_id'],
}
