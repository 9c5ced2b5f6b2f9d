import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { secondsToWait } from '#plumbing/rate-limit.ts'
import { isProgram, perBrowser, perNetwork } from './counting.ts'
import { addUse } from './stored-uses.ts'

type Use = { guideId: string; isFilled: boolean; browser: { key: string; network: string; agent: string } }

/** Counts a use of a template, unless a program took it or the same browser has on this day. Of who it was nothing is kept. */
export const countUse = (db: Db, clock: Clock, { guideId, isFilled, browser }: Use): Promise<void> =>
  db.transaction().execute(async trx => {
    if (isProgram(browser.agent)) return
    const what = `use of template ${guideId}`
    const isRepeat = (await secondsToWait(trx, clock, what, browser.key, perBrowser)) > 0
    if (isRepeat || (await secondsToWait(trx, clock, what, browser.network, perNetwork)) > 0) return
    await addUse(trx, { guideId, usedOn: inLondon(clock.now()).date, isFilled })
  })
