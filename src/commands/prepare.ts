import { operator } from '#plumbing/actor.ts'
import type { CommandContext } from '#plumbing/command.ts'
import type { OpenDatabase } from '#plumbing/database/database.ts'
import { migrate } from '#plumbing/database/migrate.ts'
import { importFile } from '#plumbing/import.ts'
import { isSettled, markSettled, pendingSeeds } from '#plumbing/import-runs.ts'
import { type JobContext, runDue } from '#plumbing/jobs.ts'

export const jobContext = (
  { site, clock, config, log }: CommandContext,
  { db }: OpenDatabase,
): JobContext => ({
  db,
  site,
  clock,
  config,
  log,
})

export async function bringUpToDate({ say }: CommandContext, database: OpenDatabase) {
  await migrate(database.db, { onApplied: ({ name }) => say(`database: ${name}`) })
}

/** Lets the reactions to what was taken in run, and puts in order what much of it has moved. */
export async function settle(context: CommandContext, database: OpenDatabase) {
  const { site, clock, say } = context
  await runDue(jobContext(context, database), {
    only: 'short',
    onProgress: handled => say(`index: ${handled}`),
  })
  for (const { run } of site.slot('afterImport')) await run(database.db, clock)
  await markSettled(database.db, clock)
  await database.housekeep()
}

const linesInWords = (lines: number[]) =>
  lines.length > 5 ? `${lines.length} lines from ${lines[0]}` : `line ${lines.join(', ')}`

/** Takes in what ships with the product and has not been taken in as it is now, and settles what an earlier start left. */
export async function seed(context: CommandContext, database: OpenDatabase) {
  const { site, clock, say } = context
  const { db } = database
  const pending = await pendingSeeds(db, site)
  for (const { format, file, source } of pending) {
    const refused = new Map<string, number[]>()
    await importFile(db, site, clock, {
      format,
      file,
      source,
      actor: operator,
      onProgress: ({ rows, percent }) => say(`${format}: ${rows} rows in, ${percent} % of the file read`),
      onLine: ({ line, outcome, remarks }) => {
        if (outcome !== 'refused') return
        const reason = remarks.join('; ')
        refused.set(reason, [...(refused.get(reason) ?? []), line])
      },
    })
    for (const [reason, lines] of refused) say(`${file.name}, ${linesInWords(lines)}: ${reason}`)
  }
  if (await isSettled(db)) return
  await settle(context, database)
}
