import { z } from 'zod'
import { barList, readCsv, requiredText } from '#plumbing/csv.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { ImportContext, ImportFormat } from '#plumbing/import.ts'
import { slugOf } from '#plumbing/slug.ts'
import { recordChanges, savePlannedOrganisations } from './actions.ts'
import { listIdsByCode, listPlaces } from './queries.ts'
import { unknownCodes } from './unknown-codes.ts'

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date like 2019-04-01')

const pastSuccession = z.object({ code: requiredText, end_date: date, successor_codes: barList })

/** What former councils became, from the same file that lists them: their successors may stand later in it. */
export const formerCouncilSuccession: ImportFormat<z.output<typeof pastSuccession>> = {
  format: 'former-council-succession',
  describes: 'which councils took over from those that were abolished (CSV of former councils)',
  read: file => readCsv(file, pastSuccession, Object.keys(pastSuccession.shape)),
  key: row => row.code,
  write: async (trx, rows, context) => {
    const ids = await listIdsByCode(
      trx,
      rows.flatMap(({ row }) => [row.code, ...row.successor_codes]),
    )
    const results = rows.map(({ row }) => ({
      row,
      unknown: [row.code, ...row.successor_codes].filter(code => !ids.has(code)),
    }))
    const good = results.filter(({ unknown }) => unknown.length === 0).map(({ row }) => row)
    const fromIds = good.map(({ code }) => ids.get(code)!)
    const steps = good.flatMap(({ code, end_date, successor_codes }) =>
      successor_codes.map(successor => ({
        from_id: ids.get(code)!,
        to_id: ids.get(successor)!,
        happens_on: end_date,
        certainty: 'done' as const,
        part: successor_codes.length > 1 ? ('part' as const) : ('whole' as const),
        source: context.source.name,
        source_as_of: context.source.asOf,
      })),
    )
    if (fromIds.length > 0)
      await trx.deleteFrom('organisation_succession').where('from_id', 'in', fromIds).execute()
    if (steps.length > 0) await trx.insertInto('organisation_succession').values(steps).execute()
    await recordChanges(
      trx,
      context,
      steps.flatMap(({ from_id, to_id }) => [from_id, to_id]),
      'reorganisation',
    )
    return results.map(({ row, unknown }) =>
      unknown.length > 0 ? unknownCodes(unknown) : { subjectId: ids.get(row.code)! },
    )
  },
}

const plannedSuccession = z.object({
  code: requiredText,
  successor_name: requiredText,
  effective_date: date,
  status: requiredText.transform(status =>
    status === 'legislated' ? ('legislated' as const) : ('provisional' as const),
  ),
  whole_or_part: z
    .string()
    .transform((part): 'whole' | 'part' | 'unclear' =>
      part === 'whole' || part === 'part' ? part : 'unclear',
    ),
  source: requiredText,
})
type PlannedSuccession = z.output<typeof plannedSuccession>

/** Councils to come, each with one row for every council it takes over from. */
export const plannedSuccessors: ImportFormat<PlannedSuccession> = {
  format: 'planned-successors',
  describes: 'councils to come and those they take over from (CSV, one pair a row)',
  read: file => readCsv(file, plannedSuccession, Object.keys(plannedSuccession.shape)),
  key: row => `${row.code} ${row.successor_name}`,
  write: async (trx, rows, context) => {
    const fromIds = await listIdsByCode(
      trx,
      rows.map(({ row }) => row.code),
    )
    const good = rows.map(({ row }) => row).filter(({ code }) => fromIds.has(code))
    const toIds = await savePlanned(trx, good, fromIds, context)
    const steps = good.map(row => ({
      from_id: fromIds.get(row.code)!,
      to_id: toIds.get(row.successor_name)!,
      happens_on: row.effective_date,
      certainty: row.status,
      part: row.whole_or_part,
      source: row.source,
      source_as_of: context.source.asOf,
    }))
    if (steps.length > 0) {
      await trx
        .insertInto('organisation_succession')
        .values(steps)
        .onConflict(conflict =>
          conflict.columns(['from_id', 'to_id']).doUpdateSet(({ ref }) => ({
            happens_on: ref('excluded.happens_on'),
            certainty: ref('excluded.certainty'),
            part: ref('excluded.part'),
            source: ref('excluded.source'),
            source_as_of: ref('excluded.source_as_of'),
          })),
        )
        .execute()
    }
    await recordChanges(
      trx,
      context,
      steps.map(({ from_id }) => from_id),
      'reorganisation',
    )
    return rows.map(({ row }) =>
      fromIds.has(row.code) ? { subjectId: fromIds.get(row.code)! } : unknownCodes([row.code]),
    )
  },
}

async function savePlanned(
  trx: Db,
  rows: PlannedSuccession[],
  fromIds: Map<string, string>,
  context: ImportContext,
): Promise<Map<string, string>> {
  const names = [...new Map(rows.map(row => [row.successor_name, row])).values()]
  if (names.length === 0) return new Map()
  const places = await listPlaces(trx, [...fromIds.values()])
  const ids = await savePlannedOrganisations(
    trx,
    context,
    names.map(row => {
      const place = places.get(fromIds.get(row.code)!)
      return {
        known: { scheme: 'pipeline', value: slugOf(row.successor_name) },
        facts: {
          name: row.successor_name,
          short_name: row.successor_name.replace(/ Council$/, ''),
          kind: 'council',
          council_type: 'Unitary authority',
          tier: 'single',
          ...place,
          status: 'planned',
          certainty: row.status,
          starts_on: row.effective_date,
        },
        otherNames: [],
        identifiers: [],
      }
    }),
  )
  return new Map(names.map((row, at) => [row.successor_name, ids[at]!]))
}
