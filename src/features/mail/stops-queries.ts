import type { Db } from '#plumbing/database/database.ts'

export type MailStop = {
  address: string
  stopped_for: 'bounced' | 'complained'
  answer: string
  status: string | null
  stopped_at: Date
}

/** Sends nothing more to an address but what is asked for. False when that is so already. */
export async function stopMailTo(trx: Db, stop: MailStop): Promise<boolean> {
  const inserted = await trx
    .insertInto('mail_stop')
    .values({ ...stop, address: stop.address.toLowerCase() })
    .onConflict(conflict => conflict.doNothing())
    .returning('address')
    .execute()
  return inserted.length > 0
}

export const findMailStop = (db: Db, address: string): Promise<MailStop | undefined> =>
  db.selectFrom('mail_stop').selectAll().where('address', '=', address.toLowerCase()).executeTakeFirst()

/** Sends mail to an address again. */
export const endMailStop = (trx: Db, address: string) =>
  trx.deleteFrom('mail_stop').where('address', '=', address.toLowerCase()).execute()

/** What is kept of a mail that was sent: to whom, and what an answer to it answers. */
export async function findSentMail(db: Db, id: string) {
  return db
    .selectFrom('mail')
    .select(['id', 'recipient', 'about', 'reply', 'created_at'])
    .where('id', '=', id)
    .executeTakeFirst()
}
