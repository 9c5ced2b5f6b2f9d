import { type Insertable, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { renewed } from '#plumbing/database/renewed.ts'
import type { SystemStatementTable, SystemTable } from './tables.ts'

export type SystemRow = Insertable<SystemTable>
export type StatementRow = Insertable<SystemStatementTable>

/** What tells a system from others: whose it is, what it is, and for what. */
export type SystemIdentity = Pick<
  SystemTable,
  'organisation_id' | 'product_id' | 'service_id' | 'service_as_published'
>

/** One text for each identity; a service of the list is the same whatever a source calls it. */
export const identityKey = (one: SystemIdentity) =>
  [one.organisation_id, one.product_id ?? '', one.service_id ?? one.service_as_published].join(' ')

/** The systems of these organisations, by {@link identityKey}. */
export async function listSystemIds(trx: Db, organisationIds: string[]): Promise<Map<string, string>> {
  if (organisationIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('system')
    .select(['id', 'organisation_id', 'product_id', 'service_id', 'service_as_published'])
    .where('organisation_id', 'in', [...new Set(organisationIds)])
    .execute()
  return new Map(rows.map(row => [identityKey(row), row.id]))
}

/** Systems by the keys of rows of files that said something of them. */
export async function listSystemIdsByRow(trx: Db, keys: string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await trx
    .selectFrom('system_statement')
    .select(['key', 'system_id'])
    .where('key', 'in', keys)
    .execute()
  return new Map(rows.map(({ key, system_id }) => [key!, system_id]))
}

export const insertSystems = (trx: Db, rows: SystemRow[]) => trx.insertInto('system').values(rows).execute()

/** Nobody else says what this organisation runs until the transaction ends. */
export const lockSystemsOf = (trx: Db, organisationId: string) =>
  trx
    .selectFrom('system')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .forUpdate()
    .execute()

/** Writes systems as their organisation says they are, new ones and known ones. */
export async function writeSystems(trx: Db, rows: SystemRow[]): Promise<void> {
  if (rows.length === 0) return
  // Two rows may have changed places: none may stand in the way of another meanwhile.
  await trx
    .updateTable('system')
    .set({ product_id: null, service_as_published: sql`id::text` })
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  await trx
    .insertInto('system')
    .values(rows)
    .onConflict(conflict => conflict.column('id').doUpdateSet(renewed(rows[0]!, ['id'])))
    .execute()
}

/** Whether any system is run under a contract. */
export const isRunUnder = async (trx: Db, contractId: string): Promise<boolean> =>
  (await trx
    .selectFrom('system')
    .select('id')
    .where('contract_id', '=', contractId)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Lets what is run under one contract be run under another. */
export const moveSystems = (trx: Db, { fromId, toId }: { fromId: string; toId: string }) =>
  trx.updateTable('system').set({ contract_id: toId }).where('contract_id', '=', fromId).execute()

export async function insertStatements(trx: Db, rows: StatementRow[]): Promise<void> {
  if (rows.length > 0) await trx.insertInto('system_statement').values(rows).execute()
}

/** What rows of files say; the same row said anew takes its own place. */
export const upsertStatements = (trx: Db, rows: StatementRow[]) =>
  trx
    .insertInto('system_statement')
    .values(rows)
    .onConflict(conflict => conflict.column('key').doUpdateSet(renewed(rows[0]!, ['id', 'key', 'system_id'])))
    .execute()

/** Has these systems say what their newest statement does; those of which their organisation spoke stay as it said. */
export async function renewFromNewest(trx: Db, ids: string[], now: Date): Promise<void> {
  await sql`
    update system set product_as_published = newest.product_as_published, scope = newest.scope,
      source_name = newest.source_name, source_url = newest.source_url, source_as_of = newest.source_as_of,
      evidence_url = newest.evidence_url, confidence = newest.confidence, note = newest.note,
      changed_at = ${now}::timestamptz
    from (
      select distinct on (system_id) * from system_statement
      where system_id = any(${ids}::uuid[])
      order by system_id, source_as_of desc, made_at desc, id desc) as newest
    where newest.system_id = system.id and system.state = 'unconfirmed'`.execute(trx)
}

/**
 * Marks what only an older source names: another source, newer by a year or more, names another product for the same
 * service of the same part of the organisation. A source that names nothing in particular contradicts nobody.
 */
export async function settleEarlier(trx: Db, organisationIds: string[]): Promise<void> {
  await sql`
    update system set is_earlier = found.is_earlier
    from (
      select old.id, old.state = 'unconfirmed' and exists (
        select from system as newer
        where newer.organisation_id = old.organisation_id and newer.id <> old.id
          and newer.state <> 'not-used' and newer.product_id is not null
          and coalesce(newer.service_id::text, newer.service_as_published)
            = coalesce(old.service_id::text, old.service_as_published)
          and newer.scope is not distinct from old.scope and newer.source_name <> old.source_name
          and newer.source_as_of >= old.source_as_of + interval '1 year') as is_earlier
      from system as old where old.organisation_id = any(${organisationIds}::uuid[])) as found
    where found.id = system.id and found.is_earlier <> system.is_earlier`.execute(trx)
}
