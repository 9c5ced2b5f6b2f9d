import { type Selectable, sql } from 'kysely'
import { listHidden } from '#features/moderation/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { SaidContract } from './said-contract.ts'
import type { ContractTable } from './tables.ts'

type Named = { name: string; slug: string }

export type Contract = Selectable<ContractTable> & {
  organisation: Named & { type: string | null; kind: string; region: string | null; nation: string | null }
  supplier: Named | null
  service: { id: number; name: string } | null
  /** What it could be for, where its service is not known. */
  guess: { id: number; name: string } | null
  area: { id: number; label: string } | null
}

const wholeContract = sql`
  select contract.*,
    jsonb_build_object('name', buyer.name, 'slug', buyer.slug, 'type', buyer.council_type, 'kind', buyer.kind,
      'region', buyer.region, 'nation', buyer.nation) as organisation,
    case when supplier.id is not null
      then jsonb_build_object('name', supplier.name, 'slug', supplier.slug) end as supplier,
    case when service.id is not null then jsonb_build_object('id', service.id, 'name', service.name) end as service,
    case when guess.id is not null then jsonb_build_object('id', guess.id, 'name', guess.name) end as guess,
    case when area.id is not null then jsonb_build_object('id', area.id, 'label', area.label) end as area
  from contract
  join organisation as buyer on buyer.id = contract.organisation_id
  left join organisation as supplier on supplier.id = contract.supplier_id
  left join service on service.id = contract.service_id
  left join service as guess on guess.id = contract.service_guess_id and contract.service_from is null
  left join service_area as area on area.id = service.area_id`

/** Whole contracts by id, hidden ones too; ids that are none are absent. */
export async function listContractsById(db: Db, ids: string[]): Promise<Map<string, Contract>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Contract>`${wholeContract} where contract.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** Those of these contracts that everyone may see. */
export async function listShownContracts(db: Db, ids: string[]): Promise<Contract[]> {
  const hidden = await listHidden(db, 'contract', ids)
  return [...(await listContractsById(db, ids)).values()].filter(({ id }) => !hidden.has(id))
}

export async function findContract(db: Db, id: string): Promise<Contract> {
  const found = (await listContractsById(db, [id])).get(id)
  if (!found) throw failure('absent', 'There is no such contract.')
  return found
}

/** Ids of the contracts that everyone may see, with when each last changed. */
export const listContractChanges = (db: Db) =>
  db
    .selectFrom('contract')
    .leftJoin('moderation_hold as hold', join =>
      join.on('hold.subject_kind', '=', 'contract').onRef('hold.subject_id', '=', 'contract.id'),
    )
    .select(['contract.id', 'changed_at'])
    .where('hold.subject_id', 'is', null)
    .orderBy('contract.id')
    .execute()

/** Those of an organisation, as buyer or supplier, or of a service, that end next; `today` is 'YYYY-MM-DD'. */
export async function listEndingNext(
  db: Db,
  {
    of,
    today,
    limit,
  }: { of: { organisationId: string } | { serviceId: number }; today: string; limit: number },
): Promise<Contract[]> {
  const whose =
    'serviceId' in of
      ? sql`contract.service_id = ${of.serviceId}`
      : sql`(contract.organisation_id = ${of.organisationId} or contract.supplier_id = ${of.organisationId})`
  const { rows } = await sql<Contract>`${wholeContract}
    where ${whose} and contract.ends_on >= ${today}::text::date and not exists (
      select from moderation_hold as hold where hold.subject_kind = 'contract' and hold.subject_id = contract.id)
    order by contract.ends_on, contract.id limit ${limit}`.execute(db)
  return rows
}

/** The id of the statement that a contract shows. */
export const findNewest = async (db: Db, contractId: string): Promise<string | undefined> =>
  (await listStatements(db, contractId))[0]?.id

/** What was said of a contract, the newest first. */
export type MadeStatement = {
  id: string
  said: SaidContract
  line: number | null
  asOf: string
  sourceName: string
  sourceUrl: string | null
  isConfirmed: boolean
  madeAt: Date
  personId: string | null
}

export async function listStatements(db: Db, contractId: string): Promise<MadeStatement[]> {
  const rows = await db
    .selectFrom('contract_statement')
    .select(['id', 'said', 'line', 'as_of as asOf', 'source_name as sourceName', 'source_url as sourceUrl'])
    .select(['is_confirmed as isConfirmed', 'made_at as madeAt', 'person_id as personId'])
    .where('contract_id', '=', contractId)
    .orderBy('as_of', 'desc')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({ ...row, said: row.said as SaidContract }))
}
