import { type Collaboration, joinedIds, lockOwn } from '#features/collaborations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { listRoles } from './queries.ts'
import { deleteRole, insertRole, type KeptBy, updateRole } from './stored-roles.ts'
import { rolesAtMost, type SuccessionRole } from './succession.ts'
import { tellNamed } from './telling-actions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'succession.role-named': { collaborationId: string }
    'succession.role-changed': Record<string, never>
    'succession.looked-at': Record<string, never>
    'succession.role-removed': Record<string, never>
    'succession.taken-over': { fromOrganisationId: string }
  }
}

const subjectOf = (id: string) => ({ kind: 'succession-role', id })

export type Said = {
  title: string
  holder: KeptBy
  deputy: KeptBy
  keptWhere: string | null
  note: string | null
}

const columnsOf = ({ title, holder, deputy, keptWhere, note }: Said) => ({
  title,
  holder_id: holder.id,
  holder_title: holder.jobTitle,
  deputy_id: deputy.id,
  deputy_title: deputy.jobTitle,
  kept_where: keptWhere,
  note,
})

const lookedBy = (clock: Clock, { id, actingFor }: Speaker) => ({
  looked_at: clock.now(),
  looked_by_organisation: actingFor.id,
  looked_by: id,
})

/** The roles as they stand once nobody else can change them, in the collaboration as it stands. */
async function lockRoles(trx: Db, actor: Speaker, read: Collaboration) {
  const collaboration = await lockOwn(trx, actor, read)
  return { collaboration, roles: await listRoles(trx, collaboration.id) }
}

const hasTitle = (title: string) => (role: SuccessionRole) => role.title.toLowerCase() === title.toLowerCase()
const isOf =
  ({ actingFor }: Speaker) =>
  ({ organisation }: SuccessionRole) =>
    organisation.id === actingFor.id

/** One's own organisation's role; a Failure where it is another's, or gone. */
function requireOwn(actor: Speaker, roles: SuccessionRole[], id: string): SuccessionRole {
  const role = roles.find(one => one.id === id)
  if (!role) throw failure('absent', '')
  if (!isOf(actor)(role))
    throw failure('forbidden', `${role.organisation.name} says who holds this, and where it lives.`)
  return role
}

/** Names a role of the organisation one acts for; null where it has one of this title. */
export const nameRole = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  said: Said,
): Promise<string | null> =>
  db.transaction().execute(async trx => {
    const own = (await lockRoles(trx, actor, collaboration)).roles.filter(isOf(actor))
    if (own.some(hasTitle(said.title))) return null
    if (own.length >= rolesAtMost)
      throw failure('conflict', `An organisation names up to ${rolesAtMost} roles. Take one out first.`)
    const id = newId()
    await insertRole(trx, {
      ...columnsOf(said),
      ...lookedBy(clock, actor),
      id,
      collaboration_id: collaboration.id,
      organisation_id: actor.actingFor.id,
      named_at: clock.now(),
    })
    await recordActivity(trx, clock, {
      kind: 'succession.role-named',
      subject: subjectOf(id),
      actor,
      detail: { collaborationId: collaboration.id },
    })
    await tellNamed(trx, clock, actor, collaboration, { id, said, before: null })
    return id
  })

/** Changes a role of one's own organisation. False where it has another of this title. */
export const changeRole = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  { id, said }: { id: string; said: Said },
): Promise<boolean> =>
  db.transaction().execute(async trx => {
    const { roles } = await lockRoles(trx, actor, collaboration)
    const before = requireOwn(actor, roles, id)
    const others = roles.filter(isOf(actor)).filter(role => role.id !== id)
    if (others.some(hasTitle(said.title))) return false
    await updateRole(trx, id, { ...columnsOf(said), ...lookedBy(clock, actor) })
    await recordActivity(trx, clock, {
      kind: 'succession.role-changed',
      subject: subjectOf(id),
      actor,
      detail: {},
    })
    await tellNamed(trx, clock, actor, collaboration, { id, said, before })
    return true
  })

/** Says that a role of one's own organisation is right as it stands. */
export const lookAtRole = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  id: string,
): Promise<void> =>
  db.transaction().execute(async trx => {
    requireOwn(actor, (await lockRoles(trx, actor, collaboration)).roles, id)
    await updateRole(trx, id, lookedBy(clock, actor))
    await recordActivity(trx, clock, {
      kind: 'succession.looked-at',
      subject: subjectOf(id),
      actor,
      detail: {},
    })
  })

/** Takes a role of one's own organisation out of the plan. */
export const removeRole = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  id: string,
): Promise<void> =>
  db.transaction().execute(async trx => {
    requireOwn(actor, (await lockRoles(trx, actor, collaboration)).roles, id)
    await deleteRole(trx, id)
    await recordActivity(trx, clock, {
      kind: 'succession.role-removed',
      subject: subjectOf(id),
      actor,
      detail: {},
    })
  })

/** Makes a role of an organisation that has left one of one's own, with what it says and without who held it. */
export const takeOverRole = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  read: Collaboration,
  id: string,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { collaboration, roles } = await lockRoles(trx, actor, read)
    const role = roles.find(one => one.id === id)
    if (!role) throw failure('absent', '')
    if (joinedIds(collaboration).includes(role.organisation.id))
      throw failure('conflict', `${role.organisation.name} is in the collaboration, and holds this role.`)
    if (roles.filter(isOf(actor)).some(hasTitle(role.title)))
      throw failure('conflict', `${actor.actingFor.name} has a role “${role.title}” already.`)
    await updateRole(trx, id, {
      organisation_id: actor.actingFor.id,
      holder_id: null,
      holder_title: null,
      deputy_id: null,
      deputy_title: null,
      ...lookedBy(clock, actor),
    })
    await recordActivity(trx, clock, {
      kind: 'succession.taken-over',
      subject: subjectOf(id),
      actor,
      detail: { fromOrganisationId: role.organisation.id },
    })
  })
