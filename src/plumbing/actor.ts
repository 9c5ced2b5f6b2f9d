/** A person's place in an organisation. A lead speaks for it and says who else may. */
export type Membership = {
  organisationId: string
  role: 'member' | 'lead'
  /** A council or another public body: what is shown to the public sector is shown to its members. */
  isPublicSector: boolean
}

/** What a person does for the platform as a whole. */
export type Duty = 'curator' | 'operator'

/** Someone signed in, with the memberships that were confirmed; `actingFor` is the organisation they speak for just now. */
export type Person = {
  kind: 'person'
  id: string
  memberships: Membership[]
  actingFor: { id: string; name: string } | null
  duties: Duty[]
}

/** Who acts: a visitor reading without an account, a person, the operator at the command line, or Pipeline itself. */
export type Actor = { kind: 'visitor' } | Person | { kind: 'operator' } | { kind: 'system' }

export const visitor: Actor = { kind: 'visitor' }
export const operator: Actor = { kind: 'operator' }
export const system: Actor = { kind: 'system' }

const isPerson = (actor: Actor): actor is Person => actor.kind === 'person'

const membershipIn = (actor: Actor, organisationId: string | null) =>
  isPerson(actor)
    ? actor.memberships.find(membership => membership.organisationId === organisationId)
    : undefined

export const isMemberOf = (actor: Actor, organisationId: string | null) =>
  membershipIn(actor, organisationId) !== undefined

export const isLeadOf = (actor: Actor, organisationId: string | null) =>
  membershipIn(actor, organisationId)?.role === 'lead'

export const hasDuty = (actor: Actor, duty: Duty) => isPerson(actor) && actor.duties.includes(duty)

/** Whether what councils and other public bodies show only each other may be shown. */
export const isOfPublicSector = (actor: Actor) =>
  hasDuty(actor, 'curator') ||
  (isPerson(actor) && actor.memberships.some(({ isPublicSector }) => isPublicSector))

/** A person who speaks for an organisation just now: what every act in an organisation's name needs. */
export type Speaker = Person & { actingFor: NonNullable<Person['actingFor']> }

export const isSpeaker = (actor: Actor): actor is Speaker =>
  isPerson(actor) && actor.actingFor !== null && isMemberOf(actor, actor.actingFor.id)

/** Whether a person speaks for a council or another public body just now. */
export const isPublicSpeaker = (actor: Actor): actor is Speaker =>
  isSpeaker(actor) && membershipIn(actor, actor.actingFor.id)?.isPublicSector === true

/**
 * A rule on who may use a route, with the name that the access matrix shows. What `invites` leads a visitor to sign in
 * and back; otherwise who may not use it meets a page that does not exist.
 */
export type Access<A extends Actor = Actor> = {
  name: string
  invites?: true
  allows(actor: Actor): actor is A
}

export const anyone: Access = { name: 'anyone', allows: (actor): actor is Actor => actor !== undefined }

/** Someone with an account, whether or not an organisation has confirmed them. */
export const people: Access<Person> = { name: 'people', invites: true, allows: isPerson }

/** Members acting for an organisation. */
export const speakers: Access<Speaker> = { name: 'speakers', invites: true, allows: isSpeaker }

const withDuty = (duty: Duty): Access<Person> => ({
  name: `${duty}s`,
  allows: (actor): actor is Person => hasDuty(actor, duty),
})

export const curators = withDuty('curator')
export const operators = withDuty('operator')
