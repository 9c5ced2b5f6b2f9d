import type { Slots } from '#plumbing/feature.ts'
import { enqueue } from '#plumbing/jobs.ts'
import { previewHours } from './brought-file.ts'
import { listStalePreviews } from './import-queries.ts'
import { presentMark, tellingKey, tellServicesQueue } from './service-jobs.ts'
import { replaceProductClues } from './service-queries.ts'
import { deletePreview } from './stored-imports.ts'
import { listUntold } from './stored-services.ts'

const filesAtOnce = 50

/** A file that nobody took in does not stay: it may hold what nobody wanted here. */
export const forgetPreviews: Slots['schedules'] = {
  name: 'forget-contract-previews',
  at: { everyMinutes: 60 },
  run: async (trx, { clock }) => {
    const before = new Date(clock.now().getTime() - previewHours * 3_600_000)
    for (const { id } of await listStalePreviews(trx, before, filesAtOnce)) await deletePreview(trx, id)
  },
}

/** What came in, and all of it when a clue has changed, is told its service anew. */
export const keepServicesTold: Slots['schedules'] = {
  name: 'keep-contract-services-told',
  at: { everyMinutes: 10 },
  run: async (trx, { clock, site }) => {
    const clues = await Promise.all(site.slot('serviceClues').map(({ list }) => list(trx)))
    await replaceProductClues(trx, clues.flat())
    const [untold] = await listUntold(trx, await presentMark(trx), 1)
    if (!untold) return
    const first = { round: clock.now().toISOString(), piece: 1 }
    await enqueue(trx, clock, tellServicesQueue, tellingKey(first), first)
  },
}
