import { enqueue, type Schedule } from '#plumbing/jobs.ts'
import { recordNearing } from './nearing-actions.ts'

/** A contract that came in is in the figures an hour later, where there are many. */
export const countHorizonHourly: Schedule = {
  name: 'countHorizon',
  at: { everyMinutes: 60 },
  run: (trx, { clock }) => enqueue(trx, clock, 'count-horizon', clock.now().toISOString().slice(0, 13), {}),
}

/** Before the mail of the morning. */
export const lookForNearing: Schedule = {
  name: 'contracts-nearing-end',
  at: { daily: '05:00' },
  run: (trx, { clock }) => recordNearing(trx, clock),
}
