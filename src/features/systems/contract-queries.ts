import type { SaidContract } from '#features/contracts/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import {
  contractsFor,
  type FormSystem,
  isNamedIn,
  type KnownContract,
  surelyOf,
  withTitleKey,
} from './contract-choice.ts'
import { productKey } from './product-names.ts'
import { listOwnSystems } from './system-queries.ts'

/** What an organisation has bought, as those who speak for it see it. */
export async function listKnownContracts(db: Db, organisationId: string): Promise<KnownContract[]> {
  const rows = await db
    .selectFrom('contract')
    .leftJoin('organisation as supplier', 'supplier.id', 'contract.supplier_id')
    .select([
      'contract.id',
      'title',
      'key',
      'supplier_id',
      'service_id',
      'contract.starts_on',
      'contract.ends_on',
    ])
    .select(['extends_to', 'supplier_as_published', 'supplier.name as supplier_name', 'import_id'])
    .where('organisation_id', '=', organisationId)
    .orderBy('contract.id')
    .execute()
  return rows.map(({ key, import_id, supplier_as_published, supplier_name, ...contract }) =>
    withTitleKey({
      ...contract,
      supplier: supplier_name ?? supplier_as_published,
      isStatedHere: import_id === null && isKeyOfStated(key),
    }),
  )
}

/** The keys of all names of these products. */
export async function listNameKeys(db: Db, productIds: string[]): Promise<Map<string, string[]>> {
  if (productIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('product_name')
    .select(['product_id', 'key'])
    .distinct()
    .where('product_id', 'in', [...new Set(productIds)])
    .execute()
  const byProduct = Map.groupBy(rows, ({ product_id }) => product_id)
  return new Map([...byProduct].map(([id, own]) => [id, own.map(({ key }) => key)]))
}

/** All that an organisation runs, with the contracts that each may be run under; `today` is 'YYYY-MM-DD'. */
export async function listFormSystems(db: Db, organisationId: string, today: string): Promise<FormSystem[]> {
  const systems = await listOwnSystems(db, organisationId)
  const known = await listKnownContracts(db, organisationId)
  const keys = await listNameKeys(
    db,
    systems.flatMap(({ product_id }) => product_id ?? []),
  )
  return systems.map(system => {
    const sought = {
      supplierId: system.supplier_id,
      names: keys.get(system.product_id ?? '') ?? [],
      serviceId: system.service_id,
      linkedId: system.linked_contract_id,
    }
    const contracts = contractsFor(sought, known)
    return { ...system, contracts, shown: surelyOf(sought, contracts, today) }
  })
}

/** The reference of a contract of which nothing is known but what a lead said of a system. */
export const referenceOfStated = (systemId: string) => `system ${systemId.slice(-12)}`
const isKeyOfStated = (key: string) => /^reference:system[0-9a-f]{12}$/.test(key)

/** A contract that was stated here, and one that a source brought which is plainly the same. */
export type SamePair = { id: string; into: string }

/**
 * Of these contracts, which sources brought, those that a lead has stated here before: of the same supplier, with the
 * same start or end, and with the name of the product in the title; each the only one that fits the other.
 */
export async function listPlainlySame(db: Db, broughtIds: string[]): Promise<SamePair[]> {
  const rows = await db
    .selectFrom('contract as brought')
    .innerJoin('contract as stated', join =>
      join
        .onRef('stated.organisation_id', '=', 'brought.organisation_id')
        .onRef('stated.supplier_id', '=', 'brought.supplier_id')
        .on('stated.key', 'like', 'reference:system%')
        .on('stated.import_id', 'is', null),
    )
    .innerJoin('system', 'system.contract_id', 'stated.id')
    .select(['brought.id as into', 'brought.title', 'stated.id', 'stated.key', 'system.product_id'])
    .where('brought.import_id', 'is not', null)
    .where(({ eb, or, ref }) =>
      or([
        eb('brought.ends_on', '=', ref('stated.ends_on')),
        eb('brought.starts_on', '=', ref('stated.starts_on')),
      ]),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('contract as fresh')
          .select('fresh.id')
          .where('fresh.id', 'in', broughtIds)
          .whereRef('fresh.organisation_id', '=', 'stated.organisation_id')
          .whereRef('fresh.supplier_id', '=', 'stated.supplier_id'),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('moderation_hold')
            .select('subject_id')
            .where('subject_kind', '=', 'contract')
            .where(({ eb, ref }) => eb('subject_id', 'in', [ref('brought.id'), ref('stated.id')])),
        ),
      ),
    )
    .orderBy('stated.id')
    .orderBy('brought.id')
    .execute()
  const keys = await listNameKeys(
    db,
    rows.flatMap(({ product_id }) => product_id ?? []),
  )
  const named = rows.filter(
    ({ key, title, product_id }) =>
      isKeyOfStated(key) && isNamedIn(productKey(title), keys.get(product_id ?? '') ?? []),
  )
  const pairs = [...new Map(named.map(({ id, into }) => [`${id} ${into}`, { id, into }])).values()]
  return pairs.filter(
    ({ id, into }) => pairs.filter(pair => pair.id === id || pair.into === into).length === 1,
  )
}

/** What is said of a contract now; nobody else says anything of it until the transaction ends. */
export async function lockSaid(
  trx: Db,
  contractId: string,
): Promise<{ said: SaidContract; supplierId: string | null }> {
  const { supplier_id, ...said } = await trx
    .selectFrom('contract')
    .select(['title', 'description', 'reference', 'ocid', 'supplier_as_published', 'service_id'])
    .select(['service_as_published', 'service_from', 'cpv', 'procurement', 'starts_on', 'ends_on'])
    .select(['is_open_ended', 'extends_to', 'extension_as_published', 'value_pounds', 'supplier_id'])
    .where('id', '=', contractId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { said, supplierId: supplier_id }
}

export async function findOrganisationName(db: Db, id: string): Promise<string> {
  const { name } = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return name
}
