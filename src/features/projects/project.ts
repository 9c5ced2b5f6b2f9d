import type { BudgetBand } from './budget-band.ts'
import type { Funding } from './funding.ts'

export const phases = ['idea', 'discovery', 'alpha', 'beta', 'live', 'retired'] as const
export type Phase = (typeof phases)[number]

export const states = ['planned', 'live', 'finished', 'stopped', 'earlier'] as const
export type State = (typeof states)[number]

export const stateWords: Record<State, string> = {
  planned: 'Planned',
  live: 'Under way',
  finished: 'Finished',
  stopped: 'Stopped',
  earlier: 'No later news',
}

export const phaseWords: Record<Phase, string> = {
  idea: 'Idea',
  discovery: 'Discovery',
  alpha: 'Alpha',
  beta: 'Beta',
  live: 'Live',
  retired: 'Retired',
}

/** The long texts of a project, in the order in which they are read: the problem first. The names are those of the former Pipeline pages. */
export const sectionHeadings = {
  problem: 'Problem to be solved',
  why: 'Why the work is being done',
  users_and_needs: 'Who the users are and what they need to do',
  early_market_engagement: 'Early market engagement',
  prior_work: 'Any work that’s already been done',
  existing_team: 'Existing team',
  additional_info: 'Additional information',
} as const
export type SectionName = keyof typeof sectionHeadings
export const sectionNames = Object.keys(sectionHeadings) as SectionName[]

/** What sources say about a project; null is "not said". Dates are YYYY-MM-DD. */
export type ProjectFacts = Record<SectionName, string | null> & {
  title: string
  title_is_description: boolean
  organisation_as_published: string | null
  department: string | null
  phase: Phase | null
  stop_reason: string | null
  starts_on: string | null
  ends_on: string | null
  /** The day on which the work was done, where that is said. */
  finished_on: string | null
  partners_welcome_until: string | null
  collaboration_level: string | null
  budget_as_published: string | null
  budget_min: number | null
  budget_max: number | null
  outcome: string | null
  other_sections: { heading: string; text: string }[]
  tags: string[]
}

export const nothingSaid: Omit<ProjectFacts, 'title'> = {
  title_is_description: false,
  organisation_as_published: null,
  department: null,
  phase: null,
  stop_reason: null,
  starts_on: null,
  ends_on: null,
  finished_on: null,
  partners_welcome_until: null,
  collaboration_level: null,
  budget_as_published: null,
  budget_min: null,
  budget_max: null,
  outcome: null,
  why: null,
  problem: null,
  users_and_needs: null,
  early_market_engagement: null,
  prior_work: null,
  existing_team: null,
  additional_info: null,
  other_sections: [],
  tags: [],
}

const isSaid = (value: unknown) => value !== null && (!Array.isArray(value) || value.length > 0)

/** Facts of two sources about one project: where both speak the first is believed, where one is silent the other fills in. */
export function joinFacts(first: ProjectFacts, second: ProjectFacts): ProjectFacts {
  const entries = Object.keys(second) as (keyof ProjectFacts)[]
  return Object.fromEntries(
    entries.map(name => [name, isSaid(first[name]) ? first[name] : second[name]]),
  ) as ProjectFacts
}

// Without an end date, news older than this says nothing about today.
const monthsOfNews = 24

/**
 * Where a project stands on a day. `dated_on` is the latest date its sources give: without an end, what has not been
 * heard of for two years is "earlier", for nobody knows whether it went on.
 */
export function stateOn(
  today: string,
  {
    stop_reason,
    phase,
    starts_on,
    ends_on,
    finished_on,
    dated_on,
  }: Pick<ProjectFacts, 'stop_reason' | 'phase' | 'starts_on' | 'ends_on' | 'finished_on'> & {
    dated_on: string
  },
): State {
  if (stop_reason !== null) return 'stopped'
  if (phase === 'retired' || finished_on !== null) return 'finished'
  if (ends_on !== null && ends_on < today) return 'finished'
  if (starts_on !== null && starts_on > today) return 'planned'
  if (ends_on === null && dated_on < monthsBefore(today, monthsOfNews)) return 'earlier'
  return phase === 'idea' ? 'planned' : 'live'
}

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - months)
  return date.toISOString().slice(0, 10)
}

/** Why the state is what it is, where the word alone would claim more than is known. */
export function groundOfState({
  state,
  stop_reason,
  ends_on,
  finished_on,
  phase,
  dated_on,
}: Pick<ProjectFacts, 'stop_reason' | 'ends_on' | 'finished_on' | 'phase'> & {
  state: State
  dated_on: string
}): string | null {
  if (state === 'stopped') return stop_reason
  if (state === 'earlier') return `its sources say nothing after ${dated_on.slice(0, 4)}`
  return state === 'finished' && phase !== 'retired' && !finished_on && ends_on
    ? 'its estimated end has passed'
    : null
}

export const budgetOf = ({
  budget_min,
  budget_max,
}: Pick<ProjectFacts, 'budget_min' | 'budget_max'>): BudgetBand | null =>
  budget_min === null ? null : { min: budget_min, max: budget_max }

/** A project as one source publishes it. What the source does not speak of is left out. */
export type PublishedProject = {
  format: 'pipeline-page' | 'pipeline-projects' | 'fund-awards'
  /** Names the project for good; several sources of one project may share it. */
  key: string
  url: string | null
  facts: ProjectFacts
  partners?: string[]
  funding?: Funding
  updates?: { date: string | null; text: string }[]
  remarks?: string[]
}

export const pipelineAddress = (number: string) => `https://pipeline.localgov.digital/wiki/${number}`

/** The latest day a source gives, of those that have come; null when it gives none. */
export function latestDate({ facts, funding, updates = [] }: PublishedProject, today: string): string | null {
  const given = [facts.starts_on, facts.ends_on, funding?.decided_on, ...updates.map(({ date }) => date)]
  const past = given.filter(date => date && date <= today).sort()
  return past.at(-1) ?? facts.starts_on
}
