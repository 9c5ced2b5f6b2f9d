import { organisationPath } from '#features/organisations/index.ts'
import type { ExportField, ExportRow } from '#plumbing/export.ts'
import { londonDay } from '#ui/date.ts'
import { costBandLabels, type PublishedProblem, problemPath } from './problem.ts'

/** What the world may see of a problem: in files, and wherever else data is given out. */
export const publicFields: ExportField[] = [
  { name: 'id', type: 'string', describes: 'Stays the same for good' },
  { name: 'page', type: 'string', describes: 'Path of its page' },
  { name: 'title', type: 'string', describes: 'Title' },
  { name: 'organisation', type: 'string', describes: 'Who published it, by its present name' },
  { name: 'organisation_page', type: 'string', describes: 'Path of the page of who published it' },
  {
    name: 'service_id',
    type: 'integer',
    describes: 'Number of its service in the Local Government Services List',
  },
  { name: 'service', type: 'string', describes: 'Name of its service' },
  { name: 'state', type: 'string', describes: 'published or solved' },
  { name: 'happens', type: 'string', describes: 'What happens' },
  { name: 'affected', type: 'string', describes: 'Who is affected' },
  { name: 'evidence', type: 'string', describes: 'How they know' },
  { name: 'evidence_links', type: 'list', describes: 'Web addresses of the evidence' },
  { name: 'cost_band', type: 'string', describes: 'What it costs to do nothing: a band, pounds a year' },
  { name: 'cost', type: 'string', describes: 'What makes up the cost' },
  { name: 'tried', type: 'string', describes: 'What was tried' },
  { name: 'good_outcome', type: 'string', describes: 'What a good outcome looks like' },
  { name: 'solved_how', type: 'string', describes: 'How it was solved' },
  { name: 'solved_on', type: 'date', describes: 'Day on which it was marked as solved' },
  { name: 'published_on', type: 'date', describes: 'Day of publication' },
  { name: 'changed_on', type: 'date', describes: 'Day of the last change' },
  { name: 'version', type: 'integer', describes: 'Number of the last version' },
]

export const publicProblem = (problem: PublishedProblem): ExportRow & { id: string } => ({
  id: problem.id,
  page: problemPath(problem.slug),
  title: problem.title,
  organisation: problem.organisation.name,
  organisation_page: organisationPath(problem.organisation.slug),
  service_id: problem.service_id,
  service: problem.service,
  state: problem.state,
  happens: problem.happens,
  affected: problem.affected,
  evidence: problem.evidence,
  evidence_links: problem.evidence_links,
  cost_band: problem.cost_band && costBandLabels[problem.cost_band],
  cost: problem.cost,
  tried: problem.tried,
  good_outcome: problem.good_outcome,
  solved_how: problem.closing_note,
  solved_on: problem.closed_at && londonDay(problem.closed_at),
  published_on: londonDay(problem.published_at),
  changed_on: londonDay(problem.changed_at),
  version: problem.version,
})
