import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { operator } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Command, CommandContext } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { type ImportReport, importFile } from '#plumbing/import.ts'
import { bringUpToDate, seed, settle } from './prepare.ts'

const maxBytes = 50 * 1024 * 1024

function readText(file: string): string {
  try {
    const bytes = readFileSync(file)
    if (bytes.length > maxBytes) throw failure('too-large', `${file} is larger than 50 MB.`)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw failure('invalid', `${file} is not UTF-8 text.`)
    if ((error as NodeJS.ErrnoException).code) throw failure('invalid', `${file} cannot be read.`)
    throw error
  }
}

function printReport({ print }: CommandContext, report: ImportReport) {
  for (const { line, outcome, remarks } of report.lines) {
    if (outcome === 'refused' || remarks.length > 0)
      print(`line ${line}: ${outcome}${remarks.map(remark => `; ${remark}`).join('')}`)
  }
  const { added, changed, unchanged, refused } = report.counts
  print(
    `${added} added, ${changed} changed, ${unchanged} unchanged, ${refused} refused${report.dryRun ? ' (dry run: nothing was kept)' : ''}`,
  )
}

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE --format FORMAT [--dry-run] [--all-or-nothing] [--json] [--source NAME] [--as-of YYYY-MM-DD]',
  does: 'takes a file in, with a report by line; twice is the same as once',
  options: {
    format: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'all-or-nothing': { type: 'boolean' },
    json: { type: 'boolean' },
    source: { type: 'string' },
    'as-of': { type: 'string' },
  },
  run: async (context, { values, words: [file] }) => {
    const { site, clock, say, print } = context
    const formats = site.slot('imports')
    if (!file || !values.format) {
      const known = formats.map(({ format, describes }) => `  ${format.padEnd(24)}${describes}`).join('\n')
      throw failure('invalid', `Say which file and which format. Formats:\n${known}`)
    }
    const asOf = String(values['as-of'] ?? inLondon(clock.now()).date)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw failure('invalid', '--as-of takes a date like 2026-11-21.')
    const text = readText(file)
    const database = await context.open()
    await bringUpToDate(context, database)
    await seed(context, database)
    const report = await importFile(database.db, site, clock, {
      format: String(values.format),
      file,
      text,
      source: { name: String(values.source ?? basename(file)), asOf },
      actor: operator,
      dryRun: Boolean(values['dry-run']),
      allOrNothing: Boolean(values['all-or-nothing']),
      onProgress: (done, of) => say(`${done} of ${of} in`),
    })
    if (values.json) print(JSON.stringify(report, null, 2))
    else printReport(context, report)
    if (!report.dryRun) await settle(context, database)
    if (report.counts.refused > 0) process.exitCode = 2
  },
}
