import type { Hidden } from '#features/moderation/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import { type Actor, hasDuty, isMemberOf } from '#plumbing/actor.ts'

/** One wording of a supplier's reply; `id` is that of the wording, which is what curators read and people report. */
export type ShownReply = {
  id: string
  reply_id: string
  product_id: string
  system_id: string | null
  organisation: OrganisationName
  version: number
  words: string
  written_at: Date
  withdrawn_at: Date | null
  hidden: Hidden | null
}

export const longestReply = 1500

/** Where one wording stands by itself, also while a curator has yet to read it. */
export const replyPath = (id: string) => `/replies/${id}`

/** Where a supplier replies: to the page of its product, or to what is said of one organisation's system. */
export const replyFormPath = (productSlug: string, systemId?: string | null) =>
  `/products/${productSlug}/reply${systemId ? `/${systemId}` : ''}`

/** A wording that is not held is for everyone, until the supplier withdraws it. */
export const maySeeReply = (actor: Actor, { organisation, hidden, withdrawn_at }: ShownReply) =>
  (!hidden && withdrawn_at === null) || isMemberOf(actor, organisation.id) || hasDuty(actor, 'curator')
