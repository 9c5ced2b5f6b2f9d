import type { Schedule } from '#plumbing/jobs.ts'
import { makeDeliveries } from './hook-actions.ts'
import { deleteDeliveriesBefore } from './stored-hooks.ts'

export const sendToHooks: Schedule = {
  name: 'send-to-hooks',
  at: { everyMinutes: 1 },
  run: (trx, { clock }) => makeDeliveries(trx, clock),
}

const keptMilliseconds = 90 * 86_400_000

export const forgetDeliveries: Schedule = {
  name: 'forget-deliveries',
  at: { daily: '03:40' },
  run: (trx, { clock }) => deleteDeliveriesBefore(trx, new Date(clock.now().getTime() - keptMilliseconds)),
}
