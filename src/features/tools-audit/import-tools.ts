import { z } from 'zod'
import { recordActivities } from '#plumbing/activity.ts'
import { barList, optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import { newId } from '#plumbing/id.ts'
import type { ImportFormat, Seed } from '#plumbing/import.ts'
import { freeToolSlugs, insertFacts, insertTools } from './stored-tools.ts'
import { type Matter, matters, purposes } from './tool.ts'

const facts = Object.fromEntries(matters.map(matter => [matter, optionalText])) as Record<
  Matter,
  typeof optionalText
>

const tool = z.object({
  name: requiredText,
  purposes: barList.pipe(z.array(z.enum(purposes)).min(1, 'is empty')),
  ...facts,
  source: requiredText,
  source_url: optionalText,
  as_of: z.string().regex(/^\d{4}(-\d{2}){0,2}$/, 'is no date'),
})

/** Tools by name. Of one that is known, what a newer row says is added; its name and purposes are the curators'. */
export const tools: ImportFormat<z.output<typeof tool>> = {
  format: 'tools',
  describes: 'tools for working together, and what a source says of each (CSV)',
  read: file => readCsv(file, tool, ['name', 'purposes', 'source', 'source_url', 'as_of']),
  key: row => row.name,
  write: async (trx, rows, { clock, actor }) => {
    const fresh = rows.filter(({ subjectId }) => !subjectId)
    const slugs = await freeToolSlugs(
      trx,
      fresh.map(({ row }) => row.name),
    )
    const ids = new Map(rows.map(each => [each, each.subjectId ?? newId()]))
    if (fresh.length > 0)
      await insertTools(
        trx,
        fresh.map((each, at) => ({
          id: ids.get(each)!,
          slug: slugs[at]!,
          name: each.row.name,
          purposes: each.row.purposes,
          created_at: clock.now(),
        })),
      )
    for (const each of rows) {
      const { row } = each
      const said = matters.flatMap(matter =>
        row[matter] === null ? [] : [{ toolId: ids.get(each)!, matter, says: row[matter] }],
      )
      await insertFacts(trx, said, {
        source_name: row.source,
        source_url: row.source_url,
        source_as_of: row.as_of,
        person_id: null,
        said_at: clock.now(),
      })
    }
    await recordActivities(
      trx,
      clock,
      rows.map(each => ({
        kind: each.subjectId ? ('tool.changed' as const) : ('tool.listed' as const),
        subject: { kind: 'tool', id: ids.get(each)! },
        actor,
        detail: {},
      })),
    )
    return rows.map(each => ({ subjectId: ids.get(each)! }))
  },
}

export const seeds: Seed[] = [
  {
    format: 'tools',
    file: 'data/content/tools.csv',
    source: { name: 'Tools that the research and Pipeline’s own records name', asOf: '2026-11-22' },
  },
]
