import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { fits, fittingContracts, isShown, type Presents } from './ending-queries.ts'
import type { HorizonFilter } from './horizon-query.ts'

/** How many contracts are known, whenever they end. */
export async function countKnown(db: Db): Promise<{ contracts: number; withEnd: number; openEnded: number }> {
  const { rows } = await sql<{ contracts: number; withEnd: number; openEnded: number }>`
    select count(*)::int as contracts, count(ends_on)::int as "withEnd",
      (count(*) filter (where is_open_ended))::int as "openEnded"
    from contract where ${isShown}`.execute(db)
  return rows[0]!
}

/** How many contracts end in these days. */
export async function countEnding(db: Db, from: string, to: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from contract
    where ends_on between ${from}::date and ${to}::date and ${isShown}`.execute(db)
  return rows[0]!.count
}

/** The contracts that fit, the first to end first; all of them, or so many. */
export async function listFittingIds(
  db: Db,
  filter: HorizonFilter,
  presents: Presents,
  limit: number | null,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select contract.id from ${fittingContracts(filter, presents)} and ${fits('region', filter)} and ${fits('type', filter)}
    order by contract.ends_on, contract.id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}
