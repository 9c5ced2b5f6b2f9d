import { expect, test } from 'vitest'
import type { CommandContext } from '#plumbing/command.ts'
import { readConfig } from '#plumbing/config.ts'
import type { OpenDatabase } from '#plumbing/database/database.ts'
import { createSite } from '#plumbing/feature.ts'
import { handClock, silentLog, testDatabase } from '#test/support.ts'
import { site } from '../features.ts'
import { seed } from './prepare.ts'

test('a start that is cut off while it puts in order what came in does that again the next time, and then no more', async () => {
  const db = await testDatabase()
  let put = 0
  let isCutOff = true
  const run = async () => {
    if (isCutOff) throw new Error('cut off')
    put += 1
  }
  const { seeds, imports } = { seeds: site.slot('seeds').slice(0, 1), imports: site.slot('imports') }
  const context: CommandContext = {
    config: readConfig({}),
    site: createSite([{ name: 'cut off', seeds, imports, afterImport: [{ run }] }]),
    clock: handClock(),
    log: silentLog,
    open: async () => database,
    say: () => {},
    print: () => {},
  }
  const database = {
    db,
    engine: 'embedded',
    close: async () => {},
    housekeep: async () => {},
  } as object as OpenDatabase
  await db.deleteFrom('imported_record').where('format', '=', seeds[0]!.format).execute()
  await db.updateTable('import_run').set({ finished_at: null }).execute()

  await expect(seed(context, database)).rejects.toThrow('cut off')
  isCutOff = false
  await seed(context, database)
  await seed(context, database)
  expect(put).toBe(1)
})
