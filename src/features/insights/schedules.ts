import { enqueue, type Schedule } from '#plumbing/jobs.ts'

/** What was published is in the counts an hour later. */
export const countInsightsHourly: Schedule = {
  name: 'countInsights',
  at: { everyMinutes: 60 },
  run: (trx, { clock }) => enqueue(trx, clock, 'count-insights', clock.now().toISOString().slice(0, 13), {}),
}
