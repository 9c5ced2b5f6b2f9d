import type { Schedule } from '#plumbing/jobs.ts'
import { slotAtOnce, slotsAt } from './digest.ts'
import { planDigests } from './digest-actions.ts'

/** What people want to know within minutes. */
export const tellAtOnce: Schedule = {
  name: 'tell-at-once',
  at: { everyMinutes: 5 },
  run: (trx, { clock }) => planDigests(trx, clock, [slotAtOnce(clock.now())]),
}

/** The mail of the morning, and on the first morning of a week what people want once a week. */
export const tellInTheMorning: Schedule = {
  name: 'tell-in-the-morning',
  at: { daily: '07:00' },
  run: (trx, { clock }) => planDigests(trx, clock, slotsAt(clock.now())),
}
