import { z } from 'zod'
import { listWorkByKeys, tagWork } from '#features/related-work/index.ts'
import { listServicesById } from '#features/services/index.ts'
import { readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat } from '#plumbing/import.ts'

type Row = { source_key: string; lgsl_id: number; ground: string }

const row = z.object({
  source_key: requiredText,
  lgsl_id: z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .positive('is not a service’s number'),
  ground: requiredText,
})

export const serviceTags: ImportFormat<Row> = {
  format: 'service-tags',
  describes: 'the services that records are about, named by source keys, with the ground, as CSV',
  read: file => readCsv(file, row, ['source_key', 'lgsl_id', 'ground']),
  key: ({ source_key, lgsl_id }) => `${source_key} ${lgsl_id}`,
  write: async (trx, rows, context) => {
    const known = await listWorkByKeys(
      trx,
      rows.map(({ row }) => row.source_key),
    )
    const services = await listServicesById(
      trx,
      rows.map(({ row }) => row.lgsl_id),
    )
    const resolved = rows.map(({ row }) => ({ ...row, work: known.get(row.source_key) }))
    await tagWork(
      trx,
      resolved.flatMap(({ work, lgsl_id, ground }) =>
        work && services.has(lgsl_id) ? [{ work, serviceId: lgsl_id, ground }] : [],
      ),
      context,
    )
    return resolved.map(({ work, source_key, lgsl_id }) => {
      if (!work) return { refusal: `${source_key} names no record that is here` }
      if (!services.has(lgsl_id)) return { refusal: `there is no service ${lgsl_id}` }
      return { subjectId: work.id }
    })
  },
}
