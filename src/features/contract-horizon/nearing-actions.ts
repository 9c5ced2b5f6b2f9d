import { recordActivities } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { monthsBefore } from './happenings.ts'
import { listEndingBetween, lookUntil } from './nearing-queries.ts'
import { addMonths } from './window.ts'

/** Records which contracts come near their end today, and on the days since it was last looked; the first time none. */
export async function recordNearing(trx: Db, clock: Clock): Promise<void> {
  const today = inLondon(clock.now()).date
  const before = await lookUntil(trx, today)
  if (!before || before >= today) return
  for (const months of monthsBefore) {
    const near = await listEndingBetween(trx, addMonths(before, months), addMonths(today, months))
    await recordActivities(
      trx,
      clock,
      near.map(({ id, ends_on }) => ({
        kind: 'contract.nearing-end',
        subject: { kind: 'contract', id },
        actor: system,
        detail: { months, endsOn: ends_on! },
      })),
    )
  }
}
