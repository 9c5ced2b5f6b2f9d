import type { OrganisationFacts, OrganisationName } from '#features/organisations/index.ts'
import { type Actor, isPublicSpeaker, type Person, type Speaker } from '#plumbing/actor.ts'
import type { About } from './question.ts'

/** What one can ask about, whoever may see it. */
export type Thing = About & {
  title: string
  path: string
  /** Whose it is; null for a common need, which belongs to nobody. */
  organisation: OrganisationName | null
  /** Who began it there, where that is known; never shown. */
  ownerId: string | null
  isSeenBy(actor: Actor): boolean
  /** Everyone finds it. */
  isListed: boolean
  /** It is not closed, merged or taken down. */
  isOpen: boolean
  /** A call is open that suppliers answer. */
  takesSuppliers: boolean
}

/** As someone of one organisation alone, whatever else they belong to. */
const narrowed = (actor: Person, organisationId: string): Person => ({
  ...actor,
  duties: [],
  memberships: actor.memberships.filter(membership => membership.organisationId === organisationId),
})

/** Whether someone may ask and answer for their organisation: it sees the thing itself, and suppliers answer calls alone. */
export const mayTakePart = (thing: Thing, actor: Speaker): boolean =>
  thing.isOpen &&
  (isPublicSpeaker(actor) || thing.takesSuppliers) &&
  thing.isSeenBy(narrowed(actor, actor.actingFor.id))

export const isPublicBody = ({ kind }: Pick<OrganisationFacts, 'kind'>) =>
  kind === 'council' || kind === 'public-body'

/** Someone who speaks for an organisation, to ask what it may do. */
export const speakerOf = (
  organisation: Pick<OrganisationFacts, 'id' | 'name' | 'kind'>,
  id = '',
): Speaker => ({
  kind: 'person',
  id,
  memberships: [
    { organisationId: organisation.id, role: 'member', isPublicSector: isPublicBody(organisation) },
  ],
  actingFor: { id: organisation.id, name: organisation.name },
  duties: [],
})
