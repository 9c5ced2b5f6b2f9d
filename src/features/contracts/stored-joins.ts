import type { Db } from '#plumbing/database/database.ts'
import type { SaidContract } from './said-contract.ts'

/** The contract that stands where this one stood. */
export async function findJoinedInto(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('contract_former_address')
    .select('contract_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.contract_id
}

export type MadeStatement = { id: string; said: SaidContract }

export async function lockStatements(trx: Db, contractId: string): Promise<MadeStatement[]> {
  const rows = await trx
    .selectFrom('contract_statement')
    .select(['id', 'said'])
    .where('contract_id', '=', contractId)
    .orderBy('as_of', 'desc')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .forUpdate()
    .execute()
  return rows.map(({ id, said }) => ({ id, said: said as SaidContract }))
}

/** Lets statements be about another contract, in these words. */
export async function restateOf(trx: Db, contractId: string, statements: MadeStatement[]): Promise<void> {
  for (const { id, said } of statements)
    await trx
      .updateTable('contract_statement')
      .set({ contract_id: contractId, said: JSON.stringify(said) })
      .where('id', '=', id)
      .execute()
}

/** Takes away a contract of which nothing is said any more, and leads its address, and those that led there, to another. */
export async function leadTo(trx: Db, { id, into }: { id: string; into: string }): Promise<void> {
  await trx
    .updateTable('contract_former_address')
    .set({ contract_id: into })
    .where('contract_id', '=', id)
    .execute()
  await trx.deleteFrom('contract').where('id', '=', id).execute()
  await trx.insertInto('contract_former_address').values({ id, contract_id: into }).execute()
}
