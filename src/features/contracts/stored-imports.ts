import type { Insertable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { ContractImportMadeTable, ContractImportTable } from './tables.ts'

export async function insertMade(trx: Db, rows: Insertable<ContractImportMadeTable>[]): Promise<void> {
  if (rows.length === 0) return
  await trx
    .insertInto('contract_import_made')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export type Run = {
  id: string
  format: ContractImportTable['format']
  source: { name: string; asOf: string }
}

/** Organisation → the import that a run of the command line is for it, begun where it is the first of its rows. */
export async function importsOfRun(
  trx: Db,
  run: Run,
  organisationIds: string[],
  now: Date,
): Promise<Map<string, string>> {
  const { file_name, sha256 } = await trx
    .selectFrom('import_run')
    .select(['file_name', 'sha256'])
    .where('id', '=', run.id)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('contract_import')
    .values(
      [...new Set(organisationIds)].map(organisation_id => ({
        id: newId(),
        format: run.format,
        organisation_id,
        import_run_id: run.id,
        file_name,
        sha256,
        source_name: run.source.name,
        source_as_of: run.source.asOf,
        state: 'taken-in' as const,
        previewed_at: now,
        taken_in_at: now,
      })),
    )
    .onConflict(conflict => conflict.columns(['import_run_id', 'organisation_id']).doNothing())
    .execute()
  const rows = await trx
    .selectFrom('contract_import')
    .select(['id', 'organisation_id'])
    .where('import_run_id', '=', run.id)
    .where('organisation_id', 'in', organisationIds)
    .execute()
  return new Map(rows.map(({ id, organisation_id }) => [organisation_id, id]))
}
