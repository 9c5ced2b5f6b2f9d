import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { insertBlock, markBlocked } from './stored-blocks.ts'
import { lockAsker } from './stored-introductions.ts'

/** The organisation one acts for hears nothing more from another: neither what it asks from now on nor what it has asked already. */
export const block = (db: Db, clock: Clock, actor: Speaker, blockedId: string): Promise<void> =>
  db.transaction().execute(async trx => {
    await lockAsker(trx, blockedId)
    const pair = { organisationId: actor.actingFor.id, blockedId }
    await insertBlock(trx, { ...pair, personId: actor.id, since: clock.now() })
    await markBlocked(trx, pair)
  })
