import { type Activity, recordActivities } from '#plumbing/activity.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { listTerms, renewContracts, type Terms } from './stored-contracts.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** Its last day is another: 'YYYY-MM-DD', or null where none is given. */
    'contract.end-moved': { from: string | null; to: string | null }
    /** It is with somebody else. */
    'contract.supplier-changed': { fromId: string | null; toId: string | null }
    /** The council itself says what sources had said. */
    'contract.confirmed': Record<string, never>
  }
}

const changesOf = (actor: Actor, before: Terms, after: Terms): Activity[] => {
  const about = { subject: { kind: 'contract', id: after.id }, actor }
  const changes: Activity[] = []
  if (before.ends_on !== after.ends_on)
    changes.push({
      ...about,
      kind: 'contract.end-moved',
      detail: { from: before.ends_on, to: after.ends_on },
    })
  if (before.supplier_id !== after.supplier_id)
    changes.push({
      ...about,
      kind: 'contract.supplier-changed',
      detail: { fromId: before.supplier_id, toId: after.supplier_id },
    })
  if (!before.is_confirmed && after.is_confirmed)
    changes.push({ ...about, kind: 'contract.confirmed', detail: {} })
  return changes
}

/** Lets contracts show what their newest statement says, and records what is another thing by that. */
export async function showNewest(trx: Db, clock: Clock, actor: Actor, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const before = new Map((await listTerms(trx, ids)).map(terms => [terms.id, terms]))
  await renewContracts(trx, ids, clock.now())
  const after = await listTerms(trx, ids)
  await recordActivities(
    trx,
    clock,
    after.flatMap(terms => changesOf(actor, before.get(terms.id)!, terms)),
  )
}
