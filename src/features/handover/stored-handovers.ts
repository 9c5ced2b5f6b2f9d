import type { Insertable, Updateable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Handover, Item } from './handover.ts'
import type { HandoverItemTable, HandoverLinkTable, HandoverTable } from './tables.ts'

/** Writes a handover; false where one of this person in this organisation is open already. */
export async function insertHandover(trx: Db, handover: Insertable<HandoverTable>): Promise<boolean> {
  const row = await trx
    .insertInto('handover')
    .values(handover)
    .onConflict(conflict =>
      conflict.columns(['person_id', 'organisation_id']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const updateHandover = (trx: Db, id: string, change: Updateable<HandoverTable>) =>
  trx.updateTable('handover').set(change).where('id', '=', id).execute()

/** One handover; throws when there is none. */
export async function findHandover(db: Db, id: string): Promise<Handover> {
  const row = await db.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw failure('absent', '')
  return row
}

/** As {@link findHandover}; nobody else changes it until the transaction ends. */
export async function lockHandover(trx: Db, id: string): Promise<Handover> {
  const row = await trx.selectFrom('handover').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw failure('absent', '')
  return row
}

type Holder = { personId: string; organisationId: string }

export const findOpenOf = (db: Db, { personId, organisationId }: Holder): Promise<Handover | undefined> =>
  db
    .selectFrom('handover')
    .selectAll()
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** What is under way in an organisation, the oldest first. */
export const listOpenIn = (db: Db, organisationId: string): Promise<Handover[]> =>
  db
    .selectFrom('handover')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .orderBy('begun_at')
    .orderBy('id')
    .execute()

export const listOpen = (db: Db): Promise<Handover[]> =>
  db.selectFrom('handover').selectAll().where('ended_at', 'is', null).orderBy('id').execute()

/** Open ones whose last day was before a day, and whose person still speaks for the organisation as far as is known. */
export const listPastLastDay = (db: Db, day: string): Promise<Handover[]> =>
  db
    .selectFrom('handover')
    .selectAll()
    .where('last_day', '<', day)
    .where('ended_at', 'is', null)
    .where('left_at', 'is', null)
    .orderBy('id')
    .execute()

export const insertItems = async (trx: Db, items: Insertable<HandoverItemTable>[]): Promise<void> => {
  if (items.length > 0)
    await trx
      .insertInto('handover_item')
      .values(items)
      .onConflict(conflict => conflict.columns(['handover_id', 'kind', 'owned_id']).doNothing())
      .execute()
}

export const listItems = (db: Db, handoverId: string): Promise<Item[]> =>
  db
    .selectFrom('handover_item')
    .selectAll()
    .where('handover_id', '=', handoverId)
    .orderBy('title')
    .orderBy('id')
    .execute()

/** What is offered to someone and waits for their answer, in whichever handover of an organisation. */
export const listOfferedTo = (db: Db, { personId, organisationId }: Holder) =>
  db
    .selectFrom('handover_item')
    .innerJoin('handover', 'handover.id', 'handover_id')
    .select(['handover_id', 'title'])
    .where('heir_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'offered')
    .where('ended_at', 'is', null)
    .orderBy('handover_id')
    .orderBy('title')
    .execute()

export const updateItem = (trx: Db, id: string, change: Updateable<HandoverItemTable>) =>
  trx.updateTable('handover_item').set(change).where('id', '=', id).execute()

export const insertLink = (trx: Db, link: Insertable<HandoverLinkTable>) =>
  trx.insertInto('handover_link').values(link).execute()

/** What a secret address opens; undefined when there is no such one. */
export const findLink = (db: Db, hash: string): Promise<HandoverLinkTable | undefined> =>
  db.selectFrom('handover_link').selectAll().where('hash', '=', hash).executeTakeFirst()

/** The links that one person has to one handover are of no more use. */
export const spendLinks = (
  trx: Db,
  { handoverId, personId, at }: { handoverId: string; personId: string; at: Date },
) =>
  trx
    .updateTable('handover_link')
    .set({ used_at: at })
    .where('handover_id', '=', handoverId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()

export const deleteLinksBefore = (trx: Db, moment: Date) =>
  trx.deleteFrom('handover_link').where('made_at', '<', moment).execute()

/** When a handover of these people last ended, by person and organisation with a space between. */
export async function listLastEnded(db: Db, personIds: string[]): Promise<Map<string, Date>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('handover')
    .select(({ fn }) => ['person_id', 'organisation_id', fn.max('ended_at').as('at')])
    .where('person_id', 'in', personIds)
    .where('ended_at', 'is not', null)
    .groupBy(['person_id', 'organisation_id'])
    .execute()
  return new Map(rows.map(({ person_id, organisation_id, at }) => [`${person_id} ${organisation_id}`, at!]))
}
