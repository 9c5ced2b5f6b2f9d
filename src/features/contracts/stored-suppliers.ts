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
