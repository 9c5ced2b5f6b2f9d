import type { CalendarDay } from '#plumbing/calendar.ts'
import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { dayOf } from './contract-files.ts'
import { listPresents } from './ending-queries.ts'
import { listContracts } from './window-queries.ts'

/** The last days of contracts. */
export async function listContractEnds(db: Db, ids: string[], baseUrl: string): Promise<CalendarDay[]> {
  const presents = await listPresents(db, inLondon(systemClock.now()).date)
  const contracts = await listContracts(db, ids, presents)
  return contracts.filter(({ endsOn }) => endsOn !== null).map(contract => dayOf(contract, baseUrl))
}
