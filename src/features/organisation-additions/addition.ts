import { z } from 'zod'
import type { Tie } from '#features/organisations/index.ts'
import { type Actor, hasDuty, isSpeaker } from '#plumbing/actor.ts'
import { optionalText, requiredChoice, requiredText, tick } from '#plumbing/form.ts'
import { webAddress } from '#plumbing/web-address.ts'
import type { OrganisationAdditionTable } from './tables.ts'

export type AddedKind = OrganisationAdditionTable['kind']

export const kinds = ['public-body', 'supplier', 'charity', 'network'] as const

export const kindWords: Record<AddedKind, { label: string; hint: string }> = {
  'public-body': {
    label: 'Another public body',
    hint: 'Such as a fire authority, a police force or a regulator',
  },
  supplier: { label: 'A supplier or shared-service company', hint: 'Also one that councils own' },
  charity: { label: 'A charity', hint: 'Or another body that works for no profit' },
  network: {
    label: 'A network or group',
    hint: 'Such as the group of a region, or a partnership of councils',
  },
}

/** A name of the internet, with a dot and an ending; no number of a machine. */
const hasFullName = /^[^.]+(\.[^.]+)*\.(?:[a-z]{2,}|xn--[a-z\d-]+)$/

const website = optionalText(300).transform((text, context) => {
  if (text === null) return null
  const address = webAddress(/^https?:/i.test(text) ? text : `https://${text}`)
  if (address && hasFullName.test(new URL(address).hostname)) return address
  context.addIssue({ code: 'custom', message: 'Write its full web address, such as https://www.example.org' })
  return z.NEVER
})

const ground = requiredText('Write how you know', 500)

export const additionForm = z.object({
  name: requiredText('Write its name', 200),
  kind: requiredChoice(kinds, 'Choose what it is'),
  website,
  ground,
  isNew: tick,
})

export const decisionForm = z.object({
  decision: requiredChoice(['confirm', 'refuse'], 'Choose whether to confirm or refuse'),
})

export const ways = ['owned-by', 'owns', 'has', 'is-in'] as const
export type Way = (typeof ways)[number]

/** What one organisation may have to do with the other, said of the one whose page it is. */
export const wayWords: Record<Way, string> = {
  'owned-by': 'The other owns it, or a part of it',
  owns: 'It owns the other, or a part of it',
  has: 'The other is in it: it is a group or network',
  'is-in': 'It is in the other, which is a group or network',
}

export const tieForm = z.object({
  way: requiredChoice(ways, 'Choose what they have to do with each other'),
  other: requiredText('Write the name of the other organisation', 200),
  ground,
})

/** A way as it is kept, seen from `own`. */
export const tieFrom = (way: Way, own: string, other: string): Tie => ({
  kind: way === 'owned-by' || way === 'owns' ? 'owner' : 'group',
  ...(way === 'owned-by' || way === 'has'
    ? { bodyId: own, memberId: other }
    : { bodyId: other, memberId: own }),
})

export const tieSentence = (tie: { kind: Tie['kind']; body: string; member: string }) =>
  tie.kind === 'owner' ? `${tie.member} owns ${tie.body}` : `${tie.member} is in ${tie.body}`

/** Who may say what organisations have to do with each other, for curators to confirm. */
export const maySayTies = (actor: Actor) => isSpeaker(actor) || hasDuty(actor, 'curator')

/** Why a curator does not decide on what they asked for. */
export const anotherDecides = 'Another curator decides on what you asked for yourself.'

export const newAdditionPath = '/organisation-additions/new'
export const additionsPath = '/organisation-additions'
export const tiesPath = (slug: string) => `/organisations/${slug}/ties`
