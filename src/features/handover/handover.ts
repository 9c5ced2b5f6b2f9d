import { decidesFor } from '#features/accounts/index.ts'
import { type Actor, isMemberOf } from '#plumbing/actor.ts'
import type { HandoverItemTable, HandoverTable } from './tables.ts'

export type Handover = HandoverTable
export type Item = HandoverItemTable
export type Why = HandoverTable['why']

export const handoverPath = (id: string) => `/handovers/${id}`
export const packPath = (id: string) => `/handovers/${id}/pack`
export const offerPath = (id: string) => `/handovers/${id}/offer`
export const linkPath = (secret: string) => `/handovers/from-mail/${secret}`
export const noticePath = (membershipId: string) => `/memberships/${membershipId}/notice`

/** Days without a sign of life, after something began to wait for someone, until a handover begins. */
export const silentDays = 60

/** Days for which the link of a mail works. */
export const linkDays = 90

export const longestNote = 4000
export const longestRefusal = 500

/** Why it began, in words for colleagues. */
export const whyWords: Record<Why, string> = {
  notice: 'they said that they are leaving',
  lead: 'a lead said that they are leaving',
  bounce: 'mail to them comes back',
  silence: `nothing was heard from them for ${silentDays} days, while something waited for their answer`,
  left: 'they no longer speak for the organisation',
}

export const stateWords: Record<Item['state'], string> = {
  open: 'nobody was asked yet',
  offered: 'offered, no answer yet',
  taken: 'taken over',
  'left-to-leads': 'the leads say who takes it',
  'held-by-nobody': 'held by nobody',
  gone: 'no longer theirs to hand over',
}

/** What still asks for someone. */
export const isOpenItem = ({ state }: Pick<Item, 'state'>) =>
  state === 'open' || state === 'offered' || state === 'left-to-leads'

/** As what someone deals with a handover: of what is not theirs to know there is none. */
export type Standing = 'leaver' | 'lead'

export function standingTo(
  actor: Actor,
  { person_id, organisation_id }: Pick<Handover, 'person_id' | 'organisation_id'>,
): Standing | null {
  if (actor.kind === 'person' && actor.id === person_id)
    return isMemberOf(actor, organisation_id) ? 'leaver' : null
  return decidesFor(actor, organisation_id) ? 'lead' : null
}
