import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

export const countSupplied = async (db: Db, organisationId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('contract')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('supplier_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return count
}

/** The contracts that these statements are about. */
export async function listContractsOfStatements(db: Db, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('contract_statement')
    .select('contract_id')
    .distinct()
    .where('id', 'in', ids)
    .orderBy('contract_id')
    .execute()
  return rows.map(({ contract_id }) => contract_id)
}

/** Whether a row about a file is about one that is not taken in yet. */
export const isOfWaitingFile = sql`import_id in (
  select waiting.id from contract_import as waiting where waiting.state in ('previewed', 'taking-in'))`
