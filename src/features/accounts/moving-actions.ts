import type { OrganisationMove } from '#features/organisations/index.ts'

/** Those who speak for an organisation that becomes part of another, but for who speaks for that already. */
export const movedMemberships: OrganisationMove = {
  part: 'memberships',
  label: { one: 'person who speaks for it', many: 'people who speak for it' },
  count: async (db, organisationId) => {
    const rows = await db
      .selectFrom('membership')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('state', 'in', ['requested', 'confirmed'])
      .execute()
    return rows.length
  },
  move: async (trx, _moving, fromId, toId) => {
    const rows = await trx
      .updateTable('membership')
      .set({ organisation_id: toId })
      .where('organisation_id', '=', fromId)
      .where('state', 'in', ['requested', 'confirmed'])
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('membership as there')
              .select('there.id')
              .where('there.organisation_id', '=', toId)
              .where('there.state', 'in', ['requested', 'confirmed'])
              .whereRef('there.person_id', '=', 'membership.person_id'),
          ),
        ),
      )
      .returning('id')
      .execute()
    await trx.updateTable('session').set({ acting_for: toId }).where('acting_for', '=', fromId).execute()
    return rows.map(({ id }) => id)
  },
  moveBack: async (trx, _moving, moved, fromId, toId) => {
    if (moved.length === 0) return
    const rows = await trx
      .updateTable('membership')
      .set({ organisation_id: fromId })
      .where('id', 'in', moved)
      .where('organisation_id', '=', toId)
      .returning('person_id')
      .execute()
    const people = rows.map(({ person_id }) => person_id)
    if (people.length > 0)
      await trx
        .updateTable('session')
        .set({ acting_for: fromId })
        .where('acting_for', '=', toId)
        .where('person_id', 'in', people)
        .execute()
  },
}
