import { newId } from '#plumbing/id.ts'
import type { ImportFormat, Seed } from '#plumbing/import.ts'
import { wholeTextOf } from '#plumbing/import-file.ts'
import { publishShipped } from './actions.ts'
import { parseGuide, type ShippedGuide } from './guide-file.ts'
import { listStandings } from './queries.ts'

export const guideFiles: ImportFormat<ShippedGuide> = {
  format: 'guide',
  describes: 'one guide or template on working together, as Markdown',
  async *read(file) {
    const guide = parseGuide(file.name, await wholeTextOf(file))
    yield 'refusal' in guide ? { line: 1, refusal: guide.refusal } : { line: 1, row: guide }
  },
  key: ({ slug }) => slug,
  write: async (trx, rows, { clock, actor }) => {
    const standings = await listStandings(
      trx,
      rows.map(({ row }) => row.slug),
    )
    const results = []
    for (const { row } of rows) {
      const standing = standings.get(row.slug)
      const id = standing?.id ?? newId()
      if (standing?.isCurated)
        results.push({ subjectId: id, remarks: ['a curator has decided on it: left as it is'] })
      else {
        await publishShipped(trx, clock, actor, { id, isNew: !standing, guide: row })
        results.push({ subjectId: id })
      }
    }
    return results
  },
}

/** The slugs of those that ship. */
export const guideNames = [
  'networking',
  'sharing-knowledge',
  'sharing-resources',
  'delivering-together',
  'state-a-problem',
  'small-councils',
  'working-in-the-open',
  'procurement-together',
  'when-not-to-collaborate',
  'problem-statement',
  'research-plan',
  'show-and-tell',
  'benefits-case',
  'data-sharing-checklist',
]

export const guideSeeds: Seed[] = guideNames.map(name => ({
  format: 'guide',
  file: `data/content/guides/${name}.md`,
  source: { name: 'Written by Pipeline’s editors', asOf: '2026-11-22' },
}))
