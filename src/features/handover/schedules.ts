import type { Schedule } from '#plumbing/jobs.ts'
import { followOwned } from './beginning-actions.ts'
import { closeIfDone } from './closing-actions.ts'
import { linkDays } from './handover.ts'
import { endLastDays } from './leaving-actions.ts'
import { deleteEndedBefore } from './personal-queries.ts'
import { keptDays } from './retention.ts'
import { beginForSilent } from './silence-actions.ts'
import { deleteLinksBefore, listOpen } from './stored-handovers.ts'

/** What a night does to handovers: last days pass, lists are brought up to date, and long silence begins new ones. */
export const keepHandovers: Schedule = {
  name: 'keepHandovers',
  at: { daily: '05:40' },
  run: async (trx, { clock, site }) => {
    await endLastDays(trx, clock, site)
    for (const handover of await listOpen(trx)) {
      await followOwned(trx, clock, site, handover)
      await closeIfDone(trx, clock, handover)
    }
    await beginForSilent(trx, clock, site)
    const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000)
    await deleteLinksBefore(trx, daysAgo(linkDays))
    await deleteEndedBefore(trx, daysAgo(keptDays))
  },
}
