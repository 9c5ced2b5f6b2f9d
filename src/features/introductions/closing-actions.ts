import { system } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { decline } from './answering-actions.ts'
import { recordOn } from './asking-actions.ts'
import { days, daysBefore } from './introduction.ts'
import { expiredLetter, outcomeLetter } from './letters.ts'
import { listBlockedBefore, listSilentSince, listToAskOutcome } from './queries.ts'
import { deleteLinksBefore, updateIntroduction } from './stored-introductions.ts'
import { tellAgreed, tellBoth } from './telling-actions.ts'

/** Answers for those who want nothing from an organisation, in the words of any other no. */
export async function declineBlocked(trx: Db, clock: Clock): Promise<void> {
  for (const introduction of await listBlockedBefore(trx, daysBefore(clock.now(), days.blocked)))
    await decline(trx, clock, system, { introduction, as: 'no-time' })
}

/** Closes what nobody answered for three weeks, and says so kindly. */
export async function expireSilent(trx: Db, clock: Clock): Promise<void> {
  for (const introduction of await listSilentSince(trx, daysBefore(clock.now(), days.silence))) {
    const { id } = introduction
    await updateIntroduction(trx, id, { state: 'expired', ended_at: clock.now() })
    await recordOn(trx, clock, system, { id, happened: 'expired' })
    await tellAgreed(trx, clock, {
      introduction,
      what: 'expired',
      letterFor: side => expiredLetter(introduction, side),
    })
  }
}

/** Asks both once, a month after they agreed, what came of it. */
export async function askOutcomes(trx: Db, clock: Clock): Promise<void> {
  for (const introduction of await listToAskOutcome(trx, daysBefore(clock.now(), days.outcome))) {
    await updateIntroduction(trx, introduction.id, { outcome_asked_at: clock.now() })
    await tellBoth(trx, clock, introduction, {
      what: 'outcome',
      letterFor: (side, secret) => outcomeLetter(introduction, { side, secret }),
    })
  }
}

export const forgetLinks = (trx: Db, clock: Clock) =>
  deleteLinksBefore(trx, daysBefore(clock.now(), days.link))
