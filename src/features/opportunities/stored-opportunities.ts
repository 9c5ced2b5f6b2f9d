import type { Insertable, Updateable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { OpportunityChoiceTable, OpportunityTable } from './tables.ts'

export type Opportunity = OpportunityTable
export type OpportunityState = Opportunity['state']

// A statement takes 65,535 values at most.
const rowsAtOnce = 1000

const inParts = <T>(rows: T[]) =>
  Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, part) =>
    rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
  )

export async function insertOpportunities(trx: Db, opportunities: Opportunity[]): Promise<void> {
  for (const part of inParts(opportunities)) await trx.insertInto('opportunity').values(part).execute()
}

/** Slugs that are this one, or this one with something after it. */
export async function listSlugsLike(db: Db, base: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('opportunity')
    .select('slug')
    .where(({ eb, or }) => or([eb('slug', '=', base), eb('slug', 'like', `${base}-%`)]))
    .execute()
  return new Set(rows.map(({ slug }) => slug))
}

export const updateOpportunity = (trx: Db, id: string, change: Updateable<OpportunityTable>) =>
  trx.updateTable('opportunity').set(change).where('id', '=', id).execute()

/** Those merged into one follow it into another. */
export const moveMerged = (trx: Db, from: string, to: string) =>
  trx.updateTable('opportunity').set({ merged_into: to }).where('merged_into', '=', from).execute()

/** Takes away proposals that nobody published: their needs are no longer found. */
export async function deleteProposals(trx: Db, ids: string[]): Promise<void> {
  for (const part of inParts(ids)) {
    await trx.deleteFrom('opportunity_member').where('opportunity_id', 'in', part).execute()
    await trx.deleteFrom('opportunity_choice').where('opportunity_id', 'in', part).execute()
    await trx.deleteFrom('opportunity').where('id', 'in', part).where('state', '=', 'proposed').execute()
  }
}

type Member = { kind: string; id: string }

/** Puts these members in the place of those that each of these opportunities had. */
export async function replaceMembers(trx: Db, membersOf: { id: string; members: Member[] }[]): Promise<void> {
  for (const part of inParts(membersOf)) {
    const ids = part.map(({ id }) => id)
    await trx.deleteFrom('opportunity_member').where('opportunity_id', 'in', ids).execute()
  }
  const rows = membersOf.flatMap(({ id, members }) =>
    members.map(member => ({ opportunity_id: id, kind: member.kind, subject_id: member.id })),
  )
  for (const part of inParts(rows)) await trx.insertInto('opportunity_member').values(part).execute()
}

/** Remembers what a curator put in or took out; what was chosen before of the same thing stands no more. */
export const upsertChoices = (trx: Db, choices: Insertable<OpportunityChoiceTable>[]) =>
  trx
    .insertInto('opportunity_choice')
    .values(choices)
    .onConflict(conflict =>
      conflict
        .columns(['opportunity_id', 'kind', 'subject_id'])
        .doUpdateSet(({ ref }) => ({ belongs: ref('excluded.belongs') })),
    )
    .execute()

/** All that was ever found, with the ids of their own members; curators change none of it until the transaction ends. */
export async function lockKnown(trx: Db): Promise<(Opportunity & { members: string[] })[]> {
  const opportunities = await trx.selectFrom('opportunity').selectAll().orderBy('id').forUpdate().execute()
  const rows = await trx
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
