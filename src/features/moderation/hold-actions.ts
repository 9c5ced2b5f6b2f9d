import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { insertAct } from './case-queries.ts'
import { isHidden, isTrusted, upsertHold } from './hold-queries.ts'
import type { Subject } from './moderation.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'moderation.held': Record<string, never>
  }
}

/**
 * Holds what an organisation publishes until a curator has released one of its posts; part of the publishing action's
 * transaction. True when it is not shown: it waits for a curator, or was withheld before.
 */
export async function holdFirstPost(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  subject: Subject,
): Promise<boolean> {
  if (await isHidden(trx, subject)) return true
  if (await isTrusted(trx, actor.actingFor.id)) return false
  await upsertHold(trx, subject, { state: 'held', reason: null, since: clock.now() })
  await insertAct(trx, clock, { subject, act: 'held', words: null, personId: actor.id })
  await recordActivity(trx, clock, { kind: 'moderation.held', subject, actor, detail: {} })
  return true
}
