import { operator } from '#plumbing/actor.ts'
import type { CommandContext } from '#plumbing/command.ts'
import type { OpenDatabase } from '#plumbing/database/database.ts'
import { migrate } from '#plumbing/database/migrate.ts'
import { importFile, pendingSeeds } from '#plumbing/import.ts'
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

/** Takes in what ships with the product and has not been taken in as it is now, then lets the reactions run. */
export async function seed(context: CommandContext, database: OpenDatabase) {
  const { site, clock, say } = context
  const { db } = database
  const pending = await pendingSeeds(db, site)
  for (const { format, file, source, text } of pending) {
    const onProgress = (done: number, of: number) => say(`${format}: ${done} of ${of}`)
    const report = await importFile(db, site, clock, {
      format,
      file,
      text,
      source,
      actor: operator,
      onProgress,
    })
    for (const { line, outcome, remarks } of report.lines) {
      if (outcome === 'refused') say(`${file}, line ${line}: ${remarks.join('; ')}`)
    }
  }
  if (pending.length === 0) return
  await runDue(jobContext(context, database), { onProgress: handled => say(`index: ${handled}`) })
  await database.housekeep()
}
