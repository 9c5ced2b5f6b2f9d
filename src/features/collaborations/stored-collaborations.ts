import type { Visibility } from '#features/accounts/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { PartnerRole, PartnerState } from './collaboration.ts'

export type NewCollaboration = {
  id: string
  plan_id: string
  purpose: string
  visibility: Visibility
  begun_by_organisation: string
  begun_by: string
  begun_at: Date
}

/** False where the project has one already. */
export async function insertCollaboration(trx: Db, row: NewCollaboration): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('collaboration')
    .values({ ...row, changed_at: row.begun_at })
    .onConflict(conflict => conflict.column('plan_id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps a collaboration from being changed by anyone else until the transaction ends. */
export async function lockCollaboration(trx: Db, id: string): Promise<void> {
  await trx.selectFrom('collaboration').select('id').where('id', '=', id).forUpdate().execute()
}

export const updateCollaboration = (
  trx: Db,
  id: string,
  change: { purpose: string; visibility: Visibility; changed_at: Date },
) => trx.updateTable('collaboration').set(change).where('id', '=', id).execute()

type Asked = { organisationIds: string[]; asked_at: Date; asked_by: string }

/** Asks organisations in, or asks them anew. */
export async function askPartners(trx: Db, collaboration_id: string, { organisationIds, ...by }: Asked) {
  if (organisationIds.length === 0) return
  const asked = { ...by, state: 'asked' as const, roles: [] as string[] }
  await trx
    .insertInto('collaboration_partner')
    .values(
      organisationIds.map(organisation_id => ({ ...asked, id: newId(), collaboration_id, organisation_id })),
    )
    .onConflict(conflict =>
      conflict
        .columns(['collaboration_id', 'organisation_id'])
        .doUpdateSet({ ...asked, decided_at: null, decided_by: null }),
    )
    .execute()
}

type Place = { collaborationId: string; organisationId: string }
type Decision = {
  state: Exclude<PartnerState, 'asked'>
  roles: PartnerRole[]
  decided_at: Date
  decided_by: string
}

export const decidePartner = (
  trx: Db,
  { collaborationId, organisationId }: Place,
  { roles, ...decision }: Decision,
) =>
  trx
    .updateTable('collaboration_partner')
    .set({ ...decision, roles: [...roles] })
    .where('collaboration_id', '=', collaborationId)
    .where('organisation_id', '=', organisationId)
    .execute()

export const setRoles = (trx: Db, { collaborationId, organisationId }: Place, roles: PartnerRole[]) =>
  trx
    .updateTable('collaboration_partner')
    .set({ roles: [...roles] })
    .where('collaboration_id', '=', collaborationId)
    .where('organisation_id', '=', organisationId)
    .execute()
