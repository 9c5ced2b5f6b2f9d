import { enqueue, type Schedule } from '#plumbing/jobs.ts'

/** A contract that came in is in the figures an hour later, where there are many. */
export const countHorizonHourly: Schedule = {
  name: 'countHorizon',
  at: { everyMinutes: 60 },
  run: (trx, { clock }) => enqueue(trx, clock, 'count-horizon', clock.now().toISOString().slice(0, 13), {}),
}
