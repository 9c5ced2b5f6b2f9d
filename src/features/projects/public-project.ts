import type { ExportField, ExportRow } from '#plumbing/export.ts'
import { roundName, saidDate } from './funding.ts'
import type { Project } from './page-queries.ts'
import { sectionHeadings, sectionNames } from './project.ts'
import { linkKindLabels, takesPart } from './written-project.ts'

/** What the world may see of a project: in files, and wherever else data is given out. */
export const publicFields: ExportField[] = [
  { name: 'id', type: 'string', describes: 'Stays the same for good' },
  { name: 'page', type: 'string', describes: 'Path of its page' },
  {
    name: 'title',
    type: 'string',
    describes: 'Title, or words that describe it where the source gives none',
  },
  { name: 'organisation', type: 'string', describes: 'Who leads it, by its present name where known' },
  { name: 'organisation_as_published', type: 'string', describes: 'Who leads it, as the source names it' },
  { name: 'partners', type: 'list', describes: 'Who takes part' },
  { name: 'department', type: 'string', describes: 'Part of the organisation' },
  { name: 'phase', type: 'string', describes: 'idea, discovery, alpha, beta, live or retired' },
  {
    name: 'state',
    type: 'string',
    describes: 'planned, live, finished, stopped, or earlier: nothing later is known',
  },
  { name: 'stop_reason', type: 'string', describes: 'Why it stopped' },
  { name: 'starts_on', type: 'date', describes: 'Start of the phase' },
  { name: 'ends_on', type: 'date', describes: 'Estimated end of the phase' },
  {
    name: 'finished_on',
    type: 'date',
    describes: 'Day on which the work was done, where the organisation says so here',
  },
  { name: 'partners_welcome_until', type: 'date', describes: 'Last day on which partners may join' },
  { name: 'collaboration_level', type: 'string', describes: 'As chosen on the former Pipeline' },
  { name: 'budget_min', type: 'integer', describes: 'Lower end of the budget band, pounds' },
  { name: 'budget_max', type: 'integer', describes: 'Upper end of the budget band, pounds; empty when open' },
  { name: 'fund_rounds', type: 'list', describes: 'Rounds of the Local Digital Fund that gave it money' },
  {
    name: 'fund_amounts',
    type: 'list',
    describes: 'Sums in pounds, in the same order; “not known” where so',
  },
  { name: 'fund_decided', type: 'list', describes: 'When, in the same order, as exactly as is known' },
  ...sectionNames.map((name): ExportField => ({ name, type: 'string', describes: sectionHeadings[name] })),
  { name: 'outcome', type: 'string', describes: 'What came of it' },
  { name: 'learned', type: 'string', describes: 'What those who did it learned' },
  { name: 'roles_sought', type: 'string', describes: 'Who is looked for to take part' },
  {
    name: 'links',
    type: 'list',
    describes: 'Code, research and documents: what it is, its name, its address',
  },
  { name: 'tags', type: 'list', describes: 'Tags of the former Pipeline' },
  { name: 'sources', type: 'list', describes: 'Where this comes from' },
  { name: 'source_addresses', type: 'list', describes: 'Web addresses of the sources' },
  { name: 'sources_as_of', type: 'list', describes: 'When each source was taken in' },
]

export function publicProject(project: Project): ExportRow & { id: string } {
  const { organisation, partners, funding, sources } = project
  return {
    id: project.id,
    page: `/projects/${project.slug}`,
    title: project.title,
    organisation: organisation?.name ?? null,
    organisation_as_published: project.organisation_as_published,
    partners: partners.filter(takesPart).map(({ name }) => name),
    department: project.department,
    phase: project.phase,
    state: project.state,
    stop_reason: project.stop_reason,
    starts_on: project.starts_on,
    ends_on: project.ends_on,
    finished_on: project.finished_on,
    partners_welcome_until: project.partners_welcome_until,
    collaboration_level: project.collaboration_level,
    budget_min: project.budget_min,
    budget_max: project.budget_max,
    fund_rounds: funding.map(({ round }) => roundName(round)),
    fund_amounts: funding.map(({ amount_pounds }) => amount_pounds?.toString() ?? 'not known'),
    fund_decided: funding.map(({ decided_on, decided_precision }) => saidDate(decided_on, decided_precision)),
    ...Object.fromEntries(sectionNames.map(name => [name, project[name]])),
    outcome: project.outcome,
    learned: project.learned,
    roles_sought: project.roles_sought,
    links: project.links.map(({ kind, label, url }) => `${linkKindLabels[kind]}: ${label}, ${url}`),
    tags: project.tags,
    sources: sources.map(({ name }) => name),
    source_addresses: sources.flatMap(({ url }) => url ?? []),
    sources_as_of: sources.map(({ as_of }) => as_of),
  }
}
