import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import pino from 'pino'
import { systemClock } from '#plumbing/clock.ts'
import type { Command, CommandContext } from '#plumbing/command.ts'
import { readConfig } from '#plumbing/config.ts'
import { type OpenDatabase, openDatabase } from '#plumbing/database/database.ts'
import { createLog } from '#plumbing/log.ts'
import { inRoot } from '#plumbing/root.ts'
import { backup } from './commands/backup.ts'
import { doctor } from './commands/doctor.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { jobsCommand } from './commands/jobs.ts'
import { migrateCommand, seedCommand } from './commands/migrate.ts'
import { restore } from './commands/restore.ts'
import { start } from './commands/start.ts'
import { worker } from './commands/worker.ts'
import { explanationOf } from './explanation.ts'
import { site } from './features.ts'

const commands: Command[] = [
  start,
  worker,
  migrateCommand,
  seedCommand,
  importCommand,
  exportCommand,
  backup,
  restore,
  doctor,
  jobsCommand,
  ...site.slot('commands'),
]

// A write to the system for every line is a tenth of what a page costs: lines leave together, after a second at most.
const logWriting = { sync: false, minLength: 4096, periodicFlush: 1000 }

const say = (line: string) => process.stderr.write(`pipeline: ${line}\n`)
const print = (line: string) => process.stdout.write(`${line}\n`)

function help(): string {
  const lines = commands.map(({ name, usage, does }) => `  pipeline ${name} ${usage}\n      ${does}`)
  return `Pipeline\n\n${lines.join('\n')}\n\nSettings come from the environment or a file .env: see docs/operating.md.`
}

async function main([name, ...rest]: string[]) {
  const command = commands.find(known => known.name === name)
  if (!command) {
    print(help())
    process.exitCode = !name || name === 'help' || name === '--help' ? 0 : 1
    return
  }
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'))
  const config = readConfig(process.env)
  const log = createLog(config.LOG_LEVEL, pino.destination(logWriting))
  let opened: Promise<OpenDatabase> | undefined
  const open = () => {
    opened ??= openDatabase({
      databaseUrl: config.DATABASE_URL,
      dataDir: config.DATA_DIR,
      poolSize: config.DATABASE_POOL,
      onIdleError: err => log.error({ err }, 'lost an idle database connection'),
    })
    return opened
  }
  const context: CommandContext = { config, site, clock: systemClock, log, open, say, print }
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: command.options ?? {},
      allowPositionals: true,
    })
    await command.run(context, {
      values: values as Record<string, string | boolean | undefined>,
      words: positionals,
    })
  } finally {
    if (opened)
      await opened.then(
        database => database.close(),
        () => {},
      )
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  say(explanationOf(error))
  process.exitCode = 1
}
