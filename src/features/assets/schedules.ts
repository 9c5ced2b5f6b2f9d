import type { Slots } from '#plumbing/feature.ts'
import { fileHours } from './brought-file.ts'
import { deleteFilesBefore } from './stored-files.ts'

/** A file that nobody took in does not stay. */
export const forgetFiles: Slots['schedules'] = {
  name: 'forget-asset-files',
  at: { everyMinutes: 60 },
  run: async (trx, { clock }) => {
    await deleteFilesBefore(trx, new Date(clock.now().getTime() - fileHours * 3_600_000))
  },
}
