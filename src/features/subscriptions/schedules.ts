import { inLondon } from '#plumbing/clock.ts'
import { enqueue, type Schedule } from '#plumbing/jobs.ts'
import { slotAtOnce, slotsAt } from './digest.ts'
import { planDigests } from './digest-actions.ts'
import { type Counting, listQueue } from './jobs.ts'
import { deleteToldBefore } from './retention-queries.ts'

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

const toldKeptMilliseconds = 365 * 86_400_000

/** After a year nobody asks any more why they got a mail. */
export const forgetTold: Schedule = {
  name: 'forget-told',
  at: { daily: '03:50' },
  run: (trx, { clock }) => deleteToldBefore(trx, new Date(clock.now().getTime() - toldKeptMilliseconds)),
}

const first = { hash: '', id: '00000000-0000-0000-0000-000000000000' }

/** Before the mail of the morning. */
export const countLists: Schedule = {
  name: 'count-kept-lists',
  at: { daily: '05:30' },
  run: async (trx, { clock }) => {
    const day = inLondon(clock.now()).date
    const payload: Counting = { day, after: first }
    await enqueue(trx, clock, listQueue, `${day} from the first`, payload)
  },
}
