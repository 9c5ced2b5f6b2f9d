import type { Updateable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { OpportunityTable } from './tables.ts'

export type Opportunity = OpportunityTable
export type OpportunityState = Opportunity['state']

export const insertOpportunity = (trx: Db, opportunity: Opportunity) =>
  trx.insertInto('opportunity').values(opportunity).execute()

export const updateOpportunity = (trx: Db, id: string, change: Updateable<OpportunityTable>) =>
  trx.updateTable('opportunity').set(change).where('id', '=', id).execute()

/** Those merged into one follow it into another. */
export const moveMerged = (trx: Db, from: string, to: string) =>
  trx.updateTable('opportunity').set({ merged_into: to }).where('merged_into', '=', from).execute()

/** Takes away proposals that nobody published: their needs are no longer found. */
export async function deleteProposals(trx: Db, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await trx.deleteFrom('opportunity_member').where('opportunity_id', 'in', ids).execute()
  await trx.deleteFrom('opportunity').where('id', 'in', ids).where('state', '=', 'proposed').execute()
}

type Member = { kind: string; id: string }

export async function replaceMembers(trx: Db, opportunityId: string, members: Member[]): Promise<void> {
  await trx.deleteFrom('opportunity_member').where('opportunity_id', '=', opportunityId).execute()
  await trx
    .insertInto('opportunity_member')
    .values(members.map(({ kind, id }) => ({ opportunity_id: opportunityId, kind, subject_id: id })))
    .execute()
}

/** All that was ever found, with the ids of their own members. */
export async function listKnown(db: Db): Promise<(Opportunity & { members: string[] })[]> {
  const opportunities = await db.selectFrom('opportunity').selectAll().orderBy('id').execute()
  const rows = await db
    .selectFrom('opportunity_member')
    .select(['opportunity_id', 'subject_id'])
    .orderBy('subject_id')
    .execute()
  const members = Map.groupBy(rows, ({ opportunity_id }) => opportunity_id)
  return opportunities.map(opportunity => ({
    ...opportunity,
    members: (members.get(opportunity.id) ?? []).map(({ subject_id }) => subject_id),
  }))
}
