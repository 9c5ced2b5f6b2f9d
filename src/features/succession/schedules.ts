import type { Schedule } from '#plumbing/jobs.ts'
import { askAboutRoles } from './telling-actions.ts'

/** What nobody has looked at for long is asked about. */
export const keepSuccession: Schedule = {
  name: 'keepSuccession',
  at: { daily: '07:30' },
  run: (trx, { clock }) => askAboutRoles(trx, clock),
}
