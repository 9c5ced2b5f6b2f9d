import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { insertMembers } from './member-queries.ts'
import {
  deleteUntold,
  endSubscriptions,
  ensureRecipient,
  findSubscription,
  insertSubscription,
  listSubscriptions,
  type Owner,
  type Recipient,
  updateRecipient,
  updateSubscription,
} from './stored-subscriptions.ts'
import { subscriptionsAtMost } from './subscription.ts'
import type { Wishes } from './subscription-form.ts'
import type { Target } from './target-queries.ts'
import { type Closeness, insertText, updateCloseness } from './text-queries.ts'

/** Keeps a search or a thing for a person or an organisation; the same address again changes nothing. */
export const subscribe = (
  db: Db,
  clock: Clock,
  owner: Owner,
  { target, wishes }: { target: Pick<Target, 'address' | 'criterion' | 'meant' | 'list'>; wishes: Wishes },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const at = clock.now()
    const recipient = await ensureRecipient(trx, { id: newId(), ...owner, at })
    if ((await listSubscriptions(trx, recipient.id)).length >= subscriptionsAtMost)
      throw failure(
        'invalid',
        `There are ${subscriptionsAtMost} subscriptions, which is the most. End one that is no longer needed.`,
      )
    const id = newId()
    const { address, criterion, meant, list } = target
    const { closeness, ...named } = wishes
    const isNew = await insertSubscription(trx, {
      id,
      recipientId: recipient.id,
      address,
      criterion,
      ...named,
      isList: list !== null,
      at,
    })
    if (isNew && list) await insertMembers(trx, id, list)
    if (isNew && meant) await insertText(trx, { subscriptionId: id, ...asNear(meant, closeness ?? usual) })
  })

/** How near a thing must be where nobody says. */
const usual = 3

const asNear = (meant: NonNullable<Target['meant']>, closeness: Closeness) => ({
  closeness,
  vector: meant.vector,
  known: meant.near.filter(near => near.closeness >= closeness),
})

/** Changes what one of a recipient's subscriptions tells, and how often. */
export const changeSubscription = (
  db: Db,
  clock: Clock,
  recipient: Pick<Recipient, 'id'>,
  { id, wishes, meant }: { id: string; wishes: Wishes; meant: Target['meant'] },
): Promise<void> =>
  db.transaction().execute(async trx => {
    await findSubscription(trx, recipient.id, id)
    const { closeness, ...named } = wishes
    await updateSubscription(trx, id, named, clock.now())
    if (named.level === 'mute') await deleteUntold(trx, [id])
    if (meant && closeness) await updateCloseness(trx, { subscriptionId: id, ...asNear(meant, closeness) })
  })

/** Ends one of a recipient's subscriptions. */
export const endSubscription = (
  db: Db,
  clock: Clock,
  recipient: Pick<Recipient, 'id'>,
  id: string,
): Promise<void> =>
  db.transaction().execute(async trx => {
    await findSubscription(trx, recipient.id, id)
    await endSubscriptions(trx, [id], clock.now())
  })

/** Stops all mail of subscriptions to a recipient; they are kept. */
export const stopMail = (db: Db, clock: Clock, recipient: Recipient): Promise<void> =>
  db.transaction().execute(async trx => {
    if (!recipient.stopped_at)
      await updateRecipient(trx, recipient.id, { stopped_at: clock.now(), stopped_for: 'asked' })
  })

/** Sends mail of subscriptions again, where it was stopped by who gets it. */
export const resumeMail = (db: Db, recipient: Recipient): Promise<void> =>
  db.transaction().execute(async trx => {
    if (recipient.stopped_for && recipient.stopped_for !== 'asked')
      throw failure('conflict', 'Mail does not reach this address. Confirm the address first.')
    await updateRecipient(trx, recipient.id, { stopped_at: null, stopped_for: null })
  })

/** How many things a week a recipient wants to hear of at most; null for all. */
export const limitMail = (db: Db, recipient: Recipient, mostAWeek: number | null): Promise<void> =>
  db.transaction().execute(async trx => {
    await updateRecipient(trx, recipient.id, { most_a_week: mostAWeek })
  })
