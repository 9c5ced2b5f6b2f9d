import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { lockImport } from './import-queries.ts'
import type { ServiceLine } from './service-lines.ts'
import { rememberService } from './service-queries.ts'
import { writeLineServices } from './stored-services.ts'

/** Lines of a file, and the service that its organisation says that they are for; null: no one of them. */
export type ChosenService = { lines: ServiceLine[]; serviceId: number | null }

/** Keeps what somebody says that lines are for, and remembers it by their titles for the next register. */
export const chooseServices = (
  db: Db,
  clock: Clock,
  importId: string,
  chosen: ChosenService[],
): Promise<void> =>
  db.transaction().execute(async trx => {
    const locked = await lockImport(trx, importId)
    if (locked?.state !== 'previewed') throw failure('conflict', 'This file has been taken in meanwhile.')
    for (const { lines, serviceId } of chosen) {
      await writeLineServices(trx, importId, { positions: lines.map(({ position }) => position), serviceId })
      await rememberService(trx, {
        organisationId: locked.organisationId,
        titles: lines.map(({ title }) => title),
        serviceId,
        now: clock.now(),
      })
    }
  })
