import { join } from 'node:path'
import type { Command } from '#plumbing/command.ts'
import { writeBackup } from '#plumbing/database/dump.ts'
import { pendingMigrations } from '#plumbing/database/migrate.ts'
import { failure } from '#plumbing/failures.ts'

export const backup: Command = {
  name: 'backup',
  usage: '[FILE]',
  does: 'writes the whole database to one file, while the site runs on PostgreSQL; for both databases',
  run: async ({ open, config, clock, say, print }, { words: [named] }) => {
    const { db } = await open()
    if ((await pendingMigrations(db)).length > 0)
      throw failure('conflict', 'This database is not up to date. Run `pipeline migrate` first.')
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
