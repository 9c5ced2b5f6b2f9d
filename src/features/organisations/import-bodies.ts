import { z } from 'zod'
import { barList, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { saveOrganisations } from './actions.ts'

const kinds = ['public-body', 'supplier', 'charity', 'network'] as const

const body = z.object({
  id: requiredText,
  name: requiredText,
  other_names: barList,
  kind: z.enum(kinds, `is none of ${kinds.join(', ')}`),
})

export const otherBodies: ImportFormat<z.output<typeof body>> = {
  format: 'other-organisations',
  describes: 'public bodies, suppliers, charities and networks (CSV, one a row, by id)',
  read: file => readCsv(file, body, Object.keys(body.shape)),
  key: row => row.id,
  write: async (trx, rows, context) => {
    const ids = await saveOrganisations(
      trx,
      context,
      rows.map(({ row }) => ({
        known: { scheme: 'pipeline', value: row.id },
        facts: { name: row.name, short_name: row.name, kind: row.kind, status: 'current', certainty: null },
        otherNames: row.other_names,
        identifiers: [],
      })),
    )
    return ids.map(subjectId => ({ subjectId }))
  },
}
