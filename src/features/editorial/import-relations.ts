import { z } from 'zod'
import { listWorkByKeys, type Relation, relateWork, relations } from '#features/related-work/index.ts'
import { readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat } from '#plumbing/import.ts'

type Row = { source_key: string; relation: Relation; other_source_key: string; ground: string }

const row = z.object({
  source_key: requiredText,
  relation: z.enum(relations, `is not one of ${relations.join(', ')}`),
  other_source_key: requiredText,
  ground: requiredText,
})

export const relationsBetweenRecords: ImportFormat<Row> = {
  format: 'relations',
  describes: 'what records have to do with each other, named by source keys, with the ground, as CSV',
  read: file => readCsv(file, row, ['source_key', 'relation', 'other_source_key', 'ground']),
  key: ({ source_key, relation, other_source_key }) => [source_key, relation, other_source_key].join(' '),
  write: async (trx, rows, context) => {
    const known = await listWorkByKeys(
      trx,
      rows.flatMap(({ row }) => [row.source_key, row.other_source_key]),
    )
    const resolved = rows.map(({ row }) => ({
      ...row,
      from: known.get(row.source_key),
      to: known.get(row.other_source_key),
    }))
    await relateWork(
      trx,
      resolved.flatMap(({ from, relation, to, ground }) =>
        from && to ? [{ from, relation, to, ground }] : [],
      ),
      context,
    )
    return resolved.map(({ from, to, source_key, other_source_key }) =>
      from && to
        ? { subjectId: from.id }
        : { refusal: `${from ? other_source_key : source_key} names no record that is here` },
    )
  },
}
