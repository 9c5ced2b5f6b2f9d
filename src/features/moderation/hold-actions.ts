import { decidingOn, listCurators } from '#features/accounts/index.ts'
import { queueMail } from '#features/mail/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { insertAct } from './act-queries.ts'
import { hiddenOf, isTrusted, markHeld } from './hold-queries.ts'
import { heldLetter, type WhyHeld } from './letters.ts'
import { casePath, type Subject } from './moderation.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'moderation.held': Record<string, never>
  }
}

/**
 * Holds what an organisation publishes until a curator has released one of its posts; part of the publishing action's
 * transaction. What was withheld and is published anew waits for a curator too. True when it waits.
 */
export async function holdFirstPost(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  subject: Subject,
): Promise<boolean> {
  const hidden = await hiddenOf(trx, subject)
  if (!hidden && (await isTrusted(trx, actor.actingFor.id))) return false
  await hold(trx, clock, actor, subject, hidden ? 'again' : 'first')
  return true
}

/** Holds what a curator reads each time before it is shown, whoever wrote it; part of the publishing action's transaction. */
export const holdToRead = (trx: Db, clock: Clock, actor: Speaker, subject: Subject): Promise<void> =>
  hold(trx, clock, actor, subject, 'always')

async function hold(trx: Db, clock: Clock, actor: Speaker, subject: Subject, why: WhyHeld): Promise<void> {
  if (!(await markHeld(trx, subject, clock.now()))) return
  const actId = await insertAct(trx, clock, { subject, act: 'held', words: null, personId: actor.id })
  await recordActivity(trx, clock, { kind: 'moderation.held', subject, actor, detail: {} })
  const matter = { organisationId: actor.actingFor.id, askedBy: null }
  for (const { personId, email } of decidingOn(await listCurators(trx), matter))
    await queueMail(trx, clock, {
      key: `moderation ${actId} to ${personId}`,
      to: email,
      about: 'moderation',
      letter: heldLetter({ organisation: actor.actingFor.name, why, path: casePath(subject) }),
    })
}
