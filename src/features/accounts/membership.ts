import { z } from 'zod'
import { type Actor, hasDuty, isLeadOf, isMemberOf, type Membership } from '#plumbing/actor.ts'
import { optionalText, requiredChoice, requiredText, tick } from '#plumbing/form.ts'
import { longestNext } from './person.ts'
import type { MembershipTable } from './tables.ts'

export type Role = Membership['role']
export type Ground = MembershipTable['ground']

export const roles = ['member', 'lead'] as const

export const roleMeanings: Record<Role, string> = {
  member: 'Publishes for the organisation',
  lead: 'Publishes, and says who else may',
}

export const groundWords: Record<Ground, string> = {
  domain: 'by work address',
  word: 'by a lead or a curator',
  'single-sign-on': 'by the organisation’s own sign-in',
}

/** How many organisations one person may ask in a day: each asks people to decide. */
export const requestLimit = { most: 10, minutes: 24 * 60 }

/** Whether someone says who speaks for an organisation. */
export const decidesFor = (actor: Actor, organisationId: string) =>
  isLeadOf(actor, organisationId) || hasDuty(actor, 'curator')

/** The same person with the organisation that the act is about, so that the record names no other of theirs. */
export const actingIn = (actor: Actor, organisation: { id: string; name: string }): Actor =>
  actor.kind === 'person'
    ? { ...actor, actingFor: isMemberOf(actor, organisation.id) ? organisation : null }
    : actor

export type Step = {
  organisation: { id: string; name: string; slug: string }
  date: string
  certainty: 'done' | 'legislated' | 'provisional'
  part: 'whole' | 'part' | 'unclear'
}

/** What an organisation has become by a day ('YYYY-MM-DD'); what is only planned does not count. */
export const successorsBy = <S extends Step>(steps: S[], today: string): S[] =>
  steps.filter(({ date, certainty }) => certainty !== 'provisional' && date <= today)

/** Whether all of an organisation became one other: then whoever spoke for it is of the new one, beyond doubt. */
export const isWholeOf = (successors: Step[]) =>
  successors.length === 1 && successors.every(({ part }) => part === 'whole')

export const decisionForm = z.object({
  decision: requiredChoice(['confirm', 'refuse'], 'Choose whether to confirm or refuse'),
})
export const roleForm = z.object({ role: requiredChoice(roles, 'Choose a role'), knows: tick })
export const endingForm = z.object({ knowsEnd: tick })

/** The answer in `choice` that no organisation of the address is meant. */
export const otherChoice = 'other'
export const noneChoice = 'none'

const profileFields = {
  name: requiredText('Write your name', 100),
  jobTitle: optionalText(100),
  isShown: tick,
}

export const longestOffer = 1000
export const profileForm = z.object({ ...profileFields, offers: optionalText(longestOffer) })

/** A choice between the organisations of the address, or another by its name. */
export const organisationForm = z.object({ choice: optionalText(40), organisation: optionalText(200) })

export const welcomeForm = organisationForm.extend({
  ...profileFields,
  next: z.string().max(longestNext).catch('').default(''),
})
