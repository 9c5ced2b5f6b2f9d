import { type Visibility, visibilities, visibilityLabels } from '#features/accounts/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { PublishedPlan } from '#features/project-plans/index.ts'
import { type Actor, isLeadOf, isMemberOf, isOfPublicSector, type Speaker } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'

/** What an organisation does in a collaboration; several may do the same, and one several. */
export const partnerRoles = ['coordinates', 'builds', 'tests', 'pays', 'runs', 'advises'] as const
export type PartnerRole = (typeof partnerRoles)[number]

export const roleLabels: Record<PartnerRole, string> = {
  coordinates: 'Coordinates',
  builds: 'Designs and builds',
  tests: 'Tests with its residents and staff',
  pays: 'Pays a share',
  runs: 'Hosts or runs what comes of it',
  advises: 'Advises',
}

export type PartnerState = 'asked' | 'joined' | 'declined' | 'left'

export type CollaborationPartner = {
  organisation: OrganisationName
  /** 'left' also where the organisation no longer takes part in the project. */
  state: PartnerState
  roles: PartnerRole[]
  asked_at: Date
  decided_at: Date | null
}

/** Organisations doing a project together. */
export type Collaboration = {
  id: string
  plan: PublishedPlan
  purpose: string
  visibility: Visibility
  begunBy: OrganisationName
  begun_at: Date
  /** All that were asked, in the order in which they were. */
  partners: CollaborationPartner[]
}

/** How someone stands to a collaboration: of one of its partners, of a public body, or anyone else. */
export type Standing = 'partner' | 'public-sector' | 'public'

export const collaborationPath = (slug: string) => `/projects/${slug}/collaboration`
export const joiningPath = (slug: string) => `${collaborationPath(slug)}/joining`
export const partnersPath = (slug: string) => `${collaborationPath(slug)}/partners`
export const aboutPath = (slug: string) => `${collaborationPath(slug)}/about`
export const linksPath = (slug: string) => `${collaborationPath(slug)}/links`

/** Of one organisation in one collaboration. */
export const linksAtMost = 20

/** The organisations that have said yes and take part. */
export const joined = ({ partners }: Pick<Collaboration, 'partners'>): CollaborationPartner[] =>
  partners.filter(({ state }) => state === 'joined')

export const joinedIds = (collaboration: Pick<Collaboration, 'partners'>): string[] =>
  joined(collaboration).map(({ organisation }) => organisation.id)

export function standingOf(actor: Actor, collaboration: Pick<Collaboration, 'partners'>): Standing {
  if (joinedIds(collaboration).some(id => isMemberOf(actor, id))) return 'partner'
  return isOfPublicSector(actor) ? 'public-sector' : 'public'
}

/** Whether an item of a collaboration is for someone. What is for partners is for nobody else: not for curators either. */
export const maySeeItem = (standing: Standing, visibility: Visibility): boolean =>
  standing === 'partner' ||
  visibility === 'public' ||
  (visibility === 'public-sector' && standing === 'public-sector')

/** Whether an item is for more people than the collaboration that it is in, which they do not find. */
export const isWider = (item: Visibility, collaboration: Visibility): boolean =>
  visibilities.indexOf(item) < visibilities.indexOf(collaboration)

/** Who sees an item: nobody who does not see the collaboration that it is in. */
export const seenBy = (item: Visibility, { visibility }: Pick<Collaboration, 'visibility'>): Visibility =>
  isWider(item, visibility) ? visibility : item

export const seenByWords = (item: Visibility, collaboration: Pick<Collaboration, 'visibility'>): string =>
  visibilityLabels[seenBy(item, collaboration)]

/** Whether an organisation one belongs to was asked to join, and has not answered. */
export const isAsked = (actor: Actor, { partners }: Pick<Collaboration, 'partners'>): boolean =>
  partners.some(({ state, organisation }) => state === 'asked' && isMemberOf(actor, organisation.id))

/** Refuses whoever does not lead the organisation that they act for: what binds it is for its leads. */
export function requireLead(actor: Speaker, act: string): void {
  const { id, name } = actor.actingFor
  if (!isLeadOf(actor, id)) throw failure('forbidden', `${act} binds ${name}: a lead of it does that.`)
}

/** The organisations that take part in a project: whose it is, then its confirmed partners. */
export const takingPartIn = ({ organisation, partners }: PublishedPlan): OrganisationName[] => [
  organisation,
  ...partners.filter(({ state }) => state === 'confirmed').map(partner => partner.organisation),
]

/** Those that take part in the project and can be asked into the collaboration: never asked, declined, or left it. */
export function askable(plan: PublishedPlan, partners: CollaborationPartner[]): OrganisationName[] {
  const inIt = new Set(
    partners
      .filter(({ state }) => state === 'asked' || state === 'joined')
      .map(({ organisation }) => organisation.id),
  )
  return takingPartIn(plan).filter(({ id }) => !inIt.has(id))
}

/** Why someone cannot begin a collaboration on a project for the organisation that they act for; null when they can. */
export function obstacleToBeginning(actor: Speaker, plan: PublishedPlan): string | null {
  const { id, name } = actor.actingFor
  const taking = takingPartIn(plan)
  if (!taking.some(organisation => organisation.id === id))
    return `${name} does not take part in this project.`
  if (plan.state !== 'published') return 'This project was withdrawn.'
  if (taking.length < 2)
    return 'A collaboration needs two organisations. Name a partner of the project first; when it has confirmed, come back.'
  return isLeadOf(actor, id) ? null : `To take part binds ${name}: a lead of it begins this.`
}
