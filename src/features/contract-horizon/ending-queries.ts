import { type RawBuilder, sql } from 'kysely'
import { listPresent } from '#features/stances/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Dimension, HorizonFilter, Range } from './horizon-query.ts'
import type { Ending } from './window.ts'

/** Councils of the past, and who speaks for each today. */
export type Presents = { former: string[]; now: string[] }

/** By which councils have become others as a whole until today. */
export async function listPresents(db: Db, today: string): Promise<Presents> {
  const former = await db
    .selectFrom('organisation')
    .select('id')
    .where('status', '=', 'former')
    .orderBy('id')
    .execute()
  const present = await listPresent(
    db,
    today,
    former.map(({ id }) => id),
  )
  const moved = [...present].filter(([id, { id: now }]) => id !== now)
  return { former: moved.map(([id]) => id), now: moved.map(([, { id }]) => id) }
}

/** The organisation itself and all that became it. */
export const idsSpokenFor = ({ former, now }: Presents, organisationId: string) => [
  organisationId,
  ...former.filter((_, at) => now[at] === organisationId),
]

/** What a curator took out of sight is no part of any figure. */
export const isShown = sql`not exists (select from moderation_hold as hold
  where hold.subject_kind = 'contract' and hold.subject_id = contract.id)`

/** The contracts that end in a range of days, each with the organisation of today whose it is. */
export const endingsIn = ({ from, to }: Range, { former, now }: Presents) => sql`
  select contract.id, contract.ends_on, contract.service_id, contract.supplier_id,
    coalesce(present.now_id, contract.organisation_id) as organisation_id
  from contract
  left join unnest(${former}::uuid[], ${now}::uuid[]) as present (former_id, now_id)
    on present.former_id = contract.organisation_id
  where contract.ends_on between ${from}::date and ${to}::date and ${isShown}`

/** What is run under a contract: a system that the organisation said it does not use is none. */
const runsProduct = (slugs: string[]) => sql`exists (
  select from system join product on product.id = system.product_id
  where system.contract_id = ending.id and system.state <> 'not-used' and product.slug = any(${slugs}::text[]))`

const conditions: Record<Dimension, (values: string[]) => RawBuilder<unknown>> = {
  service: ids => sql`ending.service_id = any(${ids}::text[]::int[])`,
  product: runsProduct,
  supplier: slugs => sql`supplier.slug = any(${slugs}::text[])`,
  region: regions => sql`organisation.region = any(${regions}::text[])`,
  type: types => sql`coalesce(organisation.council_type, organisation.kind) = any(${types}::text[])`,
}

/** Whether an ending fits what is chosen of a dimension; whatever it is where nothing is. */
export const fits = (dimension: Dimension, filter: HorizonFilter) =>
  filter[dimension].length === 0 ? sql`true` : conditions[dimension](filter[dimension])

const placed = sql`
  ending join organisation on organisation.id = ending.organisation_id
  left join organisation as supplier on supplier.id = ending.supplier_id`

/** Endings with all that they can be filtered and counted by. */
export const filteredEndings = (filter: HorizonFilter, presents: Presents) => sql`
  with ending as (${endingsIn(filter, presents)})
  select ending.*, organisation.region, coalesce(organisation.council_type, organisation.kind) as type,
    supplier.slug as supplier, supplier.name as supplier_name,
    ${fits('service', filter)} as in_service, ${fits('product', filter)} as in_product,
    ${fits('supplier', filter)} as in_supplier, ${fits('region', filter)} as in_region,
    ${fits('type', filter)} as in_type
  from ${placed}`

export type MatterEnding = Ending & { matter: string }

/** Which matters are asked for: by services, products or suppliers, of some contracts, or all there are. */
export type Wanted = {
  services?: number[]
  products?: string[]
  suppliers?: string[]
  /** A supplier only for this service. */
  forService?: number
}

const listed = <T>(values: T[] | undefined, all: boolean) => (all ? null : (values ?? []))

/** The ends of all contracts on these matters; without any, on every matter there is. */
export async function listEndings(
  db: Db,
  range: Range,
  presents: Presents,
  wanted?: Wanted,
): Promise<MatterEnding[]> {
  const isAll = wanted === undefined
  const services = listed(wanted?.services, isAll)
  const products = listed(wanted?.products, isAll)
  const suppliers = listed(wanted?.suppliers, isAll)
  const forService = wanted?.forService ?? null
  const parts = [
    (services === null || services.length > 0) &&
      sql`select 'service-' || service_id as matter, ending.* from ending
        where service_id is not null and (${services}::int[] is null or service_id = any(${services}::int[]))`,
    (products === null || products.length > 0) &&
      sql`select distinct 'product-' || product.slug as matter, ending.* from ending
        join system on system.contract_id = ending.id and system.state <> 'not-used'
        join product on product.id = system.product_id
        where ${products}::text[] is null or product.slug = any(${products}::text[])`,
    (suppliers === null || suppliers.length > 0) &&
      sql`select 'supplier-' || supplier.slug || '-service-' || service_id as matter, ending.* from ending
        join organisation as supplier on supplier.id = ending.supplier_id
        where service_id is not null and (${suppliers}::text[] is null or supplier.slug = any(${suppliers}::text[]))
          and (${forService}::int is null or service_id = ${forService}::int)`,
  ].filter(part => part !== false)
  if (parts.length === 0) return []
  const { rows } = await sql<MatterEnding>`
    with ending as (${endingsIn(range, presents)})
    select matter, id, organisation_id as "organisationId", ends_on::text as "endsOn"
    from (${sql.join(parts, sql` union all `)}) as found
    order by matter, ends_on, id`.execute(db)
  return rows
}
