import { maySee, type Visibility } from '#features/accounts/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { Phase, PhaseSince, ProjectFacts, ProjectLink, SectionName } from '#features/projects/index.ts'
import { type Actor, isMemberOf, isSpeaker, type Speaker } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import type { PlanPartnerTable, PlanTable, PlanVersionTable } from './tables.ts'

export type PlanState = PlanTable['state']
export type PlanAct = PlanVersionTable['act']

/** Rough sums: exactness would stop people from answering. Pounds, both ends included. */
export const budgetBands = {
  'under-10k': { min: 0, max: 10_000 },
  '10k-50k': { min: 10_000, max: 50_000 },
  '50k-100k': { min: 50_000, max: 100_000 },
  '100k-250k': { min: 100_000, max: 250_000 },
  '250k-1m': { min: 250_000, max: 1_000_000 },
  'over-1m': { min: 1_000_000, max: null },
} as const
export type BudgetBand = keyof typeof budgetBands
export const budgetBandNames = Object.keys(budgetBands) as BudgetBand[]

export const budgetBandLabels: Record<BudgetBand, string> = {
  'under-10k': 'Under £10,000',
  '10k-50k': '£10,000 to £50,000',
  '50k-100k': '£50,000 to £100,000',
  '100k-250k': '£100,000 to £250,000',
  '250k-1m': '£250,000 to £1 million',
  'over-1m': 'Over £1 million',
}

/** How closely others may work with it, in the words of the former Pipeline. */
export const collaborationLevels = ['Share ideas', 'Open to conversation', 'Looking for partners'] as const
export type CollaborationLevel = (typeof collaborationLevels)[number]

/** All that is said in a project and makes a version of it. Dates are YYYY-MM-DD. */
export type PlanParts = Record<SectionName, string | null> & {
  title: string
  department: string | null
  phase: Phase | null
  starts_on: string | null
  ends_on: string | null
  finished_on: string | null
  phase_history: PhaseSince[]
  partners_welcome_until: string | null
  roles_sought: string | null
  budget: BudgetBand | null
  collaboration_level: CollaborationLevel | null
  tags: string[]
  links: ProjectLink[]
  service_id: number | null
  visibility: Visibility | null
  outcome: string | null
  learned: string | null
  stop_reason: string | null
}

export const nothingPlanned: Omit<PlanParts, 'title'> = {
  department: null,
  why: null,
  problem: null,
  users_and_needs: null,
  early_market_engagement: null,
  prior_work: null,
  existing_team: null,
  additional_info: null,
  phase: null,
  starts_on: null,
  ends_on: null,
  finished_on: null,
  phase_history: [],
  partners_welcome_until: null,
  roles_sought: null,
  budget: null,
  collaboration_level: null,
  tags: [],
  links: [],
  service_id: null,
  visibility: null,
  outcome: null,
  learned: null,
  stop_reason: null,
}

export type PartnerState = PlanPartnerTable['state']

/** An organisation that takes part in a plan, or may. */
export type Partner = {
  id: string
  organisation: OrganisationName
  began_with: PlanPartnerTable['began_with']
  state: PartnerState
  message: string | null
  asked_at: Date
  decided_at: Date | null
}

export type Plan = {
  id: string
  organisation: OrganisationName
  state: PlanState
  slug: string | null
  said: PlanParts
  version: number
  changed_at: Date
  published_at: Date | null
  withdrawn_at: Date | null
  withdrawal_reason: string | null
  partners: Partner[]
  problemIds: string[]
}

/** What was published once, and so has an address. */
export type PublishedPlan = Plan & { slug: string; state: Exclude<PlanState, 'draft'> }

export const isPublished = (plan: Plan): plan is PublishedPlan => plan.state !== 'draft'

/** Where its organisation works on it. */
export const planPath = (id: string) => `/plans/${id}`

/** Where everyone meets it. */
export const projectPath = (slug: string) => `/projects/${slug}`

/** What an organisation may change: its members only, and while they act for it. */
export function requireOwn(actor: Speaker, plan: Plan | undefined): Plan {
  if (!plan || !isMemberOf(actor, plan.organisation.id)) throw failure('absent', '')
  if (actor.actingFor.id !== plan.organisation.id)
    throw failure(
      'forbidden',
      `This belongs to ${plan.organisation.name}, and you act for ${actor.actingFor.name} just now. Change the organisation you act for, at the top of the page.`,
    )
  return plan
}

/** Named, asked, offering or taking part: not declined and not ended. */
export const isOpenPartner = ({ state }: { state: PartnerState }) =>
  state === 'named' || state === 'waiting' || state === 'confirmed'

export const partnerStateWords = ({ state, began_with }: Pick<Partner, 'state' | 'began_with'>): string =>
  ({
    named: 'not asked yet',
    waiting: began_with === 'owner' ? 'asked, has not answered yet' : 'asks to join',
    confirmed: 'confirmed',
    declined: 'declined',
    ended: 'no longer takes part',
  })[state]

/** Takes part, or was asked to and has not answered. */
const isIn = ({ state, began_with }: Partner) =>
  state === 'confirmed' || (state === 'waiting' && began_with === 'owner')

export const takingPart = ({ partners }: Plan) => partners.filter(isIn)

/** Whether what was published is for someone; moderation is another matter. */
export const isMeantFor = (actor: Actor, plan: Plan): boolean =>
  maySee(actor, {
    visibility: plan.said.visibility ?? 'partners',
    organisationIds: [plan.organisation.id, ...takingPart(plan).map(({ organisation }) => organisation.id)],
  })

/** Updates are written by the owner and its confirmed partners, for the organisation one acts for. */
export const mayWriteUpdates = (actor: Actor, plan: Plan): boolean =>
  isSpeaker(actor) &&
  plan.state === 'published' &&
  (plan.organisation.id === actor.actingFor.id ||
    plan.partners.some(
      ({ state, organisation }) => state === 'confirmed' && organisation.id === actor.actingFor.id,
    ))

/** As `project` keeps it; what a written project cannot say is null. */
export const factsOf = ({ said, organisation }: Plan): ProjectFacts => ({
  title: said.title,
  title_is_description: false,
  organisation_as_published: organisation.name,
  department: said.department,
  phase: said.phase,
  stop_reason: said.stop_reason,
  starts_on: said.starts_on,
  ends_on: said.ends_on,
  finished_on: said.finished_on,
  partners_welcome_until: said.partners_welcome_until,
  collaboration_level: said.collaboration_level,
  budget_as_published: null,
  budget_min: said.budget && budgetBands[said.budget].min,
  budget_max: said.budget && budgetBands[said.budget].max,
  outcome: said.outcome,
  why: said.why,
  problem: said.problem,
  users_and_needs: said.users_and_needs,
  early_market_engagement: said.early_market_engagement,
  prior_work: said.prior_work,
  existing_team: said.existing_team,
  additional_info: said.additional_info,
  other_sections: [],
  tags: said.tags,
})

/** The phases up to now: a new one begins on its start date, or today where that is not later than the one before. */
export function phasesOf({ phase, starts_on, phase_history }: PlanParts, today: string): PhaseSince[] {
  const last = phase_history.at(-1)
  if (phase === null || (last?.phase === phase && (starts_on === null || starts_on === last.since)))
    return phase_history
  const earlier = last?.phase === phase ? phase_history.slice(0, -1) : phase_history
  const before = earlier.at(-1)
  const since = starts_on !== null && (!before || starts_on > before.since) ? starts_on : today
  return [...earlier, { phase, since }]
}
