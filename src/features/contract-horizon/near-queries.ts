import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { endingsIn, idsSpokenFor, type Presents } from './ending-queries.ts'
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
  const { rows } = await sql<EndingNear>`
    with ending as materialized (${endingsIn(horizonFrom(today), presents)}),
    own as (select * from ending where organisation_id = any(${idsSpokenFor(presents, askerId)}::uuid[])
      and (${serviceIds}::int[] is null or service_id = any(${serviceIds}::int[]))),
    near as (
      select other.organisation_id, service.name as matter, other.ends_on, own.ends_on as own_ends_on
      from own join ending as other on other.service_id = own.service_id
      join service on service.id = own.service_id
      union all
      select other.organisation_id, product.name, other.ends_on, own.ends_on
      from own join system as run on run.contract_id = own.id and run.state <> 'not-used'
      join product on product.id = run.product_id
      join system as also on also.product_id = run.product_id and also.state <> 'not-used'
      join ending as other on other.id = also.contract_id)
    select distinct on (organisation_id) organisation_id as "organisationId", matter, ends_on::text as ends,
      own_ends_on::text as "ownEnds", abs(ends_on - own_ends_on) as "daysApart"
    from near
    where organisation_id <> ${askerId}::uuid
      and greatest(ends_on, own_ends_on) <= (least(ends_on, own_ends_on) + make_interval(months => ${monthsTogether}))::date
    order by organisation_id, abs(ends_on - own_ends_on), least(ends_on, own_ends_on), matter`.execute(db)
  return rows
}
