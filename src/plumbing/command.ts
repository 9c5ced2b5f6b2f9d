import type { ParseArgsOptionsConfig } from 'node:util'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { OpenDatabase } from './database/database.ts'
import type { Site } from './feature.ts'

/** What a command stands on. The database is opened on first use, and closed when the command ends. */
export type CommandContext = {
  config: Config
  site: Site
  clock: Clock
  log: Logger
  /** Opens the database, without migrating it. */
  open(): Promise<OpenDatabase>
  /** A line for the person at the terminal; on standard error, so that results can be piped. */
  say(line: string): void
  /** A line of the result, on standard output. */
  print(line: string): void
}

export type CommandInput = { values: Record<string, string | boolean | undefined>; words: string[] }

/** A verb of the command line. Throwing a `Failure` prints its message and exits with 1. */
export type Command = {
  name: string
  /** What comes after the name, e.g. `FILE --format F`. */
  usage: string
  does: string
  options?: ParseArgsOptionsConfig
  run(context: CommandContext, input: CommandInput): Promise<void>
}

declare module './feature.ts' {
  interface Slots {
    commands: Command
  }
}
