import type { ReviewAskTable, ReviewTable } from './tables.ts'

export type Review = ReviewTable
export type Stage = ReviewTable['stage']
export type Role = ReviewAskTable['role']
export type ConfirmedAs = NonNullable<ReviewTable['confirmed_as']>
export type Answer = NonNullable<ReviewAskTable['answer']>

export const answers = ['still-true', 'changed', 'finished', 'not-ours'] as const satisfies Answer[]

/** Who confirmed it, for those who may not know the name. */
export const confirmerWords: Record<ConfirmedAs, string> = {
  owner: 'its owner',
  deputy: 'its deputy',
  lead: 'a lead of its organisation',
  member: 'a member of its organisation',
  change: 'a change to it',
}

export const reviewPath = (id: string) => `/reviews/${id}`
export const decayPath = '/reviews'
export const unconfirmedPath = '/not-confirmed'
export const answerPath = (secret: string, answer: Answer) => `/still-true/${secret}/${answer}`
