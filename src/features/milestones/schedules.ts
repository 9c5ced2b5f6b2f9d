import type { Slots } from '#plumbing/feature.ts'
import { previewHours } from './brought-file.ts'
import { listStalePreviews } from './import-queries.ts'
import { deletePreview } from './stored-imports.ts'

const filesAtOnce = 50

/** A file that nobody took in does not stay: it may hold what nobody wanted here. */
export const forgetPreviews: Slots['schedules'] = {
  name: 'forget-milestone-previews',
  at: { everyMinutes: 60 },
  run: async (trx, { clock }) => {
    const before = new Date(clock.now().getTime() - previewHours * 3_600_000)
    for (const id of await listStalePreviews(trx, before, filesAtOnce)) await deletePreview(trx, { id })
  },
}
