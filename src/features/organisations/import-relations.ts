import { z } from 'zod'
import { optionalNumber, optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { recordFacts } from './actions.ts'
import { listIdsByCode } from './queries.ts'
import { unknownCodes } from './unknown-codes.ts'

const pair = z.object({
  layer: z
    .enum(['lad', 'ctyua'])
    .transform(layer => (layer === 'lad' ? ('district' as const) : ('county' as const))),
  code_a: requiredText,
  code_b: requiredText,
})

export const neighbours: ImportFormat<z.output<typeof pair>> = {
  format: 'council-neighbours',
  describes: 'pairs of councils that share a border (CSV)',
  read: file => readCsv(file, pair, Object.keys(pair.shape)),
  key: row => `${row.layer} ${row.code_a} ${row.code_b}`,
  write: async (trx, rows, context) => {
    const ids = await listIdsByCode(
      trx,
      rows.flatMap(({ row }) => [row.code_a, row.code_b]),
    )
    const pairs = rows.flatMap(({ row: { layer, code_a, code_b } }) => {
      const [a, b] = [ids.get(code_a), ids.get(code_b)]
      if (!a || !b) return []
      return [
        { organisation_id: a, neighbour_id: b, layer },
        { organisation_id: b, neighbour_id: a, layer },
      ]
    })
    if (pairs.length > 0) {
      await trx
        .insertInto('organisation_neighbour')
        .values(pairs)
        .onConflict(conflict => conflict.doNothing())
        .execute()
      await recordFacts(trx, context, 'council-neighbours', ids.size)
    }
    return rows.map(({ row: { code_a, code_b } }) => {
      const unknown = [code_a, code_b].filter(code => !ids.has(code))
      return unknown.length > 0 ? unknownCodes(unknown) : { subjectId: ids.get(code_a)! }
    })
  },
}

const profile = z.object({
  code: requiredText,
  uk_imd_score: optionalNumber,
  uk_imd_pop_decile: optionalNumber,
  share_highly_rural: optionalNumber,
  share_rural: optionalNumber,
  share_urban: optionalNumber,
  rural_urban_class: optionalText,
  population_2021_census: optionalNumber,
  median_age_2021: optionalNumber,
  household_1_person_pct_2021: optionalNumber,
})

export const profiles: ImportFormat<z.output<typeof profile>> = {
  format: 'council-profiles',
  describes: 'deprivation, rurality and census figures of councils (CSV, one a row, by code)',
  read: file => readCsv(file, profile, Object.keys(profile.shape)),
  key: row => row.code,
  write: async (trx, rows, context) => {
    const ids = await listIdsByCode(
      trx,
      rows.map(({ row }) => row.code),
    )
    const figures = rows.flatMap(({ row }) => {
      const organisation_id = ids.get(row.code)
      if (!organisation_id) return []
      return [
        {
          organisation_id,
          deprivation_score: row.uk_imd_score,
          deprivation_decile: row.uk_imd_pop_decile,
          share_highly_rural: row.share_highly_rural,
          share_rural: row.share_rural,
          share_urban: row.share_urban,
          rural_urban_class: row.rural_urban_class,
          population_2021: row.population_2021_census,
          median_age_2021: row.median_age_2021,
          one_person_households_2021: row.household_1_person_pct_2021,
          source: context.source.name,
          source_as_of: context.source.asOf,
        },
      ]
    })
    if (figures.length > 0) {
      await trx
        .deleteFrom('organisation_profile')
        .where(
          'organisation_id',
          'in',
          figures.map(({ organisation_id }) => organisation_id),
        )
        .execute()
      await trx.insertInto('organisation_profile').values(figures).execute()
      await recordFacts(trx, context, 'council-profiles', figures.length)
    }
    return rows.map(({ row }) => {
      const subjectId = ids.get(row.code)
      return subjectId ? { subjectId } : unknownCodes([row.code])
    })
  },
}
