import type { Db } from '#plumbing/database/database.ts'
import type { Update, UpdateText } from './update.ts'

const wholeUpdates = (db: Db) =>
  db
    .selectFrom('plan_update')
    .innerJoin('organisation', 'organisation.id', 'plan_update.organisation_id')
    .innerJoin('plan_update_text', join =>
      join
        .onRef('plan_update_text.update_id', '=', 'plan_update.id')
        .onRef('plan_update_text.number', '=', 'plan_update.version'),
    )
    .select(['plan_update.id', 'plan_id', 'plan_update.organisation_id', 'organisation.name as organisation'])
    .select(['said_on', 'text', 'plan_update.version', 'plan_update.written_at', 'plan_update.withdrawn_at'])
    .select('plan_update_text.written_at as changed_at')

/** The updates of a plan, newest first; withdrawn ones too. */
export const listUpdates = (db: Db, planId: string): Promise<Update[]> =>
  wholeUpdates(db)
    .where('plan_id', '=', planId)
    .orderBy('said_on', 'desc')
    .orderBy('plan_update.id', 'desc')
    .execute()

export const findUpdate = (db: Db, id: string): Promise<Update | undefined> =>
  wholeUpdates(db).where('plan_update.id', '=', id).executeTakeFirst()

/** What an update said each time it was written, the latest first. */
export const listUpdateTexts = (db: Db, updateId: string): Promise<UpdateText[]> =>
  db
    .selectFrom('plan_update_text as text')
    .leftJoin('plan_update_text as earlier', join =>
      join
        .onRef('earlier.update_id', '=', 'text.update_id')
        .on(({ eb, ref }) => eb('earlier.number', '=', eb(ref('text.number'), '-', 1))),
    )
    .select(['text.number', 'text.text', 'earlier.text as before', 'text.person_id', 'text.written_at'])
    .where('text.update_id', '=', updateId)
    .orderBy('text.number', 'desc')
    .execute()

type NewUpdate = Pick<Update, 'id' | 'plan_id' | 'organisation_id' | 'said_on' | 'version' | 'written_at'>

export const insertUpdate = (trx: Db, update: NewUpdate) =>
  trx.insertInto('plan_update').values(update).execute()

type NewText = {
  update_id: string
  number: number
  text: string
  person_id: string
  written_at: Date
}

export const insertUpdateText = (trx: Db, text: NewText) =>
  trx.insertInto('plan_update_text').values(text).execute()

type UpdateChange = Partial<Pick<Update, 'said_on' | 'version' | 'withdrawn_at'>>

export const changeUpdate = (trx: Db, id: string, change: UpdateChange) =>
  trx.updateTable('plan_update').set(change).where('id', '=', id).execute()

/** Updates by id, with the project that each belongs to, for those who keep things in order. */
export const listUpdatesById = (db: Db, ids: string[]) =>
  wholeUpdates(db)
    .innerJoin('plan', 'plan.id', 'plan_update.plan_id')
    .select('plan.slug')
    .where('plan_update.id', 'in', ids)
    .execute()
