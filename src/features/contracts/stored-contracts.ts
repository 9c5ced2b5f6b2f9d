import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { KnownContract } from './identity.ts'
import type { SaidContract } from './said-contract.ts'

/** A statement as it is written; `asOf` is the day on which its source said so. */
export type StatementRow = {
  id: string
  contract_id: string
  import_id: string | null
  person_id: string | null
  line: number | null
  said: SaidContract
  supplier_id: string | null
  is_confirmed: boolean
  as_of: string
  source_name: string
  source_url: string | null
  made_at: Date
}

export type StoredContract = KnownContract & {
  organisationId: string
  /** The import of its newest statement, and its day. */
  importId: string | null
  asOf: string
}

/** The contracts of these organisations that have one of these keys; nobody else changes them until the transaction ends. */
export async function lockContracts(
  trx: Db,
  organisationIds: string[],
  keys: string[],
): Promise<StoredContract[]> {
  if (keys.length === 0) return []
  return trx
    .selectFrom('contract')
    .select(['id', 'key', 'title', 'supplier_as_published', 'starts_on'])
    .select(['organisation_id as organisationId', 'import_id as importId', 'source_as_of as asOf'])
    .where('organisation_id', 'in', [...new Set(organisationIds)])
    .where('key', 'in', [...new Set(keys)])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Nobody else says anything of this contract until the transaction ends. */
export const lockContract = (trx: Db, id: string) =>
  trx.selectFrom('contract').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

export type Terms = { id: string; ends_on: string | null; supplier_id: string | null; is_confirmed: boolean }

/** What people watch of contracts, as they show it now. */
export const listTerms = (db: Db, ids: string[]): Promise<Terms[]> =>
  db
    .selectFrom('contract')
    .select(['id', 'ends_on', 'supplier_id', 'is_confirmed'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()

export type NewContract = {
  id: string
  organisationId: string
  key: string
  statement: StatementRow
}

/** Adds contracts with what is first said of them; one whose key was taken meanwhile is left out. */
export async function insertContracts(trx: Db, contracts: NewContract[], now: Date): Promise<Set<string>> {
  if (contracts.length === 0) return new Set()
  const rows = await trx
    .insertInto('contract')
    .values(
      contracts.map(({ id, organisationId, key, statement }) => ({
        id,
        organisation_id: organisationId,
        key,
        ...statement.said,
        supplier_id: statement.supplier_id,
        source_name: statement.source_name,
        source_url: statement.source_url,
        source_as_of: statement.as_of,
        source_line: statement.line,
        import_id: statement.import_id,
        is_confirmed: statement.is_confirmed,
        created_at: now,
        changed_at: now,
      })),
    )
    .onConflict(conflict => conflict.columns(['organisation_id', 'key']).doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export async function insertStatements(trx: Db, rows: StatementRow[]): Promise<void> {
  if (rows.length === 0) return
  await trx
    .insertInto('contract_statement')
    .values(rows.map(row => ({ ...row, said: JSON.stringify(row.said) })))
    .execute()
}

/** What the source says, whatever the service was told by; what the council chose is a part of it. */
const asSaid = (said: RawBuilder<unknown>) =>
  sql`case when ${said} ->> 'service_from' = 'council' then ${said} else ${said} - 'service_id' - 'service_from' end`

/** Ids of those contracts of which a source has already said exactly this on that day. */
export async function listSaidAlready(trx: Db, rows: StatementRow[]): Promise<Set<string>> {
  const { rows: found } = await sql<{ id: string }>`
    select asked.id from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as asked (id uuid, contract_id uuid, supplier_id uuid, said jsonb, as_of date, source_name text)
    where exists (select from contract_statement as made where made.contract_id = asked.contract_id
      and made.as_of = asked.as_of and made.source_name = asked.source_name
      and ${asSaid(sql.ref('made.said'))} = ${asSaid(sql.ref('asked.said'))}
      and made.supplier_id is not distinct from asked.supplier_id)`.execute(trx)
  return new Set(found.map(({ id }) => id))
}

/**
 * Lets contracts show what their newest statement says. The service is the one that the council itself last chose here, if
 * it ever did, be it none: files do not know it. What is told by clues is told anew.
 */
export async function renewContracts(trx: Db, ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await sql`
    with newest as (
      select distinct on (contract_id) * from contract_statement where contract_id = any(${ids}::uuid[])
      order by contract_id, as_of desc, made_at desc, id desc),
    chosen as (
      select distinct on (contract_id) contract_id, (said ->> 'service_id')::int as service_id
      from contract_statement where contract_id = any(${ids}::uuid[]) and said ->> 'service_from' = 'council'
      order by contract_id, as_of desc, made_at desc, id desc)
    update contract set
      title = said ->> 'title',
      description = said ->> 'description',
      reference = said ->> 'reference',
      ocid = said ->> 'ocid',
      supplier_id = newest.supplier_id,
      supplier_as_published = said ->> 'supplier_as_published',
      service_id = case when chosen.contract_id is not null then chosen.service_id else (said ->> 'service_id')::int end,
      service_from = case when chosen.contract_id is not null then 'council' else said ->> 'service_from' end,
      service_guess_id = case when title = said ->> 'title' and chosen.contract_id is null then service_guess_id end,
      service_told_by = null,
      service_as_published = said ->> 'service_as_published',
      cpv = said ->> 'cpv',
      procurement = said ->> 'procurement',
      starts_on = (said ->> 'starts_on')::date,
      ends_on = (said ->> 'ends_on')::date,
      is_open_ended = (said ->> 'is_open_ended')::boolean,
      extends_to = (said ->> 'extends_to')::date,
      extension_as_published = said ->> 'extension_as_published',
      value_pounds = (said ->> 'value_pounds')::numeric,
      source_name = newest.source_name,
      source_url = newest.source_url,
      source_as_of = newest.as_of,
      source_line = newest.line,
      import_id = newest.import_id,
      is_confirmed = newest.is_confirmed,
      changed_at = ${now}
    from newest left join chosen on chosen.contract_id = newest.contract_id
    where contract.id = newest.contract_id`.execute(trx)
}

/** Deletes those of these contracts of which nothing is said any more; their ids. */
export async function deleteUnsaid(trx: Db, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await trx
    .deleteFrom('contract')
    .where('id', 'in', ids)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contract_statement as made')
            .select('made.id')
            .whereRef('made.contract_id', '=', 'contract.id'),
        ),
      ),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
