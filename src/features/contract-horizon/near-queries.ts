import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import {
  endsIn,
  idsSpokenFor,
  isShownProduct,
  organisationNow,
  type Presents,
  presentJoin,
} from './ending-queries.ts'
import { horizonFrom, monthsTogether } from './window.ts'

export type EndingNear = {
  organisationId: string
  /** The service or the product. */
  matter: string
  ends: string
  ownEnds: string
  daysApart: number
}

type Asked = {
  today: string
  presents: Presents
  askerId: string
  /** Null: contracts for any service. */
  serviceIds: number[] | null
}

/** For each organisation of today the contract that ends nearest to one of the asker's on the same service or product. */
export async function listEndingNear(
  db: Db,
  { today, presents, askerId, serviceIds }: Asked,
): Promise<EndingNear[]> {
  const isEnding = endsIn(horizonFrom(today))
  const spokenFor = idsSpokenFor(presents, askerId)
  const { rows } = await sql<EndingNear>`
    with own as materialized (
      select contract.id, contract.service_id, contract.ends_on from contract
      where contract.organisation_id = any(${spokenFor}::uuid[]) and ${isEnding}
        and (${serviceIds}::int[] is null or contract.service_id = any(${serviceIds}::int[]))),
    near as (
      select ${organisationNow} as organisation_id, own.service_id, null::uuid as product_id, contract.ends_on,
        own.ends_on as own_ends_on
      from own join contract on contract.service_id = own.service_id ${presentJoin(presents)} where ${isEnding}
      union all
      select ${organisationNow}, null, run.product_id, contract.ends_on, own.ends_on
      from own join system as run on run.contract_id = own.id and run.state <> 'not-used'
      join system as also on also.product_id = run.product_id and also.state <> 'not-used'
        and ${isShownProduct(sql`run.product_id`)}
      join contract on contract.id = also.contract_id ${presentJoin(presents)} where ${isEnding}),
    nearest as (select distinct on (organisation_id) * from near
    where organisation_id <> ${askerId}::uuid
      and greatest(ends_on, own_ends_on) <= (least(ends_on, own_ends_on) + make_interval(months => ${monthsTogether}))::date
    order by organisation_id, abs(ends_on - own_ends_on), least(ends_on, own_ends_on), service_id, product_id)
    select organisation_id as "organisationId", coalesce(service.name, product.name) as matter,
      nearest.ends_on::text as ends, own_ends_on::text as "ownEnds", abs(nearest.ends_on - own_ends_on) as "daysApart"
    from nearest
    left join service on service.id = nearest.service_id
    left join product on product.id = nearest.product_id
    order by organisation_id`.execute(db)
  return rows
}
