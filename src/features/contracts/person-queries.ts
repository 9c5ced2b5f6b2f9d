import type { Db } from '#plumbing/database/database.ts'

export const listImportedBy = (db: Db, personId: string) =>
  db
    .selectFrom('contract_import')
    .innerJoin('organisation', 'organisation.id', 'contract_import.organisation_id')
    .select(['organisation.name as organisation', 'file_name', 'source_name', 'state'])
    .select(['previewed_at', 'taken_in_at', 'undone_at'])
    .where('imported_by', '=', personId)
    .orderBy('previewed_at')
    .execute()

export const listSaidBy = (db: Db, personId: string) =>
  db
    .selectFrom('contract_statement')
    .innerJoin('contract', 'contract.id', 'contract_statement.contract_id')
    .innerJoin('organisation', 'organisation.id', 'contract.organisation_id')
    .select(['organisation.name as organisation', 'contract.title', 'said', 'made_at'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .execute()

export async function forgetImporter(trx: Db, personId: string): Promise<void> {
  await trx
    .updateTable('contract_import')
    .set({ imported_by: null })
    .where('imported_by', '=', personId)
    .execute()
  await trx
    .updateTable('contract_statement')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
}
