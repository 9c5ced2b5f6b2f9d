import { sayHappenings } from '#features/subscriptions/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { backOffSeconds } from '#plumbing/job-runs.ts'
import { enqueue, type JobContext, type JobKind } from '#plumbing/jobs.ts'
import { type Guard, postOutbound, Refused, type Sending } from '#plumbing/outbound.ts'
import { triesAtMost } from './hook.ts'
import { deliverQueue, tryKey } from './hook-actions.ts'
import { listTold } from './hook-queries.ts'
import { sendingOf } from './message.ts'
import { findDelivery, type Tried, updateDelivery } from './stored-hooks.ts'

/** What came of a try, in words for whoever gave the address; of what the other side said nothing but its status. */
async function send(address: string, sending: Sending, guard: Guard) {
  try {
    const status = await postOutbound(address, sending, guard)
    return { isTaken: status >= 200 && status < 300, answer: `It answered ${status}` }
  } catch (error) {
    if (error instanceof Refused) return { isTaken: false, answer: error.message }
    const { name, code } = error as NodeJS.ErrnoException
    return {
      isTaken: false,
      answer:
        name === 'TimeoutError' || code === 'ABORT_ERR'
          ? 'It did not answer in time'
          : 'It could not be reached',
    }
  }
}

type Delivered = { delivery: { id: string; replays: number }; tried: Tried }

async function deliver(
  id: string,
  { db, site, clock, config }: JobContext,
  guard: Guard,
): Promise<Delivered | undefined> {
  const delivery = await findDelivery(db, id)
  if (delivery?.state !== 'waiting') return
  const told = await sayHappenings(db, site.slot('happenings'), await listTold(db, id))
  const tried_at = clock.now()
  const tries = delivery.tries + 1
  if (told.length === 0)
    return { delivery, tried: { state: 'empty', tries: delivery.tries, answer: null, tried_at } }
  const items = told.map(({ url, ...thing }) => ({ ...thing, url: config.BASE_URL + url }))
  const message = { id, madeAt: delivery.made_at, items }
  const { isTaken, answer } = await send(delivery.address, sendingOf(delivery, message, tried_at), guard)
  const state = isTaken ? 'delivered' : tries < triesAtMost ? 'waiting' : 'given-up'
  return { delivery, tried: { state, tries, answer, tried_at } }
}

async function keepTried(trx: Db, { delivery: { id, replays }, tried }: Delivered, clock: Clock) {
  await updateDelivery(trx, id, tried)
  if (tried.state !== 'waiting') return
  const next = new Date(clock.now().getTime() + backOffSeconds(tried.tries) * 1000)
  await enqueue(trx, clock, deliverQueue, tryKey(id, replays, tried.tries), { id }, next)
}

/** Delivers messages. Others' servers are slow at times: nothing else waits for them. */
export const deliverHooks = (guard: Guard): JobKind<{ id: string }, Delivered | undefined> => ({
  queue: deliverQueue,
  batch: 20,
  isLong: true,
  reach: (jobs, context) => jobs.map(({ payload }) => deliver(payload.id, context, guard)),
  settle: async (trx, all, { clock }) => {
    for (const delivered of all) if (delivered) await keepTried(trx, delivered, clock)
  },
})
