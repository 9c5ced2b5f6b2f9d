import type { OrganisationFacts } from '#features/organisations/index.ts'
import { maySeeProblem, type Problem } from '#features/problems/index.ts'
import { type Actor, hasDuty, isLeadOf, isMemberOf, isSpeaker } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import type { ProblemMergeAnswerTable, ProblemMergeTable } from './tables.ts'

export type MergeState = ProblemMergeTable['state']
export type Side = ProblemMergeAnswerTable['side']
export type Says = ProblemMergeAnswerTable['says']

/** For so long owners can answer, and a merge can be undone. */
export const days = 30

const daysAfter = (since: Date, count: number) => new Date(since.getTime() + count * 86_400_000)

/** When a proposal that nobody answered ends. */
export const answersUntil = (proposedAt: Date) => daysAfter(proposedAt, days)

/** Until when a merge can be undone. */
export const undoUntil = (mergedAt: Date) => daysAfter(mergedAt, days)

/** Proposals made before then have ended. */
export const endedBefore = (now: Date) => daysAfter(now, -days)

export const mergesPath = '/problem-merges'
export const mergePath = (id: string) => `${mergesPath}/${id}`
export const judgementsPath = `${mergesPath}/judgements`
export const proposingPath = (slug: string) => `/problems/${slug}/merge`

export const stateWords: Record<MergeState, string> = {
  proposed: 'Waits for an answer',
  refused: 'Refused',
  'taken-back': 'Taken back',
  expired: 'Not answered in time',
  merged: 'Merged',
  undone: 'Merged, and undone since',
}

/** Who owns a problem today: the organisation that raised it, or the one that took over from it. */
export type Owner = OrganisationFacts & {
  /** Without a lead, everyone who speaks for it can answer. */
  hasLead: boolean
  hasPeople: boolean
}

/** The two problems of a merge, each with who owns it. */
export type Sides = Record<Side, { problem: Problem; owner: Owner }>

export const sides: Side[] = ['goes', 'stays']

/** Whether someone, as they act just now, decides for an organisation that owns a problem. */
export const decidesFor = (actor: Actor, { id, hasLead }: Owner) =>
  isSpeaker(actor) && actor.actingFor.id === id && (!hasLead || isLeadOf(actor, id))

export const isOfEither = (actor: Actor, { goes, stays }: Sides) =>
  [goes, stays].some(
    ({ owner, problem }) => isMemberOf(actor, owner.id) || isMemberOf(actor, problem.organisation.id),
  )

/** What stands for the title of a problem that a curator has taken down since. */
export const notShown = 'A problem that is not shown just now'

/** The title of a problem, for who may read it. */
export const titleFor = (actor: Actor, problem: Problem) =>
  maySeeProblem(actor, problem) ? problem.title : notShown

/** What is proposed is for curators and the owners; what was merged they can look at too. */
export const maySeeMerge = (actor: Actor, sides: Sides) =>
  hasDuty(actor, 'curator') || isOfEither(actor, sides)

export const decidesForEither = (actor: Actor, { goes, stays }: Sides) =>
  decidesFor(actor, goes.owner) || decidesFor(actor, stays.owner)

export const mayUndo = (actor: Actor, sides: Sides) =>
  hasDuty(actor, 'curator') || decidesForEither(actor, sides)

export function requireMayAnswer(actor: Actor, sides: Sides): void {
  if (!decidesForEither(actor, sides))
    throw failure('forbidden', 'A lead of an organisation that owns one of these problems answers this.')
}

export function requireMayUndo(actor: Actor, sides: Sides): void {
  if (!mayUndo(actor, sides))
    throw failure(
      'forbidden',
      'A curator, or a lead of an organisation that owns one of them, can undo this.',
    )
}

/** Why two problems cannot be merged as they stand; null when they can. */
export function obstacleToMerging(one: Problem, other: Problem): string | null {
  const both = [one, other]
  if (one.id === other.id) return 'Choose another problem than this one'
  if (both.some(({ merged_into }) => merged_into)) return 'One of them was merged already'
  if (both.some(({ state }) => state === 'withdrawn' || state === 'draft'))
    return 'One of them was withdrawn. Only what is open or solved can be merged'
  if (both.some(({ hidden }) => hidden))
    return 'One of them is not shown just now. A curator decides on it first'
  if (both.some(({ visibility }) => visibility === 'partners'))
    return 'One of them is shown only to organisations that were named, and what is said of it must stay among them'
  if (one.visibility !== other.visibility)
    return 'They are shown to different readers. Who raised one of them can show it to the same readers first'
  return null
}
