import { sayHappening } from '#features/subscriptions/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { backOffSeconds } from '#plumbing/job-runs.ts'
import { enqueue, type JobContext, type JobKind, type Outcome } from '#plumbing/jobs.ts'
import { type Guard, postOutbound, Refused, type Sending } from '#plumbing/outbound.ts'
import { triesAtMost } from './hook.ts'
import { deliverQueue, tryKey } from './hook-actions.ts'
import { listTold } from './hook-queries.ts'
import { sendingOf } from './message.ts'
import { findDelivery, updateDelivery } from './stored-hooks.ts'

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

async function deliver(id: string, { db, site, clock, config }: JobContext, guard: Guard): Promise<Outcome> {
  const delivery = await findDelivery(db, id)
  if (delivery?.state !== 'waiting') return async () => {}
  const told = await listTold(db, id)
  const tried_at = clock.now()
  const tries = delivery.tries + 1
  if (told.length === 0)
    return async trx => {
      await updateDelivery(trx, id, { state: 'empty', tries: delivery.tries, answer: null, tried_at })
    }
  const happenings = site.slot('happenings')
  const items = told.map(({ happening, url, ...thing }) => ({
    ...thing,
    url: config.BASE_URL + url,
    says: sayHappening(happening, happenings),
  }))
  const message = { id, madeAt: delivery.made_at, items }
  const { isTaken, answer } = await send(delivery.address, sendingOf(delivery, message, tried_at), guard)
  const hasMore = !isTaken && tries < triesAtMost
  const state = isTaken ? 'delivered' : hasMore ? 'waiting' : 'given-up'
  return async (trx: Db) => {
    await updateDelivery(trx, id, { state, tries, answer, tried_at })
    if (!hasMore) return
    const next = new Date(clock.now().getTime() + backOffSeconds(tries) * 1000)
    await enqueue(trx, clock, deliverQueue, tryKey(id, delivery.replays, tries), { id }, next)
  }
}

/** Delivers messages. Others' servers are slow at times: nothing else waits for them. */
export const deliverHooks = (guard: Guard): JobKind<{ id: string }> => ({
  queue: deliverQueue,
  batch: 20,
  isLong: true,
  reach: (jobs, context) => jobs.map(({ payload }) => deliver(payload.id, context, guard)),
})
