import { z } from 'zod'
import { barList, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { recordChanges } from './actions.ts'
import { nameKey } from './organisation-names.ts'
import { listByCodes } from './queries.ts'

const listedName = z.object({ name: requiredText, organisations: barList })

/** Names that stand for one or several organisations; the first one leads. */
export const listedNames: ImportFormat<z.output<typeof listedName>> = {
  format: 'organisation-names',
  describes: 'names that organisations publish under, with their codes (CSV)',
  read: file => readCsv(file, listedName, Object.keys(listedName.shape)),
  key: row => row.name,
  write: async (trx, rows, context) => {
    const found = await listByCodes(
      trx,
      rows.flatMap(({ row }) => row.organisations),
    )
    await trx
      .deleteFrom('organisation_name')
      .where('kind', '=', 'listed')
      .where(
        'name',
        'in',
        rows.map(({ row }) => row.name),
      )
      .execute()
    const results = rows.map(({ row }) => {
      const unknown = row.organisations.filter(code => !found.has(code))
      const organisations = row.organisations.flatMap(code => found.get(code) ?? [])
      return { row, unknown, organisations }
    })
    const names = results
      .filter(({ unknown }) => unknown.length === 0)
      .flatMap(({ row: { name }, organisations }) =>
        organisations.map(({ id }, position) => ({
          organisation_id: id,
          kind: 'listed' as const,
          name,
          key: nameKey(name),
          position,
        })),
      )
    if (names.length > 0) await trx.insertInto('organisation_name').values(names).execute()
    await recordChanges(
      trx,
      context,
      names.map(({ organisation_id }) => organisation_id),
      'names',
    )
    return results.map(({ row, unknown, organisations }) =>
      unknown.length > 0
        ? { refusal: `there is no organisation ${unknown.join(', ')}` }
        : {
            subjectId: organisations[0]?.id ?? row.name,
            remarks: organisations.length > 0 ? [] : [`“${row.name}” stands for no organisation`],
          },
    )
  },
}
