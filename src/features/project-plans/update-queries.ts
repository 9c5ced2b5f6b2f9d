import type { Db } from '#plumbing/database/database.ts'
import type { Update, UpdateText, UpdateWords } from './update.ts'

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
    .select([
      'said_on',
      'text',
      'next',
      'in_the_way',
      'asked',
      'plan_update.version',
      'plan_update.written_at',
      'plan_update.withdrawn_at',
    ])
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
    .selectFrom('plan_update_text')
    .select(['number', 'text', 'next', 'in_the_way', 'asked', 'person_id', 'written_at'])
    .where('update_id', '=', updateId)
    .orderBy('number', 'desc')
    .execute()

type NewUpdate = Pick<Update, 'id' | 'plan_id' | 'organisation_id' | 'said_on' | 'version' | 'written_at'>

export const insertUpdate = (trx: Db, update: NewUpdate) =>
  trx.insertInto('plan_update').values(update).execute()

type NewText = UpdateWords & {
  update_id: string
  number: number
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

/** Which updates these activities tell of, without those that were withdrawn since. */
export async function listUpdatesTold(db: Db, activityIds: string[]) {
  const activities = await db
    .selectFrom('activity')
    .select(['id', 'detail'])
    .where('id', 'in', activityIds)
    .execute()
  const told = activities.map(({ id, detail }) => ({
    activityId: id,
    updateId: (detail as { updateId: string }).updateId,
  }))
  const standing = await db
    .selectFrom('plan_update')
    .select('id')
    .where(
      'id',
      'in',
      told.map(({ updateId }) => updateId),
    )
    .where('withdrawn_at', 'is', null)
    .execute()
  const ids = new Set(standing.map(({ id }) => id))
  return told.filter(({ updateId }) => ids.has(updateId))
}
