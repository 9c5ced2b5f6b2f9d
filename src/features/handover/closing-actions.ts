import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Handover, isOpenItem } from './handover.ts'
import { listItems, updateHandover } from './stored-handovers.ts'

/** Ends what asks nobody for anything any more; while a last day is still to come it goes on. */
export async function closeIfDone(trx: Db, clock: Clock, { id, last_day, left_at }: Handover): Promise<void> {
  if (last_day !== null && left_at === null) return
  if ((await listItems(trx, id)).some(isOpenItem)) return
  await updateHandover(trx, id, { ended_at: clock.now(), ended_as: 'done' })
}
