import { join } from 'node:path'
import type { Command } from '#plumbing/command.ts'
import { writeBackup } from '#plumbing/database/dump.ts'

export const backup: Command = {
  name: 'backup',
  usage: '[FILE]',
  does: 'writes the whole database to one file, while the site runs on PostgreSQL; for both databases',
  run: async ({ open, config, clock, say, print }, { words: [named] }) => {
    const { db } = await open()
    const now = clock.now()
    const file =
      named ??
      join(
        config.DATA_DIR,
        'backups',
        `pipeline-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z.jsonl.gz`,
      )
    const { tables, rows } = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(trx => writeBackup(trx, file, now, (table, rows) => say(`${table}: ${rows}`)))
    print(`${file}: ${tables} tables, ${rows} rows`)
  },
}
