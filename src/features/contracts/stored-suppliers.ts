import type { Db } from '#plumbing/database/database.ts'

export const countSupplied = async (db: Db, organisationId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('contract')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('supplier_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return count
}

type Taking = { fromId: string; toId: string; only?: string[] }

/** Lets what was said of one supplier be said of another; of which statements, and of which contracts. */
export async function takeStatements(
  trx: Db,
  { fromId, toId, only }: Taking,
): Promise<{ ids: string[]; contractIds: string[] }> {
  if (only?.length === 0) return { ids: [], contractIds: [] }
  const rows = await trx
    .updateTable('contract_statement')
    .set({ supplier_id: toId })
    .where('supplier_id', '=', fromId)
    .$if(only !== undefined, query => query.where('id', 'in', only!))
    .returning(['id', 'contract_id'])
    .execute()
  return {
    ids: rows.map(({ id }) => id),
    contractIds: [...new Set(rows.map(({ contract_id }) => contract_id))],
  }
}

const waiting = (db: Db) =>
  db
    .selectFrom('contract_import')
    .select('contract_import.id')
    .where('contract_import.state', 'in', ['previewed', 'taking-in'])

/** In how many files that are not taken in yet somebody was said to be this supplier. */
export const countWaiting = async (db: Db, organisationId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('contract_import_supplier')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('import_id', 'in', waiting(db))
    .executeTakeFirstOrThrow()
  return count
}

/** Lets files that are not taken in yet take one supplier for another; which, by file and key. */
export async function takeWaiting(trx: Db, { fromId, toId, only }: Taking): Promise<string[]> {
  if (only?.length === 0) return []
  const rows = await trx
    .updateTable('contract_import_supplier')
    .set({ organisation_id: toId })
    .where('organisation_id', '=', fromId)
    .where('import_id', 'in', waiting(trx))
    .$if(only !== undefined, query =>
      query.where(({ eb, or }) =>
        or(
          only!.map(place => {
            const [importId = '', ...key] = place.split(' ')
            return eb('import_id', '=', importId).and('key', '=', key.join(' '))
          }),
        ),
      ),
    )
    .returning(['import_id', 'key'])
    .execute()
  return rows.map(({ import_id, key }) => `${import_id} ${key}`)
}
