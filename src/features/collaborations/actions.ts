import type { Visibility } from '#features/accounts/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { PublishedPlan } from '#features/project-plans/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import {
  aboutPath,
  askable,
  type Collaboration,
  obstacleToBeginning,
  type PartnerRole,
  requireLead,
  takingPartIn,
} from './collaboration.ts'
import { holdIfShown } from './hold-actions.ts'
import { answeredLetter, askedLetter, leftLetter } from './letters.ts'
import { lockOwn } from './own-queries.ts'
import { findByPlan } from './queries.ts'
import {
  askPartners,
  decidePartner,
  insertCollaboration,
  lockCollaboration,
  setRoles,
  updateCollaboration,
} from './stored-collaborations.ts'
import { tellOrganisations, tellPartners, tellWidened } from './telling-actions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'collaboration.begun': { planId: string; visibility: Visibility }
    'collaboration.changed': { visibility: Visibility }
    'collaboration.asked': { organisationIds: string[] }
    'collaboration.joined': { roles: PartnerRole[] }
    'collaboration.declined': Record<string, never>
    'collaboration.left': Record<string, never>
    'collaboration.roles-set': { roles: PartnerRole[] }
  }
}

const subjectOf = (id: string) => ({ kind: 'collaboration', id })

async function ask(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  {
    collaborationId,
    planId,
    organisations,
  }: { collaborationId: string; planId: string; organisations: OrganisationName[] },
) {
  const organisationIds = organisations.map(({ id }) => id)
  const asked_at = clock.now()
  await askPartners(trx, collaborationId, { organisationIds, asked_at, asked_by: actor.id })
  await recordActivity(trx, clock, {
    kind: 'collaboration.asked',
    subject: subjectOf(collaborationId),
    actor,
    detail: { organisationIds },
  })
  const collaboration = (await findByPlan(trx, planId))!
  await tellOrganisations(trx, clock, {
    organisations,
    key: `collaboration ${collaborationId} asked ${asked_at.toISOString()}`,
    letterFor: ({ name }) => askedLetter(collaboration, name),
  })
}

export type About = { purpose: string; visibility: Visibility }
type Beginning = About & { plan: PublishedPlan; roles: PartnerRole[] }

/** Begins the collaboration on a project: one's own organisation is in it, the others that take part are asked. */
export const beginCollaboration = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { plan, roles, ...about }: Beginning,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const obstacle = obstacleToBeginning(actor, plan)
    if (obstacle) throw failure('conflict', obstacle)
    const id = newId()
    const now = clock.now()
    const isFirst = await insertCollaboration(trx, {
      ...about,
      id,
      plan_id: plan.id,
      begun_by_organisation: actor.actingFor.id,
      begun_by: actor.id,
      begun_at: now,
    })
    if (!isFirst) throw failure('conflict', 'A collaboration on this project was begun meanwhile.')
    const own = actor.actingFor.id
    await askPartners(trx, id, { organisationIds: [own], asked_at: now, asked_by: actor.id })
    const place = { collaborationId: id, organisationId: own }
    await decidePartner(trx, place, { state: 'joined', roles, decided_at: now, decided_by: actor.id })
    const { visibility } = about
    const detail = { planId: plan.id, visibility }
    await recordActivity(trx, clock, { kind: 'collaboration.begun', subject: subjectOf(id), actor, detail })
    await holdIfShown(trx, clock, actor, { id, visibility })
    const organisations = takingPartIn(plan).filter(organisation => organisation.id !== own)
    await ask(trx, clock, actor, { collaborationId: id, planId: plan.id, organisations })
  })

/** Asks an organisation that takes part in the project to join: for the first time, or after it declined or left. */
export const askPartner = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration, organisationId }: { collaboration: Collaboration; organisationId: string },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { id, plan, partners } = await lockOwn(trx, actor, collaboration)
    const organisation = askable(plan, partners).find(found => found.id === organisationId)
    if (!organisation)
      throw failure('conflict', 'It was asked already, or no longer takes part in the project.')
    await ask(trx, clock, actor, { collaborationId: id, planId: plan.id, organisations: [organisation] })
  })

/** What stands once nobody else can change it. */
async function locked(trx: Db, { id, plan }: Collaboration): Promise<Collaboration> {
  await lockCollaboration(trx, id)
  return (await findByPlan(trx, plan.id))!
}

type Answer = { collaboration: Collaboration; isJoined: boolean; roles: PartnerRole[] }

/** Answers, as a lead, whether the organisation one acts for joins. */
export const answerAsking = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration, isJoined, roles }: Answer,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const standing = await locked(trx, collaboration)
    const { id: organisationId, name } = actor.actingFor
    const own = standing.partners.find(({ organisation }) => organisation.id === organisationId)
    if (own?.state !== 'asked') throw failure('conflict', 'This was answered already.')
    requireLead(actor, 'To join')
    const { id } = standing
    await decidePartner(
      trx,
      { collaborationId: id, organisationId },
      {
        state: isJoined ? 'joined' : 'declined',
        roles: isJoined ? roles : [],
        decided_at: clock.now(),
        decided_by: actor.id,
      },
    )
    const subject = subjectOf(id)
    if (isJoined)
      await recordActivity(trx, clock, { kind: 'collaboration.joined', subject, actor, detail: { roles } })
    else await recordActivity(trx, clock, { kind: 'collaboration.declined', subject, actor, detail: {} })
    await tellPartners(trx, clock, standing, {
      key: `collaboration ${id} answered ${organisationId} ${own.asked_at.toISOString()}`,
      letterFor: told => answeredLetter(standing, { organisation: name, told: told.name, isJoined }),
    })
  })

/** Takes the organisation one acts for out of it, as its lead. What it said there stays. */
export const leaveCollaboration = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const standing = await lockOwn(trx, actor, collaboration)
    const { id: organisationId, name } = actor.actingFor
    requireLead(actor, 'To leave')
    const { id } = standing
    const left_at = clock.now()
    await decidePartner(
      trx,
      { collaborationId: id, organisationId },
      { state: 'left', roles: [], decided_at: left_at, decided_by: actor.id },
    )
    await recordActivity(trx, clock, {
      kind: 'collaboration.left',
      subject: subjectOf(id),
      actor,
      detail: {},
    })
    await tellPartners(trx, clock, (await findByPlan(trx, standing.plan.id))!, {
      key: `collaboration ${id} left ${organisationId} ${left_at.toISOString()}`,
      letterFor: told => leftLetter(standing, { organisation: name, told: told.name }),
    })
  })

/** Says what the organisation one acts for does in it. */
export const changeRoles = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration, roles }: { collaboration: Collaboration; roles: PartnerRole[] },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { id } = await lockOwn(trx, actor, collaboration)
    await setRoles(trx, { collaborationId: id, organisationId: actor.actingFor.id }, roles)
    await recordActivity(trx, clock, {
      kind: 'collaboration.roles-set',
      subject: subjectOf(id),
      actor,
      detail: { roles },
    })
  })

/** Says anew what it is for and who sees that it is there; for leads, as it shows their organisations. */
export const changeAbout = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration, about }: { collaboration: Collaboration; about: About },
): Promise<void> =>
  db.transaction().execute(async trx => {
    requireLead(actor, 'To change what it says')
    const locked = await lockOwn(trx, actor, collaboration)
    const { id } = locked
    await updateCollaboration(trx, id, { ...about, changed_at: clock.now() })
    await holdIfShown(trx, clock, actor, { id, visibility: about.visibility })
    await tellWidened(trx, clock, {
      collaboration: locked,
      from: locked.visibility,
      to: about.visibility,
      by: actor,
      what: 'the collaboration',
      href: aboutPath(locked.plan.slug),
    })
    await recordActivity(trx, clock, {
      kind: 'collaboration.changed',
      subject: subjectOf(id),
      actor,
      detail: { visibility: about.visibility },
    })
  })
