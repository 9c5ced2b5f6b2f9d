import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { isShown, type Wanted } from './ending-queries.ts'
import { horizonFrom } from './window.ts'

/** Contracts that end within the horizon, the first to end first, and the services and products they are about. */
export type EndingOwn = { contractIds: string[]; wanted: Wanted }

export const listEndingOf = (db: Db, today: string, organisationIds: string[]): Promise<EndingOwn> =>
  listEndingWhere(db, today, sql`contract.organisation_id = any(${organisationIds}::uuid[])`)

/** Those that fit; `contract` and `service` are in scope of the condition. */
export async function listEndingWhere(db: Db, today: string, fits: RawBuilder<unknown>): Promise<EndingOwn> {
  const { from, to } = horizonFrom(today)
  const { rows } = await sql<{
    id: string
    service_id: number | null
    products: string[]
  }>`
    select contract.id, contract.service_id,
      array(select product.slug from system join product on product.id = system.product_id
        where system.contract_id = contract.id and system.state <> 'not-used' order by 1) as products
    from contract left join service on service.id = contract.service_id
    where ${fits}
      and contract.ends_on between ${from}::date and ${to}::date and ${isShown}
    order by contract.ends_on, contract.id`.execute(db)
  const unique = <T>(values: T[]) => [...new Set(values)]
  return {
    contractIds: rows.map(({ id }) => id),
    wanted: {
      services: unique(rows.flatMap(({ service_id }) => service_id ?? [])),
      products: unique(rows.flatMap(({ products }) => products)),
    },
  }
}
