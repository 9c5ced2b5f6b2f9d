import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { enqueueAll } from '#plumbing/jobs.ts'
import { asKept } from './letter.ts'
import type { NewMail } from './mail.ts'
import { isMailAddress } from './mail-address.ts'
import { insertMails } from './queries.ts'

/** Has a mail sent once the caller's transaction is committed. The same key again changes nothing. */
export const queueMail = (trx: Db, clock: Clock, mail: NewMail): Promise<void> =>
  queueMails(trx, clock, [mail])

/** As {@link queueMail}, for several. */
export async function queueMails(trx: Db, clock: Clock, mails: NewMail[]): Promise<void> {
  const created_at = clock.now()
  const rows = mails.map(({ key, to, about, letter, isAskedFor = false, reply = null }) => {
    if (!isMailAddress(to))
      throw failure('invalid', 'Mail cannot be sent to this address. Check how it is spelt.')
    const kept = asKept(letter)
    return {
      id: newId(),
      key,
      recipient: to,
      about,
      subject: kept.subject,
      why: kept.why,
      letter: kept,
      is_asked_for: isAskedFor,
      reply,
      created_at,
    }
  })
  const inserted = await insertMails(trx, rows)
  await enqueueAll(
    trx,
    clock,
    inserted.map(({ id, key }) => ({ queue: 'send-mail', key, payload: { id } })),
  )
}
