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

export const endsIn = ({ from, to }: Range) =>
  sql`contract.ends_on between ${from}::date and ${to}::date and ${isShown}`

/** To be joined to contracts: `organisationNow` is then whose each is today. */
export const presentJoin = ({ former, now }: Presents) => sql`
  left join unnest(${former}::uuid[], ${now}::uuid[]) as present (former_id, now_id)
    on present.former_id = contract.organisation_id`
export const organisationNow = sql`coalesce(present.now_id, contract.organisation_id)`

/** That a product waits for no curator, and was not taken down. */
export const isShownProduct = (id: RawBuilder<unknown>) => sql`not exists (
  select from moderation_hold where subject_kind = 'product' and subject_id = ${id})`

/** What is run under a contract: a system that the organisation said it does not use is none. */
const runsProduct = (slugs: string[]) => sql`contract.id in (
  select system.contract_id from system join product on product.id = system.product_id
  where system.state <> 'not-used' and product.slug = any(${slugs}::text[]) and ${isShownProduct(sql`product.id`)})`

const conditions: Record<Dimension, (values: string[]) => RawBuilder<unknown>> = {
  service: ids => sql`contract.service_id = any(${ids}::text[]::int[])`,
  product: runsProduct,
  supplier: slugs =>
    sql`contract.supplier_id in (select id from organisation where slug = any(${slugs}::text[]))`,
  region: regions => sql`organisation.region = any(${regions}::text[])`,
  type: types => sql`coalesce(organisation.council_type, organisation.kind) = any(${types}::text[])`,
}

/** Whether a contract fits what is chosen of a dimension; whatever it is where nothing is. */
export const fits = (dimension: Dimension, filter: HorizonFilter) =>
  filter[dimension].length === 0 ? sql`true` : conditions[dimension](filter[dimension])

/** Contracts with the organisation whose they are today, for those that end in the range and are about what is chosen. */
export const fittingContracts = (filter: HorizonFilter, presents: Presents) => sql`
  contract ${presentJoin(presents)}
  join organisation on organisation.id = ${organisationNow}
  where ${endsIn(filter)} and ${fits('service', filter)} and ${fits('product', filter)} and ${fits('supplier', filter)}`

export type MatterEnding = Ending & { matter: string }

/** Which matters are asked for: by services, products or suppliers. */
export type Wanted = {
  services?: number[]
  products?: string[]
  suppliers?: string[]
  /** A supplier only for this service. */
  forService?: number
}

const widthOfId = 36
const widthOfDay = 10

/** The contracts of a matter, which come as one text: a row for each would take longer to read than to look through. */
function endingsFrom(matter: string, text: string): MatterEnding[] {
  const width = 2 * widthOfId + widthOfDay
  return Array.from({ length: text.length / width }, (_, at) => {
    const start = at * width
    return {
      matter,
      endsOn: text.slice(start, start + widthOfDay),
      id: text.slice(start + widthOfDay, start + widthOfDay + widthOfId),
      organisationId: text.slice(start + widthOfDay + widthOfId, start + width),
    }
  })
}

/** The ends of all contracts on these matters by matter, the first to end first; without any, on every matter there is. */
export async function listEndings(
  db: Db,
  range: Range,
  presents: Presents,
  wanted?: Wanted,
): Promise<Map<string, MatterEnding[]>> {
  const among = <T>(column: RawBuilder<unknown>, values: T[] | undefined, type: RawBuilder<unknown>) =>
    wanted ? sql`${column} = any(${values ?? []}::${type})` : sql`true`
  const isWanted = (values: unknown[] | undefined) => !wanted || (values && values.length > 0)
  const ending = sql`contract.id, ${organisationNow} as organisation_id, contract.ends_on`
  const parts = [
    isWanted(wanted?.services) &&
      sql`select 'service-' || contract.service_id as matter, ${ending} from contract ${presentJoin(presents)}
        where contract.service_id is not null and ${endsIn(range)}
          and ${among(sql`contract.service_id`, wanted?.services, sql`int[]`)}`,
    isWanted(wanted?.products) &&
      sql`select distinct 'product-' || product.slug, ${ending} from product
        join system on system.product_id = product.id and system.state <> 'not-used' and ${isShownProduct(sql`product.id`)}
        join contract on contract.id = system.contract_id ${presentJoin(presents)}
        where ${endsIn(range)} and ${among(sql`product.slug`, wanted?.products, sql`text[]`)}`,
    isWanted(wanted?.suppliers) &&
      sql`select 'supplier-' || supplier.slug || '-service-' || contract.service_id, ${ending}
        from organisation as supplier join contract on contract.supplier_id = supplier.id ${presentJoin(presents)}
        where contract.service_id is not null and ${endsIn(range)}
          and ${among(sql`supplier.slug`, wanted?.suppliers, sql`text[]`)}
          and (${wanted?.forService ?? null}::int is null or contract.service_id = ${wanted?.forService ?? null}::int)`,
  ].filter(part => part !== false && part !== undefined)
  if (parts.length === 0) return new Map()
  const { rows } = await sql<{ matter: string; endings: string }>`
    select matter, string_agg(ends_on::text || id::text || organisation_id::text, '' order by ends_on, id) as endings
    from (${sql.join(parts, sql` union all `)}) as found (matter, id, organisation_id, ends_on)
    group by matter order by matter`.execute(db)
  return new Map(rows.map(({ matter, endings }) => [matter, endingsFrom(matter, endings)]))
}
