import type { Command } from '#plumbing/command.ts'
import { restoreBackup } from '#plumbing/database/load.ts'
import { failure } from '#plumbing/failures.ts'

export const restore: Command = {
  name: 'restore',
  usage: 'FILE',
  does: 'puts a backup into an empty database of either kind, and compares',
  run: async ({ open, say, print }, { words: [file] }) => {
    if (!file) throw failure('invalid', 'Say which backup: `pipeline restore FILE`.')
    const database = await open()
    const { tables, rows } = await restoreBackup(database.db, file, (table, rows) => say(`${table}: ${rows}`))
    await database.housekeep()
    print(`${tables} tables, ${rows} rows restored: 0 differences`)
  },
}
