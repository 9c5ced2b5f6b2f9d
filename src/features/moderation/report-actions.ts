import { decidingOn, listCurators } from '#features/accounts/index.ts'
import { queueMail } from '#features/mail/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { reportedLetter } from './letters.ts'
import { type Case, casePath, matterOf } from './moderation.ts'
import { type Report, type ReportReason, reasonLabels } from './report.ts'
import { hasOpenReports, insertReport } from './report-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'moderation.reported': { reason: ReportReason }
  }
}

/** Takes in a report of a thing; curators hear of the first that is open. */
export const reportThing = (
  db: Db,
  clock: Clock,
  actor: Actor,
  { about, report }: { about: Case; report: Report },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { subject, label } = about
    const isGathered = await hasOpenReports(trx, subject)
    const id = newId()
    await insertReport(trx, {
      id,
      subject_kind: subject.kind,
      subject_id: subject.id,
      ...report,
      person_id: actor.kind === 'person' ? actor.id : null,
      reported_at: clock.now(),
    })
    await recordActivity(trx, clock, {
      kind: 'moderation.reported',
      subject,
      actor,
      detail: { reason: report.reason },
    })
    if (isGathered) return
    const letter = reportedLetter({ label, reason: reasonLabels[report.reason], path: casePath(subject) })
    for (const { personId, email } of decidingOn(await listCurators(trx), matterOf(about)))
      await queueMail(trx, clock, {
        key: `report ${id} to ${personId}`,
        to: email,
        about: 'moderation',
        letter,
      })
  })
