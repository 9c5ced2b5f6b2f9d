import { listLastHeard, listSpokespeople } from '#features/accounts/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { beginHandover } from './beginning-actions.ts'
import { silentDays } from './handover.ts'
import { listWaiting } from './owned-queries.ts'
import { listLastEnded } from './stored-handovers.ts'

/**
 * Begins a handover for whoever something has waited for, and from whom nothing was heard, for too long. Whoever is only
 * quiet, with nothing that waits for them, is not gone.
 */
export async function beginForSilent(trx: Db, clock: Clock, site: Site): Promise<void> {
  const latest = new Date(clock.now().getTime() - silentDays * 86_400_000)
  const waiting = await listWaiting(trx, site, latest)
  const people = waiting.map(({ personId }) => personId)
  const heard = await listLastHeard(trx, people)
  const ended = await listLastEnded(trx, people)
  for (const { personId, organisationId } of waiting) {
    const signs = [heard.get(personId), ended.get(`${personId} ${organisationId}`)]
    if (signs.some(at => at && at > latest)) continue
    const spokespeople = await listSpokespeople(trx, organisationId)
    if (spokespeople.some(person => person.personId === personId))
      await beginHandover(trx, clock, { personId, organisationId, why: 'silence', site })
  }
}
