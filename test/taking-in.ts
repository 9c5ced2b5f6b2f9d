import { operator } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { type Counts, type ImportOptions, importFile, type ReportLine } from '#plumbing/import.ts'
import { fileOfText } from '#plumbing/import-file.ts'
import { site as whole } from '../src/features.ts'
import { handClock } from './support.ts'

type Taking = Partial<ImportOptions> & {
  format: string
  text: string
  name?: string
  site?: Site
  clock?: Clock
}

/** Takes a text in as a file of a format, and tells what became of each line. */
export async function takeIn(
  db: Db,
  { text, name = 'file.csv', site = whole, clock = handClock(), ...more }: Taking,
): Promise<{ counts: Counts; lines: ReportLine[] }> {
  const lines: ReportLine[] = []
  const counts = await importFile(db, site, clock, {
    file: fileOfText(name, text),
    source: { name: 'A test', asOf: '2026-11-21' },
    actor: operator,
    onLine: line => lines.push(line),
    ...more,
  })
  return { counts, lines }
}
