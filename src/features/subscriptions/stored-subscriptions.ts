import { sql } from 'kysely'
import type { Criterion } from '#features/search/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Frequency, Level } from './subscription.ts'

/** Whose subscriptions they are. */
export type Owner = { personId: string } | { organisationId: string }

const isOf = (owner: Owner) =>
  'personId' in owner
    ? (['person_id', owner.personId] as const)
    : (['organisation_id', owner.organisationId] as const)

/** The recipient that a person or an organisation is; made where there is none. */
export async function ensureRecipient(
  trx: Db,
  { id, at, ...owner }: Owner & { id: string; at: Date },
): Promise<Recipient> {
  const [column, ownerId] = isOf(owner)
  await trx
    .insertInto('recipient')
    .values({ id, [column]: ownerId, created_at: at })
    .onConflict(conflict => conflict.column(column).doNothing())
    .execute()
  return recipientOf(trx, owner).forUpdate().executeTakeFirstOrThrow()
}

const recipientOf = (db: Db, owner: Owner) => {
  const [column, ownerId] = isOf(owner)
  return db.selectFrom('recipient').selectAll().where(column, '=', ownerId)
}

export const findRecipientOf = (db: Db, owner: Owner) => recipientOf(db, owner).executeTakeFirst()

/** The recipient whose shared mailbox this is. */
export const findRecipientOfMailbox = (db: Db, mailbox: string) =>
  db.selectFrom('recipient').selectAll().where('mailbox', '=', mailbox).executeTakeFirst()

export const findRecipient = (db: Db, id: string) =>
  db.selectFrom('recipient').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

export type Recipient = Awaited<ReturnType<typeof findRecipient>>

export const updateRecipient = (
  trx: Db,
  id: string,
  change: Partial<Pick<Recipient, 'most_a_week' | 'stopped_at' | 'stopped_for' | 'feed_hash' | 'mailbox'>>,
) => trx.updateTable('recipient').set(change).where('id', '=', id).execute()

type NewSubscription = {
  id: string
  recipientId: string
  title: string
  address: string
  /** Null: found by what its words mean. */
  criterion: Criterion | null
  level: Level
  frequency: Frequency
  /** It is counted anew each night. */
  isList?: boolean
  at: Date
}

/** Returns whether it is new: a recipient has one for each address. */
export async function insertSubscription(trx: Db, { criterion, ...given }: NewSubscription) {
  const inserted = await trx
    .insertInto('subscription')
    .values({
      id: given.id,
      recipient_id: given.recipientId,
      title: given.title,
      address: given.address,
      criterion: criterion && sql<string>`${criterion.query}::tsquery`,
      anchors: criterion?.anchors ?? [],
      level: given.level,
      frequency: given.frequency,
      list_counted_at: given.isList ? given.at : null,
      created_at: given.at,
      changed_at: given.at,
    })
    .onConflict(conflict =>
      conflict.columns(['recipient_id', 'address_hash']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .execute()
  return inserted.length > 0
}

const subscriptions = (db: Db) =>
  db
    .selectFrom('subscription')
    .select(['id', 'recipient_id', 'title', 'address', 'level', 'frequency', 'created_at'])
    .where('ended_at', 'is', null)

export type Subscription = Awaited<ReturnType<typeof listSubscriptions>>[number]

/** Those that have not ended, by title. */
export const listSubscriptions = (db: Db, recipientId: string) =>
  subscriptions(db).where('recipient_id', '=', recipientId).orderBy('title').orderBy('id').execute()

/** One of a recipient's; throws when it is not theirs, or has ended. */
export async function findSubscription(db: Db, recipientId: string | undefined, id: string) {
  const subscription = await subscriptions(db)
    .where('id', '=', id)
    .where('recipient_id', '=', recipientId ?? null)
    .executeTakeFirst()
  if (!subscription) throw failure('absent', '')
  return subscription
}

/** A recipient's subscription to an address, if there is one. */
export const findSubscriptionTo = (db: Db, recipientId: string, address: string) =>
  subscriptions(db).where('recipient_id', '=', recipientId).where('address', '=', address).executeTakeFirst()

export const updateSubscription = (
  trx: Db,
  id: string,
  change: { title: string; level: Level; frequency: Frequency },
  at: Date,
) =>
  trx
    .updateTable('subscription')
    .set({ ...change, changed_at: at })
    .where('id', '=', id)
    .execute()

/** Kept searches with words, some at a time in the order of their ids. */
export const listKeptWords = (db: Db, after: string, limit: number) =>
  db
    .selectFrom('subscription')
    .select(['id', 'address'])
    .where('address', 'like', '/search?q=%')
    .where('ended_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()

export const updateCriterion = (trx: Db, id: string, { query, anchors }: Criterion) =>
  trx
    .updateTable('subscription')
    .set({ criterion: sql<string>`${query}::tsquery`, anchors })
    .where('id', '=', id)
    .execute()

/** Ends subscriptions, and forgets what they asked of documents and had still to tell. */
export async function endSubscriptions(trx: Db, ids: string[], at: Date) {
  if (ids.length === 0) return
  await trx
    .updateTable('subscription')
    .set({ ended_at: at, criterion: null, anchors: [] })
    .where('id', 'in', ids)
    .execute()
  await trx.deleteFrom('subscription_member').where('subscription_id', 'in', ids).execute()
  await deleteUntold(trx, ids)
}

/** Forgets what subscriptions had still to tell. */
export const deleteUntold = (trx: Db, ids: string[]) =>
  trx.deleteFrom('notification').where('subscription_id', 'in', ids).where('digest_id', 'is', null).execute()
