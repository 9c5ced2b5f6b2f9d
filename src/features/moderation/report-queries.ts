import type { Insertable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Subject } from './moderation.ts'
import type { ModerationReportTable } from './tables.ts'

export const insertReport = (trx: Db, report: Insertable<ModerationReportTable>) =>
  trx.insertInto('moderation_report').values(report).execute()

const reportsOf = (db: Db, { kind, id }: Subject) =>
  db.selectFrom('moderation_report').where('subject_kind', '=', kind).where('subject_id', '=', id)

export type ReportRow = Awaited<ReturnType<typeof listReportsOf>>[number]

/** Reports of one thing, the oldest first. */
export const listReportsOf = (db: Db, subject: Subject) =>
  reportsOf(db, subject)
    .select(['id', 'reason', 'words', 'email', 'reported_at', 'answered_by'])
    .orderBy('reported_at')
    .orderBy('id')
    .execute()

export const hasOpenReports = async (db: Db, subject: Subject): Promise<boolean> =>
  (await reportsOf(db, subject).select('id').where('answered_by', 'is', null).executeTakeFirst()) !==
  undefined

/** Marks the open reports of a thing as answered by an act; returns those whose sender wants to hear of it. */
export const markAnswered = (trx: Db, { kind, id }: Subject, actId: string) =>
  trx
    .updateTable('moderation_report')
    .set({ answered_by: actId })
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('answered_by', 'is', null)
    .returning(['id', 'email'])
    .execute()

export const forgetEmails = (trx: Db, reportedBefore: Date) =>
  trx
    .updateTable('moderation_report')
    .set({ email: null })
    .where('email', 'is not', null)
    .where('reported_at', '<', reportedBefore)
    .execute()

/** What a person reported, signed in or with their address. */
const reportsBy = (db: Db, personId: string) =>
  db
    .selectFrom('moderation_report')
    .where(({ eb, or }) =>
      or([
        eb('person_id', '=', personId),
        eb('email', '=', eb.selectFrom('person').select('email').where('id', '=', personId)),
      ]),
    )

export const listReportsBy = (db: Db, personId: string) =>
  reportsBy(db, personId)
    .select(['subject_kind', 'subject_id', 'reason', 'words', 'email', 'reported_at'])
    .orderBy('reported_at')
    .orderBy('id')
    .execute()

/** That something was reported stays, with the reason; who did and in which words does not. */
export const eraseReportsBy = (trx: Db, personId: string) =>
  trx
    .updateTable('moderation_report')
    .set({ person_id: null, email: null, words: null })
    .where('id', 'in', reportsBy(trx, personId).select('id'))
    .execute()
