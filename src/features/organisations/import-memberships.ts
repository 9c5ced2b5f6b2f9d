import { z } from 'zod'
import { barList, optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { slugOf } from '#plumbing/slug.ts'
import { recordChanges, recordFacts, savePlannedOrganisations } from './actions.ts'
import { nameKey } from './organisation-names.ts'
import { listIdsByCode, listPlaces } from './queries.ts'
import { unknownCodes } from './unknown-codes.ts'

const membership = z.object({
  code: requiredText,
  county_code: optionalText,
  combined_authority_code: optionalText,
})

/** Counties and combined authorities of each council, from the same file that lists them all. */
export const memberships: ImportFormat<z.output<typeof membership>> = {
  format: 'council-memberships',
  describes: 'the county and combined authority of each council (CSV of councils)',
  read: file => readCsv(file, membership, Object.keys(membership.shape)),
  key: row => row.code,
  write: async (trx, rows, context) => {
    const codesOf = (row: z.output<typeof membership>) =>
      [row.code, row.county_code, row.combined_authority_code].filter(code => code !== null)
    const ids = await listIdsByCode(
      trx,
      rows.flatMap(({ row }) => codesOf(row)),
    )
    const results = rows.map(({ row }) => ({ row, unknown: codesOf(row).filter(code => !ids.has(code)) }))
    const good = results.filter(({ unknown }) => unknown.length === 0).map(({ row }) => row)
    const origin = { source: context.source.name, source_as_of: context.source.asOf }
    const members = good.flatMap(({ code, county_code, combined_authority_code }) => {
      const member = { member_id: ids.get(code)!, ...origin }
      return [
        ...(county_code ? [{ ...member, body_id: ids.get(county_code)!, kind: 'county' as const }] : []),
        ...(combined_authority_code
          ? [{ ...member, body_id: ids.get(combined_authority_code)!, kind: 'combined-authority' as const }]
          : []),
      ]
    })
    if (good.length > 0) {
      await trx
        .deleteFrom('organisation_member')
        .where(
          'member_id',
          'in',
          good.map(({ code }) => ids.get(code)!),
        )
        .where('source', '=', origin.source)
        .execute()
    }
    if (members.length > 0) {
      await trx
        .insertInto('organisation_member')
        .values(members)
        .onConflict(conflict => conflict.doNothing())
        .execute()
      await recordFacts(trx, context, 'council-memberships', good.length)
    }
    return results.map(({ row, unknown }) =>
      unknown.length > 0 ? unknownCodes(unknown) : { subjectId: ids.get(row.code)! },
    )
  },
}

const strategicAuthority = z.object({
  short_name: requiredText,
  official_name: requiredText.transform(name => name.replace(/ \(planned\)$/, '')),
  date_established: optionalText,
  instrument: requiredText.transform(instrument => (instrument === 'not yet made' ? null : instrument)),
  code_in_local_authorities: optionalText,
  constituent_codes: barList,
})
type StrategicAuthority = z.output<typeof strategicAuthority>

/** Combined authorities with the order that made them; those that the list of councils does not have yet are added as new. */
export const strategicAuthorities: ImportFormat<StrategicAuthority> = {
  format: 'strategic-authorities',
  describes: 'combined authorities with their orders and members (CSV, one a row)',
  read: file => readCsv(file, strategicAuthority, Object.keys(strategicAuthority.shape)),
  key: row => row.official_name,
  write: async (trx, rows, context) => {
    const codesOf = (row: StrategicAuthority) => [
      ...(row.code_in_local_authorities ? [row.code_in_local_authorities] : []),
      ...row.constituent_codes,
    ]
    const ids = await listIdsByCode(
      trx,
      rows.flatMap(({ row }) => codesOf(row)),
    )
    const results = rows.map(({ row }) => ({ row, unknown: codesOf(row).filter(code => !ids.has(code)) }))
    const good = results.filter(({ unknown }) => unknown.length === 0).map(({ row }) => row)
    const listed = good.filter(row => row.code_in_local_authorities)
    const bodyIds = new Map(listed.map(row => [row, ids.get(row.code_in_local_authorities!)!]))
    const added = good.filter(row => !row.code_in_local_authorities)
    const addedIds = await savePlannedOrganisations(trx, context, await draftsOf(trx, added, ids))
    for (const [at, row] of added.entries()) bodyIds.set(row, addedIds[at]!)

    await saveOrders(trx, listed, bodyIds)
    await recordChanges(
      trx,
      context,
      listed.map(row => bodyIds.get(row)!),
      'names',
    )
    const members = good.flatMap(row =>
      row.constituent_codes.map(code => ({
        body_id: bodyIds.get(row)!,
        member_id: ids.get(code)!,
        kind: 'combined-authority' as const,
        source: context.source.name,
        source_as_of: context.source.asOf,
      })),
    )
    if (members.length > 0) {
      await trx
        .insertInto('organisation_member')
        .values(members)
        .onConflict(conflict => conflict.doNothing())
        .execute()
      await recordFacts(trx, context, 'strategic-authorities', members.length)
    }
    return results.map(({ row, unknown }) =>
      unknown.length > 0 ? unknownCodes(unknown) : { subjectId: bodyIds.get(row)! },
    )
  },
}

async function saveOrders(trx: Db, rows: StrategicAuthority[], bodyIds: Map<StrategicAuthority, string>) {
  if (rows.length === 0) return
  for (const row of rows) {
    await trx
      .updateTable('organisation')
      .set({ legal_basis: row.instrument, starts_on: row.date_established })
      .where('id', '=', bodyIds.get(row)!)
      .execute()
  }
  await trx
    .insertInto('organisation_name')
    .values(
      rows.map(row => ({
        organisation_id: bodyIds.get(row)!,
        kind: 'listed' as const,
        name: row.official_name,
        key: nameKey(row.official_name),
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** A new authority lies where its first council lies. */
async function draftsOf(trx: Db, rows: StrategicAuthority[], ids: Map<string, string>) {
  const places = await listPlaces(trx, [...ids.values()])
  return rows.map(row => {
    const place = places.get(ids.get(row.constituent_codes[0] ?? '') ?? '')
    return {
      known: { scheme: 'pipeline' as const, value: slugOf(row.official_name) },
      facts: {
        name: row.official_name,
        short_name: row.short_name,
        kind: 'council' as const,
        council_type: 'Combined authority',
        tier: 'strategic' as const,
        ...place,
        status: 'planned' as const,
        certainty: row.instrument ? ('legislated' as const) : ('provisional' as const),
        starts_on: row.date_established,
        legal_basis: row.instrument,
      },
      otherNames: [],
      identifiers: [],
    }
  })
}
