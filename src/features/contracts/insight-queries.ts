import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { isAmong, isChosen } from '#plumbing/database/narrowed.ts'
import type { Slots } from '#plumbing/feature.ts'

type Scope = Parameters<Slots['insightCharts']['load']>[2]

const isInScope = ({ organisationIds, areaId, supplierId }: Scope) => sql`
  ${isAmong(sql`contract.organisation_id`, organisationIds)} and ${isChosen(sql`contract.supplier_id`, supplierId)}
  and ${isChosen(sql`service.area_id`, areaId)} and contract.id not in (
    select subject_id from moderation_hold where subject_kind = 'contract')`

/** Contracts that end in a quarter; `pounds` is what those cost whose value is known. */
export type EndingQuarter = {
  quarter: string
  contracts: number
  organisations: number
  pounds: number | null
}

/** Contracts that end between two days, by quarter ('2027-01-01' is the first of 2027). */
export async function listEndingByQuarter(
  db: Db,
  { from, to }: { from: string; to: string },
  scope: Scope,
): Promise<EndingQuarter[]> {
  const { rows } = await sql<EndingQuarter>`
    select date_trunc('quarter', ends_on)::date::text as quarter, count(*) as contracts,
      count(distinct organisation_id) as organisations, round(sum(value_pounds))::float8 as pounds
    from contract left join service on service.id = contract.service_id
    where ends_on between ${from}::date and ${to}::date and not is_open_ended and ${isInScope(scope)}
    group by 1 order by 1`.execute(db)
  return rows
}

export type SupplierOfContracts = {
  name: string
  slug: string
  contracts: number
  organisations: number
  next_end: string | null
}

/** Suppliers of contracts that have not ended, those with most councils first. */
export async function listSuppliersWithContracts(
  db: Db,
  today: string,
  scope: Scope,
  limit: number,
): Promise<SupplierOfContracts[]> {
  const { rows } = await sql<SupplierOfContracts>`
    select supplier.name, supplier.slug, count(*) as contracts, count(distinct contract.organisation_id) as organisations,
      min(contract.ends_on)::text as next_end
    from contract join organisation as supplier on supplier.id = contract.supplier_id
    left join service on service.id = contract.service_id
    where (contract.is_open_ended or contract.ends_on >= ${today}::date) and ${isInScope(scope)}
    group by supplier.id order by organisations desc, contracts desc, supplier.name limit ${limit}`.execute(
    db,
  )
  return rows
}
