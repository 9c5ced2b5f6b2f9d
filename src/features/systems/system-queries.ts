import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { SystemTable } from './tables.ts'

/** A system as pages show it. Days are 'YYYY-MM-DD'. */
export type ShownSystem = Omit<SystemTable, 'changed_at'> & {
  organisation: string
  organisation_slug: string
  organisation_status: 'current' | 'former' | 'planned'
  /** Its product waits for a curator, or was taken down: only those whose it is see it. */
  is_hidden: boolean
  gss_code: string | null
  region: string | null
  product: string | null
  product_slug: string | null
  supplier_id: string | null
  supplier: string | null
  supplier_slug: string | null
  /** Its name in the list of services; null where the source names none of that list. */
  service: string | null
  /** Its own contract; `contract_id` may also be one that its supplier has for the service. */
  linked_contract_id: string | null
  starts_on: string | null
  ends_on: string | null
  extends_to: string | null
}

/** Systems with whose they are, and what they are. */
export const shownSystems = sql`
  system
  join organisation on organisation.id = system.organisation_id
  left join product on product.id = system.product_id
  left join organisation as supplier on supplier.id = product.supplier_id
  left join service on service.id = system.service_id`

/** The contract of a system, or the newest that the organisation has with the supplier for the service. */
const withContract = sql`
  left join lateral (
    select contract.id, contract.starts_on, contract.ends_on, contract.extends_to from contract
    where contract.id = system.contract_id or (
      system.contract_id is null and contract.organisation_id = system.organisation_id
      and contract.supplier_id = product.supplier_id and contract.service_id = system.service_id)
    order by contract.ends_on desc nulls last, contract.id limit 1) as bought on true`

const isHidden = sql`exists (
  select from moderation_hold where subject_kind = 'product' and subject_id = system.product_id)`
export const isShown = sql`not ${isHidden}`

export const standingInSql = sql`case when system.state = 'unconfirmed' and system.is_earlier
  then 'earlier' else system.state end`

const columns = sql`system.id, system.organisation_id, system.product_id, system.product_as_published, system.service_id,
  system.service_as_published, system.value_band, system.satisfaction, system.would_move, system.state, system.is_earlier,
  system.confirmed_on, system.confirmed_by, system.scope, system.source_name, system.source_url, system.source_as_of,
  system.evidence_url, system.confidence, system.note, ${isHidden} as is_hidden,
  organisation.name as organisation, organisation.slug as organisation_slug, organisation.status as organisation_status,
  organisation.gss_code, coalesce(organisation.region, organisation.nation) as region,
  product.name as product, product.slug as product_slug,
  supplier.id as supplier_id, supplier.name as supplier, supplier.slug as supplier_slug,
  service.name as service,
  bought.id as contract_id, system.contract_id as linked_contract_id, bought.starts_on, bought.ends_on, bought.extends_to`

/** Systems that fit, in this order; those hidden too. */
async function listAll(
  db: Db,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<ShownSystem[]> {
  const { rows } = await sql<ShownSystem>`
    select ${columns} from ${shownSystems} ${withContract} where ${where} order by ${order}`.execute(db)
  return rows
}

/** Shown systems that fit, in this order. */
export const listShown = (db: Db, where: RawBuilder<unknown>, order: RawBuilder<unknown>) =>
  listAll(db, sql`${isShown} and ${where}`, order)

const byService = sql`organisation.short_name, coalesce(service.name, system.service_as_published),
  system.state = 'not-used', system.is_earlier, system.state, system.source_as_of desc, system.id`

/** What these organisations run, service by service; what is confirmed stands first, what is over last. */
export const listSystemsOf = (db: Db, organisationIds: string[]): Promise<ShownSystem[]> =>
  organisationIds.length === 0
    ? Promise.resolve([])
    : listShown(db, sql`system.organisation_id = any(${organisationIds}::uuid[])`, byService)

/** All that an organisation runs, as those who speak for it see it. */
export const listOwnSystems = (db: Db, organisationId: string): Promise<ShownSystem[]> =>
  listAll(db, sql`system.organisation_id = ${organisationId}`, byService)

/** Who runs a product, by the name of the organisation. */
export const listSystemsOfProduct = (db: Db, productId: string): Promise<ShownSystem[]> =>
  listShown(db, sql`system.product_id = ${productId}`, sql`organisation.short_name, system.id`)

export const listSystemsById = (db: Db, ids: string[]): Promise<ShownSystem[]> =>
  listShown(db, sql`system.id = any(${ids}::uuid[])`, sql`system.id`)

export async function listSystemIdsInOrder(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('system').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** What was said of a system. */
export type Statement = {
  id: string
  system_id: string
  is_own: boolean
  product_as_published: string
  supplier_as_published: string | null
  scope: string | null
  evidence: string | null
  evidence_url: string | null
  source_name: string
  source_url: string | null
  source_as_of: string
  confidence: SystemTable['confidence']
  note: string | null
}

export async function listStatements(db: Db, systemIds: string[]): Promise<Map<string, Statement[]>> {
  if (systemIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('system_statement')
    .select(['id', 'system_id', 'product_as_published', 'supplier_as_published', 'scope', 'evidence'])
    .select(['evidence_url', 'source_name', 'source_url', 'source_as_of', 'confidence', 'note'])
    .select(({ eb }) => eb('key', 'is', null).as('is_own'))
    .where('system_id', 'in', systemIds)
    .orderBy('source_as_of', 'desc')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return Map.groupBy(
    rows.map(row => ({ ...row, is_own: Boolean(row.is_own) })),
    ({ system_id }) => system_id,
  )
}
