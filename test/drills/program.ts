// The start command on the drill site.
import { sql } from 'kysely'
import pino from 'pino'
import { systemClock } from '#plumbing/clock.ts'
import type { CommandContext } from '#plumbing/command.ts'
import { readConfig } from '#plumbing/config.ts'
import { openDatabase } from '#plumbing/database/database.ts'
import { createSite } from '#plumbing/feature.ts'
import { bringUpToDate } from '../../src/commands/prepare.ts'
import { start } from '../../src/commands/start.ts'
import drill, { createDrillTables } from './drill-feature.ts'

const config = readConfig(process.env)
const database = await openDatabase({ databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR })
const context: CommandContext = {
  config,
  site: createSite([drill]),
  clock: systemClock,
  log: pino({ level: config.LOG_LEVEL, base: null }),
  open: async () => database,
  say: line => process.stdout.write(`${line}\n`),
  print: line => process.stdout.write(`${line}\n`),
}
await sql`select 1`.execute(database.db)
await bringUpToDate(context, database)
await createDrillTables(database.db)
await start.run(context, { values: {}, words: [] })
await database.close()
