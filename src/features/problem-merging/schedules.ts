import { inLondon } from '#plumbing/clock.ts'
import { enqueue, type Schedule } from '#plumbing/jobs.ts'
import { expireMerges } from './merge-actions.ts'
import { sameProblemsQueue } from './suggestion-jobs.ts'

/** Ends proposals that not both owners answered in time. It merges nothing: only people do. */
export const endUnansweredMerges: Schedule = {
  name: 'endUnansweredMerges',
  at: { daily: '04:20' },
  run: (trx, { clock }) => expireMerges(trx, clock),
}

/** Finds what curators may look at. It proposes nothing: only they do. */
export const findSameProblemsAtNight: Schedule = {
  name: 'findSameProblems',
  at: { daily: '03:20' },
  run: (trx, { clock }) => enqueue(trx, clock, sameProblemsQueue, inLondon(clock.now()).date, {}),
}
