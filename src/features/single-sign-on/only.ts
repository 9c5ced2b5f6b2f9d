import { z } from 'zod'
import { type Actor, hasDuty, isLeadOf } from '#plumbing/actor.ts'
import { requiredChoice } from '#plumbing/form.ts'

export const onlyForm = z.object({ only: requiredChoice(['yes', 'no'], 'Choose how people sign in') })

/** Who says how an organisation's people sign in. */
export const decidesSignIn = (actor: Actor, organisationId: string) =>
  isLeadOf(actor, organisationId) || hasDuty(actor, 'curator')

/** Whose sign-in must have worked once, so that nobody locks an organisation out: a lead's own, or for a curator any lead's. */
export const proofBy = (actor: Actor & { id: string }, organisationId: string): string | null =>
  isLeadOf(actor, organisationId) ? actor.id : null

/** Where an organisation says how its people sign in. */
export const signInPath = (slug: string) => `/organisations/${slug}/sign-in`
