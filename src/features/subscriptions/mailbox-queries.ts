import type { Db } from '#plumbing/database/database.ts'

export type MailboxRequest = { recipient_id: string; address: string; link_hash: string; asked_at: Date }

/** The mailbox that was asked and has not answered, if there is one. */
export const findRequestOf = (db: Db, recipientId: string) =>
  db.selectFrom('mailbox_request').selectAll().where('recipient_id', '=', recipientId).executeTakeFirst()

/** What a link asks a mailbox, where it was asked since then. */
export const findRequestByLink = (db: Db, linkHash: string, since: Date) =>
  db
    .selectFrom('mailbox_request')
    .innerJoin('recipient', 'recipient.id', 'recipient_id')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['recipient_id', 'address', 'organisation.id as organisation_id', 'name', 'slug'])
    .where('link_hash', '=', linkHash)
    .where('asked_at', '>', since)
    .executeTakeFirst()

export type Asked = NonNullable<Awaited<ReturnType<typeof findRequestByLink>>>

/** One mailbox is asked at a time: the link of an earlier one leads nowhere any more. */
export const writeRequest = (trx: Db, request: MailboxRequest) =>
  trx
    .insertInto('mailbox_request')
    .values(request)
    .onConflict(conflict => conflict.column('recipient_id').doUpdateSet(request))
    .execute()

export const deleteRequest = (trx: Db, recipientId: string) =>
  trx.deleteFrom('mailbox_request').where('recipient_id', '=', recipientId).execute()

/** Links in mail that was sent to a recipient lead nowhere from now on. */
export const closeLinks = (trx: Db, recipientId: string) =>
  trx
    .updateTable('digest')
    .set({ link_hash: null })
    .where('recipient_id', '=', recipientId)
    .where('link_hash', 'is not', null)
    .execute()
