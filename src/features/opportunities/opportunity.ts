import { type Actor, hasDuty } from '#plumbing/actor.ts'
import type { OpportunityTable } from './tables.ts'

export type OpportunityState = OpportunityTable['state']

export const stateWords: Record<OpportunityState, string> = {
  proposed: 'Proposed',
  published: 'Published',
  dismissed: 'Dismissed',
  merged: 'Merged into another',
}

export const writingPath = '/opportunities/new'
/** Parts of addresses that no need may have. */
export const reserved: ReadonlySet<string> = new Set(['new'])

export const opportunityPath = (slug: string) => `/opportunities/${slug}`

type Standing = Pick<OpportunityTable, 'state' | 'published_at'>

/** What was never published is for curators; what once was keeps its page. */
export const isSeenBy = (actor: Actor, { published_at }: Standing) =>
  published_at !== null || hasDuty(actor, 'curator')

export const longestTitle = 150
export const longestText = 2000
