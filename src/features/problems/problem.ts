import { maySee, type Visibility } from '#features/accounts/index.ts'
import type { Hidden } from '#features/moderation/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import { type Actor, hasDuty, isMemberOf, type Speaker } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { freeSlug } from '#plumbing/slug.ts'
import type { ProblemTable } from './tables.ts'

export type ProblemState = ProblemTable['state']

export const stateWords: Record<ProblemState, string> = {
  draft: 'Draft',
  published: 'Open',
  withdrawn: 'Withdrawn',
  solved: 'Solved',
}

/** What something costs a year, in bands: exactness would stop people from answering. */
export const costBands = ['under-10k', '10k-50k', '50k-250k', '250k-1m', 'over-1m'] as const
export type CostBand = (typeof costBands)[number]

export const costBandLabels: Record<CostBand, string> = {
  'under-10k': 'Under £10,000 a year',
  '10k-50k': '£10,000 to £50,000 a year',
  '50k-250k': '£50,000 to £250,000 a year',
  '250k-1m': '£250,000 to £1 million a year',
  'over-1m': 'Over £1 million a year',
}

/** What is said in a problem: all that makes a version of it. No solution is among it. */
export type ProblemParts = {
  title: string
  happens: string
  affected: string | null
  evidence: string | null
  evidence_links: string[]
  cost_band: CostBand | null
  cost: string | null
  tried: string | null
  service_id: number | null
  good_outcome: string | null
  visibility: Visibility | null
}

export type Problem = ProblemParts & {
  id: string
  slug: string | null
  state: ProblemState
  organisation: OrganisationName
  region: string | null
  organisation_type: string | null
  service: string | null
  area_id: number | null
  area: string | null
  compared_at: Date | null
  version: number
  created_at: Date
  changed_at: Date
  published_at: Date | null
  closed_at: Date | null
  closing_note: string | null
  /** It waits for a curator, or one has taken it down. */
  hidden: Hidden | null
  /** The problem that it was merged into, which stands for it. */
  merged_into: string | null
  /** Who else may see it, where it is shown only to organisations that were named. */
  readers: OrganisationName[]
}

/** What was published once: it has an address, and someone who may see it. */
export type PublishedProblem = Problem & {
  slug: string
  state: Exclude<ProblemState, 'draft'>
  visibility: Visibility
  published_at: Date
}

export const isPublished = (problem: Problem): problem is PublishedProblem => problem.state !== 'draft'

/** A draft is seen in its organisation; what is held or withheld also by curators; the rest by whom it was published for. */
export function maySeeProblem(actor: Actor, problem: Problem): boolean {
  if (isMemberOf(actor, problem.organisation.id)) return true
  if (!isPublished(problem)) return false
  if (problem.hidden) return hasDuty(actor, 'curator')
  const organisationIds = [problem.organisation, ...problem.readers].map(({ id }) => id)
  return maySee(actor, { visibility: problem.visibility, organisationIds })
}

/** Who would see it had a curator not taken it down is told that, and why. */
export const isWithheldFrom = (actor: Actor, problem: PublishedProblem): boolean =>
  problem.hidden?.state === 'withheld' &&
  !maySeeProblem(actor, problem) &&
  maySeeProblem(actor, { ...problem, hidden: null })

/** What an organisation may change: its members only, while they act for it, and unless another problem stands for it. */
export function requireOwn(actor: Speaker, problem: Problem | undefined): Problem {
  if (!problem || !isMemberOf(actor, problem.organisation.id)) throw failure('absent', '')
  if (actor.actingFor.id !== problem.organisation.id)
    throw failure(
      'forbidden',
      `This belongs to ${problem.organisation.name}, and you act for ${actor.actingFor.name} just now. Change the organisation you act for, at the top of the page.`,
    )
  if (problem.merged_into)
    throw failure(
      'conflict',
      'This problem was merged into another, so it cannot be changed. Its page says which, and who can undo that.',
    )
  return problem
}

/** Whether everyone may see it and it is to be found: what search, files and figures hold. */
export const isFindable = (problem: Problem): problem is PublishedProblem =>
  ['published', 'solved'].includes(problem.state) &&
  problem.visibility === 'public' &&
  !problem.hidden &&
  !problem.merged_into

export const problemPath = (slug: string) => `/problems/${slug}`

/** Where its organisation works on it: by its id while it is a draft. */
export const ownPath = ({ id, slug }: { id: string; slug: string | null }) => problemPath(slug ?? id)

/** Addresses under /problems that are no problem's. */
const reserved = new Set(['new'])

export const isId = (ref: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(ref)

/** An address that is free, and cannot be taken for an id. */
export const freeProblemSlug = (base: string, taken: ReadonlySet<string>): string =>
  freeSlug(base, slug => taken.has(slug) || reserved.has(slug) || isId(slug))
