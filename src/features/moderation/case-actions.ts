import { listCurators, listSpokespeople, standingTowards } from '#features/accounts/index.ts'
import { type Letter, queueMail } from '#features/mail/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { insertAct } from './act-queries.ts'
import { deleteHold, hiddenOf, insertTrust, markWithheld } from './hold-queries.ts'
import {
  answerLetter,
  releasedLetter,
  restoredLetter,
  stillWithheldLetter,
  toldLetter,
  withheldLetter,
} from './letters.ts'
import { type Act, anotherDecides, type Case, matterOf, reportPath } from './moderation.ts'
import { markAnswered } from './report-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'moderation.released': Record<string, never>
    'moderation.withheld': Record<string, never>
    'moderation.restored': Record<string, never>
    'moderation.dismissed': Record<string, never>
    'moderation.told': Record<string, never>
  }
}

/** What to answer when another curator was quicker. */
export const tooLate = () =>
  failure('conflict', 'Another curator has decided this meanwhile. Open the case again to see how it stands.')

type Done = { trx: Db; clock: Clock; case: Case; actId: string }

/** One act of a curator whose matter it is: `work` does it, and the log and the record say so. */
const act = (
  db: Db,
  clock: Clock,
  actor: Person,
  about: Case,
  { did, words }: { did: Exclude<Act, 'held'>; words: string | null },
  work: (done: Done) => Promise<void>,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { subject } = about
    const standing = standingTowards(await listCurators(trx), actor.id, matterOf(about))
    if (standing === 'another-decides') throw failure('forbidden', anotherDecides)
    const isOwn = standing === 'own-without-other'
    const actId = await insertAct(trx, clock, { subject, act: did, words, personId: actor.id, isOwn })
    await work({ trx, clock, case: about, actId })
    await recordActivity(trx, clock, { kind: `moderation.${did}`, subject, actor, detail: {} })
  })

/** Shows an organisation's first post; the organisation is trusted from now on. */
export const release = (db: Db, clock: Clock, actor: Person, about: Case) =>
  act(db, clock, actor, about, { did: 'released', words: null }, async done => {
    if (!(await deleteHold(done.trx, about.subject, 'held'))) throw tooLate()
    await trust(done)
    await tellOwner(done, releasedLetter)
  })

/** Takes a thing down; the reason is said to everyone, and answers its reports. */
export const withhold = (db: Db, clock: Clock, actor: Person, about: Case, reason: string) =>
  act(db, clock, actor, about, { did: 'withheld', words: reason }, async done => {
    if (!(await markWithheld(done.trx, about.subject, reason, clock.now()))) throw tooLate()
    await answerReports(done, 'withheld', reason)
    await tellOwner(done, (thing, organisation) =>
      withheldLetter(thing, organisation, reason, reportPath(about.subject)),
    )
  })

/** Shows again what was taken down, and so answers whoever asked for another look. */
export const restore = (db: Db, clock: Clock, actor: Person, about: Case) =>
  act(db, clock, actor, about, { did: 'restored', words: null }, async done => {
    if (!(await deleteHold(done.trx, about.subject, 'withheld'))) throw tooLate()
    await trust(done)
    await answerReports(done, 'restored', null)
    await tellOwner(done, restoredLetter)
  })

/** Leaves a thing as it is, and answers its reports with the reason. Of one that is gone nothing stays hidden either. */
export const dismiss = (db: Db, clock: Clock, actor: Person, about: Case, reason: string) =>
  act(db, clock, actor, about, { did: 'dismissed', words: reason }, async done => {
    const isUnhidden = !about.thing && (await deleteHold(done.trx, about.subject, 'held'))
    const answered = await answerReports(done, 'dismissed', reason)
    if (answered === 0 && !isUnhidden) throw tooLate()
    if (await hiddenOf(done.trx, about.subject))
      await tellOwner(done, (thing, organisation) => stillWithheldLetter(thing, organisation, reason))
  })

/** Writes to those who speak for the organisation. */
export const writeToOwner = (db: Db, clock: Clock, actor: Person, about: Case, words: string) =>
  act(db, clock, actor, about, { did: 'told', words }, done =>
    tellOwner(done, (thing, organisation) => toldLetter(thing, organisation, words)),
  )

async function trust({ trx, clock, case: { organisation } }: Done) {
  if (organisation) await insertTrust(trx, clock, organisation.id)
}

async function tellOwner(
  { trx, clock, case: { thing, organisation }, actId }: Done,
  letterOn: (thing: { title: string; path: string }, organisation: string) => Letter,
) {
  if (!thing || !organisation) return
  for (const { personId, email } of await listSpokespeople(trx, organisation.id))
    await queueMail(trx, clock, {
      key: `moderation ${actId} to ${personId}`,
      to: email,
      about: 'moderation',
      letter: letterOn(thing, organisation.name),
    })
}

/** Answers the open reports and returns how many there were. */
async function answerReports(
  { trx, clock, case: { subject, title }, actId }: Done,
  outcome: 'withheld' | 'dismissed' | 'restored',
  words: string | null,
): Promise<number> {
  const answered = await markAnswered(trx, subject, actId)
  for (const { id, email } of answered)
    if (email)
      await queueMail(trx, clock, {
        key: `report ${id} answered`,
        to: email,
        about: 'report',
        letter: answerLetter(title, outcome, words),
      })
  return answered.length
}
