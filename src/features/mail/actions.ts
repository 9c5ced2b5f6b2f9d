import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { enqueue } from '#plumbing/jobs.ts'
import { asKept } from './letter.ts'
import type { NewMail } from './mail.ts'
import { isMailAddress } from './mail-address.ts'
import { insertMail } from './queries.ts'

/** Has a mail sent once the caller's transaction is committed. The same key again changes nothing. */
export async function queueMail(trx: Db, clock: Clock, { key, to, about, letter }: NewMail): Promise<void> {
  if (!isMailAddress(to))
    throw failure('invalid', 'Mail cannot be sent to this address. Check how it is spelt.')
  const id = newId()
  const row = { id, key, recipient: to, about, letter: asKept(letter), created_at: clock.now() }
  if (await insertMail(trx, row)) await enqueue(trx, clock, 'send-mail', key, { id })
}
