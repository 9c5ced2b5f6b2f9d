import { ensureRecipient, findRecipientOf, updateRecipient } from '#features/subscriptions/index.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'

/** Gives a person's feeds a new secret, which only the answer holds; an earlier one leads nowhere from now on. */
export const renewFeed = (db: Db, clock: Clock, actor: Person): Promise<string> =>
  db.transaction().execute(async trx => {
    const secret = newSecret()
    const { id } = await ensureRecipient(trx, { id: newId(), personId: actor.id, at: clock.now() })
    await updateRecipient(trx, id, { feed_hash: hashOf(secret) })
    return secret
  })

/** Takes the secret of a person's feeds away. */
export const endFeed = (db: Db, actor: Person): Promise<void> =>
  db.transaction().execute(async trx => {
    const recipient = await findRecipientOf(trx, { personId: actor.id })
    if (recipient) await updateRecipient(trx, recipient.id, { feed_hash: null })
  })
