import { basename } from 'node:path'
import { operator } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Command, CommandContext } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { type ImportOptions, importFile, type Progress } from '#plumbing/import.ts'
import { fileAt } from '#plumbing/import-file.ts'
import { printJsonReport, printReport } from './import-report.ts'
import { bringUpToDate, seed, settle } from './prepare.ts'

const everyStepUpTo = 5000

/** Tells each step of a small file, and each hundredth of a large one. */
function tellProgress({ say }: CommandContext, { format, dryRun }: ImportOptions) {
  let told = -1
  return ({ rows, percent }: Progress) => {
    if (rows > everyStepUpTo && percent === told) return
    told = percent
    say(`${format}: ${rows} rows ${dryRun ? 'checked' : 'in'}, ${percent} % of the file read`)
  }
}

export const importCommand: Command = {
  name: 'import',
  usage:
    'FILE --format FORMAT [--organisation CODE | --project NAME] [--dry-run] [--all-or-nothing] [--json] [--source NAME] [--as-of YYYY-MM-DD]',
  does: 'takes a file in, with a report by line; twice is the same as once',
  options: {
    format: { type: 'string' },
    organisation: { type: 'string' },
    project: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'all-or-nothing': { type: 'boolean' },
    json: { type: 'boolean' },
    source: { type: 'string' },
    'as-of': { type: 'string' },
  },
  run: async (context, { values, words: [path, ...further] }) => {
    const { site, clock } = context
    const formats = site.slot('imports')
    if (!path || !values.format) {
      const known = formats.map(({ format, describes }) => `  ${format.padEnd(24)}${describes}`).join('\n')
      throw failure('invalid', `Say which file and which format. Formats:\n${known}`)
    }
    if (further.length > 0)
      throw failure('invalid', `One file is taken in at a time: run it again for ${further[0]}.`)
    const asOf = String(values['as-of'] ?? inLondon(clock.now()).date)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw failure('invalid', '--as-of takes a date like 2026-11-21.')
    const whose = values.organisation ?? values.project
    const options: ImportOptions = {
      format: String(values.format),
      file: fileAt(path),
      source: { name: String(values.source ?? basename(path)), asOf },
      actor: operator,
      whose: whose ? String(whose) : undefined,
      dryRun: Boolean(values['dry-run']),
      allOrNothing: Boolean(values['all-or-nothing']),
    }
    const database = await context.open()
    await bringUpToDate(context, database)
    await seed(context, database)
    const report = values.json ? printJsonReport : printReport
    const counts = await report(context, options, onLine =>
      importFile(database.db, site, clock, {
        ...options,
        onLine,
        onProgress: tellProgress(context, options),
      }),
    )
    if (!options.dryRun) await settle(context, database)
    if (counts.refused > 0) process.exitCode = 2
  },
}
