import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { DeliveryState, HookKind } from './hook.ts'

export type Hook = {
  id: string
  recipient_id: string
  kind: HookKind
  name: string
  address: string
  secret: string | null
  created_at: Date
}

export const listHooks = (db: Db, recipientId: string): Promise<Hook[]> =>
  db
    .selectFrom('hook')
    .selectAll()
    .where('recipient_id', '=', recipientId)
    .orderBy('name')
    .orderBy('id')
    .execute()

/** One of a recipient's; throws when it is not theirs. */
export async function findHook(db: Db, recipientId: string | undefined, id: string): Promise<Hook> {
  const hook = await db
    .selectFrom('hook')
    .selectAll()
    .where('id', '=', id)
    .where('recipient_id', '=', recipientId ?? null)
    .executeTakeFirst()
  if (!hook) throw failure('absent', '')
  return hook
}

export const insertHook = (trx: Db, hook: Hook) => trx.insertInto('hook').values(hook).execute()

export async function listChosen(db: Db, hookId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('hook_subscription')
    .select('subscription_id')
    .where('hook_id', '=', hookId)
    .execute()
  return rows.map(({ subscription_id }) => subscription_id)
}

/** Has a hook follow these subscriptions and no others; those it follows already go on. */
export async function chooseSubscriptions(
  trx: Db,
  hookId: string,
  { ids, at }: { ids: string[]; at: Date },
): Promise<void> {
  await trx
    .deleteFrom('hook_subscription')
    .where('hook_id', '=', hookId)
    .$if(ids.length > 0, query => query.where('subscription_id', 'not in', ids))
    .execute()
  if (ids.length > 0)
    await trx
      .insertInto('hook_subscription')
      .values(ids.map(subscription_id => ({ hook_id: hookId, subscription_id, since: at })))
      .onConflict(conflict => conflict.doNothing())
      .execute()
}

/** Takes hooks away, with all that was sent to them. */
export async function deleteHooks(trx: Db, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  for (const table of ['hook_told', 'hook_delivery', 'hook_subscription'] as const)
    await trx.deleteFrom(table).where('hook_id', 'in', ids).execute()
  await trx.deleteFrom('hook').where('id', 'in', ids).execute()
}

export type Delivery = {
  id: string
  state: DeliveryState
  tries: number
  answer: string | null
  made_at: Date
  tried_at: Date | null
}

const deliveriesShown = 30

export const listDeliveries = (db: Db, hookId: string): Promise<Delivery[]> =>
  db
    .selectFrom('hook_delivery')
    .select(['id', 'state', 'tries', 'answer', 'made_at', 'tried_at'])
    .where('hook_id', '=', hookId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(deliveriesShown)
    .execute()

/** What there is to deliver and where; undefined where it is gone. */
export const findDelivery = (db: Db, id: string) =>
  db
    .selectFrom('hook_delivery')
    .innerJoin('hook', 'hook.id', 'hook_id')
    .select(['hook_delivery.id', 'state', 'tries', 'replays', 'made_at', 'kind', 'address', 'secret'])
    .where('hook_delivery.id', '=', id)
    .executeTakeFirst()

export type Tried = { state: DeliveryState; tries: number; answer: string | null; tried_at: Date }

export const updateDelivery = (trx: Db, id: string, change: Tried) =>
  trx.updateTable('hook_delivery').set(change).where('id', '=', id).execute()

/** Begins an ended message of a hook anew; gives how many times that was done, or undefined where it still waits or is not there. */
export const restartDelivery = (trx: Db, hookId: string, id: string) =>
  trx
    .updateTable('hook_delivery')
    .set(({ eb, ref }) => ({ state: 'waiting', tries: 0, replays: eb(ref('replays'), '+', 1) }))
    .where('id', '=', id)
    .where('hook_id', '=', hookId)
    .where('state', '<>', 'waiting')
    .returning('replays')
    .executeTakeFirst()

export async function deleteDeliveriesBefore(trx: Db, instant: Date): Promise<void> {
  const old = trx.selectFrom('hook_delivery').select('id').where('made_at', '<', instant)
  await trx.deleteFrom('hook_told').where('delivery_id', 'in', old).execute()
  await trx.deleteFrom('hook_delivery').where('made_at', '<', instant).execute()
}
