import { roundName } from '#features/projects/index.ts'
import type { ExportField, ExportRow } from '#plumbing/export.ts'
import { roundCertainty } from './fund-application.ts'
import type { Application } from './page-queries.ts'

/** What the world may see of a bid: in files, and wherever else data is given out. */
export const publicFields: ExportField[] = [
  { name: 'id', type: 'string', describes: 'Stays the same for good' },
  { name: 'page', type: 'string', describes: 'Path of its page' },
  { name: 'title', type: 'string', describes: 'Title as published' },
  {
    name: 'title_is_ours',
    type: 'boolean',
    describes: 'The source has no title; Pipeline’s editors worded it',
  },
  { name: 'kind', type: 'string', describes: 'application or expression-of-interest' },
  { name: 'lead', type: 'string', describes: 'Who made the bid, by its present name where known' },
  { name: 'lead_as_published', type: 'string', describes: 'Who made the bid, as the source names it' },
  { name: 'partners', type: 'list', describes: 'Who else took part' },
  { name: 'round', type: 'string', describes: 'Round of the Local Digital Fund' },
  { name: 'round_is_inferred', type: 'boolean', describes: 'The round is worked out, not published' },
  { name: 'outcome', type: 'string', describes: 'What became of it, in the fund’s words' },
  { name: 'theme', type: 'string', describes: 'What it is about' },
  { name: 'problem_summary', type: 'string', describes: 'The problem in Pipeline’s own words' },
  { name: 'source', type: 'string', describes: 'Where this comes from' },
  { name: 'source_address', type: 'string', describes: 'Web address of the source' },
  { name: 'source_as_of', type: 'date', describes: 'When it was taken in' },
]

export const publicApplication = (bid: Application): ExportRow & { id: string } => ({
  id: bid.id,
  page: `/fund/applications/${bid.slug}`,
  title: bid.title,
  title_is_ours: bid.title_is_ours,
  kind: bid.kind,
  lead: bid.organisation?.name ?? null,
  lead_as_published: bid.organisation_as_published,
  partners: bid.partners.map(({ name }) => name),
  round: bid.round && roundName(bid.round),
  round_is_inferred: bid.round && roundCertainty(bid.round_basis).isInferred,
  outcome: bid.outcome,
  theme: bid.theme,
  problem_summary: bid.problem_summary,
  source: bid.source_name,
  source_address: bid.source_url,
  source_as_of: bid.source_as_of,
})
