import { listCollaborations } from '#features/collaborations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { listRolesById } from './queries.ts'
import { updateRole } from './stored-roles.ts'
import { type Keeper, rolePath } from './succession.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'succession.passed-on': { as: 'holder' | 'deputy' }
    'succession.vacated': Record<string, never>
  }
}

const columns = { holder: 'holder_id', deputy: 'deputy_id' } as const
const what = {
  holder: 'role in a plan of succession with partners',
  deputy: 'standing in for a role with partners',
}

const idOf = (keeper: Keeper) => (keeper?.kind === 'person' ? keeper.id : null)

const lockStored = (trx: Db, id: string) =>
  trx
    .selectFrom('succession_role')
    .select(['holder_id', 'holder_title', 'deputy_id', 'deputy_title', 'organisation_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** A role passes on with what else its holder, or their deputy, looks after. */
const ownedAs = (as: 'holder' | 'deputy'): Slots['owned'] => ({
  kind: `succession-${as}`,
  as,
  isForMembersOnly: true,
  listIds: async (db, { personId, organisationId }) => {
    const rows = await db
      .selectFrom('succession_role')
      .select('id')
      .where(columns[as], '=', personId)
      .where('organisation_id', '=', organisationId)
      .execute()
    return rows.map(({ id }) => id)
  },
  describe: async (db, { ids, organisationId }) => {
    const roles = (await listRolesById(db, ids)).filter(
      ({ organisation }) => organisation.id === organisationId,
    )
    const collaborations = await listCollaborations(
      db,
      roles.map(({ collaborationId }) => collaborationId),
    )
    return roles.flatMap(({ id, collaborationId, title, lookedAt, holder, deputy }) => {
      const plan = collaborations.get(collaborationId)?.plan
      return plan
        ? [
            {
              id,
              title: `${as === 'holder' ? title : `Deputy: ${title}`} (${plan.said.title})`,
              path: rolePath(plan.slug, id),
              what: what[as],
              waits: [`last looked at on ${formatDate(londonDay(lookedAt))}`],
              subject: { kind: 'succession-role', id },
              ownerId: idOf(as === 'holder' ? holder : deputy),
              deputyId: as === 'holder' ? idOf(deputy) : null,
            },
          ]
        : []
    })
  },
  give: async (trx, clock, actor, { id, organisationId, fromId, toId }) => {
    const role = await lockStored(trx, id)
    if (role?.organisation_id !== organisationId || role[`${as}_title`] !== null) return
    const keeper = role[columns[as]]
    if (keeper !== null && keeper !== fromId) return
    const isDeputyNow = as === 'holder' && toId !== null && role.deputy_id === toId
    const isHolder = as === 'deputy' && toId !== null && role.holder_id === toId
    await updateRole(trx, id, {
      [columns[as]]: isHolder ? null : toId,
      ...(isDeputyNow && { deputy_id: null }),
    })
    const subject = { kind: 'succession-role', id }
    await recordActivity(trx, clock, { kind: 'succession.passed-on', subject, actor, detail: { as } })
    if (as === 'holder' && toId === null)
      await recordActivity(trx, clock, { kind: 'succession.vacated', subject, actor, detail: {} })
  },
})

export const ownedRoles: Slots['owned'][] = [ownedAs('holder'), ownedAs('deputy')]
