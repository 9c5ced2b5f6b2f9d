import { ensureRecipient, listSubscriptions, type Owner } from '#features/subscriptions/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { enqueue, enqueueAll } from '#plumbing/jobs.ts'
import { newSecret } from '#plumbing/secrets.ts'
import { hooksAtMost, thingsAtMost } from './hook.ts'
import type { NewHook } from './hook-form.ts'
import { listToSend } from './hook-queries.ts'
import { secretPrefix } from './message.ts'
import {
  chooseSubscriptions,
  deleteHooks,
  findHook,
  type Hook,
  insertHook,
  listHooks,
  restartDelivery,
} from './stored-hooks.ts'

export const deliverQueue = 'deliver-hook'

/** The key of a try: one of the same message is queued once. */
export const tryKey = (id: string, replays: number, tries: number) => `${id} ${replays}-${tries}`

const ownOf = async (trx: Db, recipientId: string, wanted: string[]) =>
  (await listSubscriptions(trx, recipientId)).map(({ id }) => id).filter(id => wanted.includes(id))

/** Adds a hook; the secret of a webhook is in the answer. */
export const addHook = (db: Db, clock: Clock, owner: Owner, given: NewHook): Promise<Hook> =>
  db.transaction().execute(async trx => {
    const at = clock.now()
    const { id: recipient_id } = await ensureRecipient(trx, { id: newId(), ...owner, at })
    if ((await listHooks(trx, recipient_id)).length >= hooksAtMost)
      throw failure(
        'invalid',
        `There are ${hooksAtMost} of them, which is the most. Take one away that is no longer needed.`,
      )
    const { kind, name, address, subscriptions } = given
    const secret =
      kind === 'webhook' ? secretPrefix + Buffer.from(newSecret(), 'base64url').toString('base64') : null
    const hook = { id: newId(), recipient_id, kind, name, address, secret, created_at: at }
    await insertHook(trx, hook)
    await chooseSubscriptions(trx, hook.id, { ids: await ownOf(trx, recipient_id, subscriptions), at })
    return hook
  })

/** Chooses which of a recipient's subscriptions go to a hook of theirs. */
export const changeHook = (
  db: Db,
  clock: Clock,
  recipientId: string,
  { id, subscriptions }: { id: string; subscriptions: string[] },
): Promise<void> =>
  db.transaction().execute(async trx => {
    await findHook(trx, recipientId, id)
    await chooseSubscriptions(trx, id, { ids: await ownOf(trx, recipientId, subscriptions), at: clock.now() })
  })

export const endHook = (db: Db, recipientId: string, id: string): Promise<void> =>
  db.transaction().execute(async trx => {
    await findHook(trx, recipientId, id)
    await deleteHooks(trx, [id])
  })

/** Sends an ended message once more, with the same id. */
export const replay = (
  db: Db,
  clock: Clock,
  recipientId: string,
  { id, delivery }: { id: string; delivery: string },
): Promise<void> =>
  db.transaction().execute(async trx => {
    await findHook(trx, recipientId, id)
    const restarted = await restartDelivery(trx, id, delivery)
    if (!restarted) return
    await enqueue(trx, clock, deliverQueue, tryKey(delivery, restarted.replays, 0), { id: delivery })
  })

const lookedBackMilliseconds = 3 * 86_400_000

/** Makes messages of what subscriptions have found since, and has them delivered. */
export async function makeDeliveries(trx: Db, clock: Clock): Promise<void> {
  const at = clock.now()
  const waiting = await listToSend(trx, new Date(at.getTime() - lookedBackMilliseconds))
  const made = [...Map.groupBy(waiting, ({ hookId }) => hookId)].flatMap(([hook_id, ofHook]) =>
    Array.from({ length: Math.ceil(ofHook.length / thingsAtMost) }, (_, place) => ({
      row: { id: newId(), hook_id, state: 'waiting' as const, made_at: at },
      things: ofHook.slice(place * thingsAtMost, (place + 1) * thingsAtMost),
    })),
  )
  for (const { row, things } of made) {
    await trx.insertInto('hook_delivery').values(row).execute()
    await trx
      .insertInto('hook_told')
      .values(
        things.map(({ hookId, kind, subjectId, happening, activityId, because, matchedAt }) => ({
          id: newId(),
          hook_id: hookId,
          delivery_id: row.id,
          kind,
          subject_id: subjectId,
          happening,
          activity_id: activityId,
          because,
          matched_at: matchedAt,
        })),
      )
      .execute()
  }
  await enqueueAll(
    trx,
    clock,
    made.map(({ row: { id } }) => ({ queue: deliverQueue, key: tryKey(id, 0, 0), payload: { id } })),
  )
}
