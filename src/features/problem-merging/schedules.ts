import type { Schedule } from '#plumbing/jobs.ts'
import { expireMerges } from './merge-actions.ts'

/** Ends proposals that not both owners answered in time. It merges nothing: only people do. */
export const endUnansweredMerges: Schedule = {
  name: 'endUnansweredMerges',
  at: { daily: '04:20' },
  run: (trx, { clock }) => expireMerges(trx, clock),
}
