import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Letter } from './letter.ts'
import type { Ending, Reply, WaitingMail } from './mail.ts'

type MailRow = {
  id: string
  key: string
  recipient: string
  about: string
  subject: string
  why: string
  letter: Letter
  is_asked_for: boolean
  reply: Reply | null
  created_at: Date
}

/** Gives those that are new: a key that is known changes nothing. */
export async function insertMails(trx: Db, mails: MailRow[]): Promise<Pick<MailRow, 'id' | 'key'>[]> {
  if (mails.length === 0) return []
  return trx
    .insertInto('mail')
    .values(
      mails.map(({ letter, reply, ...row }) => ({
        ...row,
        letter: JSON.stringify(letter),
        reply: reply && JSON.stringify(reply),
      })),
    )
    .onConflict(conflict => conflict.column('key').doNothing())
    .returning(['id', 'key'])
    .execute()
}

/** Those of these mails that have not ended; what was forgotten is absent. */
export async function listWaitingMail(db: Db, ids: string[]): Promise<WaitingMail[]> {
  const mails = await db
    .selectFrom('mail')
    .leftJoin('mail_stop', join =>
      join.onRef('address', '=', sql<string>`lower(recipient)`).on('is_asked_for', '=', false),
    )
    .select(['id', 'recipient', 'about', 'letter', 'reply', 'created_at', 'mail_stop.answer as stopped'])
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .execute()
  return mails.map(mail => ({ ...mail, letter: mail.letter as Letter, reply: mail.reply as Reply | null }))
}

export async function markEnded(
  trx: Db,
  mails: (Ending & { id: string; forget: boolean })[],
  ended_at: Date,
): Promise<void> {
  if (mails.length === 0) return
  await sql`
    update mail set state = ended.state, answer = ended.answer, ended_at = ${ended_at},
      letter = case when ended.forget then null else letter end
    from unnest(${mails.map(({ id }) => id)}::uuid[], ${mails.map(({ state }) => state)}::text[],
      ${mails.map(({ answer }) => answer)}::text[], ${mails.map(({ forget }) => forget)}::boolean[])
      as ended (id, state, answer, forget)
    where mail.id = ended.id`.execute(trx)
}

/** Marks mail that was taken, and did not arrive after all, as refused; to whom it was, each time it is new. */
export async function markNotDelivered(trx: Db, ids: string[], answer: string): Promise<string[]> {
  if (ids.length === 0) return []
  const marked = await trx
    .updateTable('mail')
    .set({ state: 'refused', answer })
    .where('id', 'in', ids)
    .where('state', '=', 'sent')
    .returning('recipient')
    .execute()
  return marked.map(({ recipient }) => recipient)
}

export const forgetLettersEndedBefore = (trx: Db, instant: Date) =>
  trx
    .updateTable('mail')
    .set({ letter: null })
    .where('letter', 'is not', null)
    .where('ended_at', '<', instant)
    .execute()

export const deleteMailBefore = (trx: Db, instant: Date) =>
  trx.deleteFrom('mail').where('created_at', '<', instant).execute()

/** What is kept of mail to an address: for the person whose it is. */
export const listMailTo = (db: Db, recipient: string) =>
  db
    .selectFrom('mail')
    .select(['id', 'recipient', 'about', 'subject', 'why', 'letter', 'state', 'created_at', 'ended_at'])
    .where(({ fn }) => fn<string>('lower', ['recipient']), '=', recipient.toLowerCase())
    .orderBy('id')
    .execute()

const mailsAPage = 50

/** Mail to an address by what it was about, the newest first, a page at a time; `before` is the id of a mail. */
export async function listMailBefore(db: Db, recipient: string, before?: string) {
  const rows = await db
    .selectFrom('mail')
    .select(['id', 'subject', 'why', 'state', 'created_at'])
    .where(({ fn }) => fn<string>('lower', ['recipient']), '=', recipient.toLowerCase())
    .$if(before !== undefined, query => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(mailsAPage + 1)
    .execute()
  return { mails: rows.slice(0, mailsAPage), hasMore: rows.length > mailsAPage }
}

/** Ends what is kept of mail to an address, and what was still to be sent: for a person who is erased. */
export async function deleteMailTo(trx: Db, recipient: string) {
  await trx.deleteFrom('mail_stop').where('address', '=', recipient.toLowerCase()).execute()
  await trx
    .deleteFrom('mail')
    .where(({ fn }) => fn<string>('lower', ['recipient']), '=', recipient.toLowerCase())
    .execute()
}

/** Ends what is kept of mail whose key begins so, and what was still to be sent of it. */
export const deleteMailAbout = (trx: Db, keyBegin: string) =>
  trx
    .deleteFrom('mail')
    .where(({ eb, fn }) => eb(fn<boolean>('starts_with', ['key', eb.val(keyBegin)]), '=', true))
    .execute()

/** Mail that has not left, newest first: waiting, given up by its job, or refused; with the tries and the last reason. */
export const listMailInTrouble = (db: Db) =>
  db
    .selectFrom('mail')
    .leftJoin('job', join => join.onRef('job.key', '=', 'mail.key').on('job.queue', '=', 'send-mail'))
    .select(['mail.id', 'recipient', 'about', 'state', 'answer', 'mail.created_at'])
    .select(['attempts', 'last_error', 'dead_at'])
    .where('state', 'in', ['waiting', 'refused'])
    .orderBy('mail.id', 'desc')
    .limit(200)
    .execute()

const outbox = (db: Db) =>
  db
    .selectFrom('mail')
    .select(['id', 'recipient', 'about', 'letter', 'state', 'created_at'])
    .orderBy('id', 'desc')

export type OutboxRow = Awaited<ReturnType<typeof listOutbox>>[number]

const withLetter = <Row extends { letter: unknown }>(row: Row) => ({
  ...row,
  letter: row.letter as Letter | null,
})

/** The newest mails, whatever became of them. */
export async function listOutbox(db: Db) {
  return (await outbox(db).limit(100).execute()).map(withLetter)
}

export async function findNewestMail(db: Db) {
  return outbox(db).limit(1).executeTakeFirst()
}

export async function findMail(db: Db, id: string) {
  const mail = await outbox(db).where('id', '=', id).executeTakeFirst()
  if (!mail) throw failure('absent', '')
  return withLetter(mail)
}
