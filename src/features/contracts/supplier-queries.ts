import { sql } from 'kysely'
import { companyNumber } from '#features/contract-reading/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { indexSuppliers, namesIn, nearSuppliers, supplierKey } from './supplier-names.ts'

/** A supplier as a file names it. */
export type SupplierToFind = { name: string; companyNumber: string | null }

export type FoundSupplier =
  | { is: 'known'; id: string }
  /** Some that it may be: a person has to say. */
  | { is: 'near'; ids: string[] }
  /** It bears the name of a council that is no more, and is not to be taken for it. */
  | { is: 'former council' }
  | { is: 'unknown' }

/** Nobody else gives a supplier a page until the transaction ends: of two at once the second finds the first one’s. */
export const lockNewSuppliers = (trx: Db) =>
  sql`select pg_advisory_xact_lock(hashtext('contracts: new suppliers'))`.execute(trx)

const listNames = (db: Db) =>
  db
    .selectFrom('organisation_name as named')
    .innerJoin('organisation', 'organisation.id', 'named.organisation_id')
    .leftJoin('organisation_identifier as number', join =>
      join
        .onRef('number.organisation_id', '=', 'organisation.id')
        .on('number.scheme', '=', 'companies-house'),
    )
    .select(['organisation.id', 'named.name', 'organisation.kind', 'number.value as number'])
    .select('organisation.status')
    .where(({ eb, or }) =>
      or([eb('organisation.status', '=', 'current'), eb('organisation.kind', '=', 'council')]),
    )
    .orderBy('organisation.id')
    .execute()

/**
 * Finds suppliers by company number, else by name; what an organisation is called is compared without its legal form. A
 * name that two of them bear, or that belongs to a company with another number, is asked about.
 */
export async function supplierFinder(db: Db): Promise<(supplier: SupplierToFind) => FoundSupplier> {
  const all = (await listNames(db)).map(row => ({ ...row, key: supplierKey(row.name) }))
  const names = all.filter(({ status }) => status === 'current')
  const formerCouncils = new Set(all.filter(({ status }) => status !== 'current').map(({ key }) => key))
  const byNumber = new Map(names.flatMap(({ id, number }) => (number ? [[number, id] as const] : [])))
  const byKey = Map.groupBy(names, ({ key }) => key)
  // Councils share too many words with each other to be guessed at.
  const index = indexSuppliers(names.filter(({ kind }) => kind !== 'council'))
  return ({ name, companyNumber: given }) => {
    const number = companyNumber(given ?? undefined)
    const numbered = number && byNumber.get(number)
    if (numbered) return { is: 'known', id: numbered }
    const [legal = name, trading] = namesIn(name)
    const same = byKey.get(supplierKey(legal)) ?? []
    const ids = [...new Set(same.map(({ id }) => id))]
    const isOther = same.some(known => number && known.number && known.number !== number)
    if (ids.length === 1 && !isOther) return { is: 'known', id: ids[0]! }
    if (ids.length === 0 && formerCouncils.has(supplierKey(legal))) return { is: 'former council' }
    const near = [
      ...ids,
      ...(trading ? (byKey.get(supplierKey(trading)) ?? []).map(({ id }) => id) : []),
      ...nearSuppliers(index, supplierKey(legal)),
    ]
    return near.length > 0 ? { is: 'near', ids: [...new Set(near)].slice(0, 5) } : { is: 'unknown' }
  }
}

/** Whom an organisation's contracts already take a supplier's name for, by the key of the name. */
export async function listSuppliersBefore(db: Db, organisationId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('contract')
    .select(['supplier_as_published as name', 'supplier_id as id'])
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('supplier_id', 'is not', null)
    .where('supplier_as_published', 'is not', null)
    .orderBy('name')
    .execute()
  return new Map(rows.map(({ name, id }) => [supplierKey(name!), id!]))
}
