import { roundName, saidDate } from './funding.ts'
import type { Project } from './page-queries.ts'

/** What the world may see of a project, by name and in this order: in files, and wherever else data is given out. */
export const publicFields = [
  'id',
  'address',
  'title',
  'organisation',
  'partners',
  'department',
  'phase',
  'state',
  'stop_reason',
  'starts_on',
  'ends_on',
  'partners_welcome_until',
  'collaboration_level',
  'budget_min',
  'budget_max',
  'fund_round',
  'fund_amount_pounds',
  'fund_decided_on',
  'why',
  'problem',
  'users_and_needs',
  'early_market_engagement',
  'prior_work',
  'existing_team',
  'additional_info',
  'outcome',
  'tags',
  'source',
  'source_url',
  'source_as_of',
] as const

export type PublicProject = Record<(typeof publicFields)[number], string | number | null>

const joined = (values: (string | null)[]) => values.filter(Boolean).join('|')

/** Lists are joined with bars, as in the files that projects come from. */
export function publicProject(project: Project, baseUrl: string): PublicProject {
  const { organisation, partners, funding, sources, tags } = project
  return {
    id: project.id,
    address: `${baseUrl}/projects/${project.slug}`,
    title: project.title,
    organisation: organisation?.name ?? null,
    partners: joined(partners.map(({ name }) => name)),
    department: project.department,
    phase: project.phase,
    state: project.state,
    stop_reason: project.stop_reason,
    starts_on: project.starts_on,
    ends_on: project.ends_on,
    partners_welcome_until: project.partners_welcome_until,
    collaboration_level: project.collaboration_level,
    budget_min: project.budget_min,
    budget_max: project.budget_max,
    fund_round: joined(funding.map(({ round }) => roundName(round))),
    fund_amount_pounds: joined(funding.map(({ amount_pounds }) => amount_pounds?.toString() ?? null)),
    fund_decided_on: joined(
      funding.map(({ decided_on, decided_precision }) => saidDate(decided_on, decided_precision)),
    ),
    why: project.why,
    problem: project.problem,
    users_and_needs: project.users_and_needs,
    early_market_engagement: project.early_market_engagement,
    prior_work: project.prior_work,
    existing_team: project.existing_team,
    additional_info: project.additional_info,
    outcome: project.outcome,
    tags: joined(tags),
    source: joined(sources.map(({ name }) => name)),
    source_url: joined(sources.map(({ url }) => url)),
    source_as_of: joined(sources.map(({ as_of }) => as_of)),
  }
}
