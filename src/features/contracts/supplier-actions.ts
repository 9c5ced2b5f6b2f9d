import { companyNumber } from '#features/contract-reading/index.ts'
import { addSuppliers } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { ImportContext } from '#plumbing/import.ts'
import { insertMade } from './stored-imports.ts'
import { namesIn, supplierKey } from './supplier-names.ts'
import { lockNewSuppliers, type SupplierToFind, supplierFinder } from './supplier-queries.ts'

export type SupplierToAdd = SupplierToFind & {
  /** The import that undoes it. */
  importId: string
}

/**
 * The pages of suppliers, one given to each that has none yet; their organisations' ids in the same order, null for the name
 * of a council. Looks once more who is there, because a file waits for days, and another may have named them meanwhile.
 */
export async function makeSuppliers(
  trx: Db,
  context: ImportContext,
  suppliers: SupplierToAdd[],
): Promise<(string | null)[]> {
  if (suppliers.length === 0) return []
  await lockNewSuppliers(trx)
  const find = await supplierFinder(trx)
  const found = suppliers.map(supplier => ({ supplier, found: find(supplier), page: pageOf(supplier) }))
  const numberedLast = found.toSorted(
    (a, b) => Number(isNumbered(a.supplier)) - Number(isNumbered(b.supplier)),
  )
  const pageByName = new Map(numberedLast.map(({ supplier, page }) => [supplierKey(supplier.name), page]))
  const pageFor = ({ supplier, page }: (typeof found)[number]) =>
    isNumbered(supplier) ? page : pageByName.get(supplierKey(supplier.name))!
  const isNew = ({ found: { is } }: (typeof found)[number]) => is !== 'known' && is !== 'former council'
  const fresh = [...new Map(numberedLast.filter(isNew).map(one => [pageFor(one), one.supplier]))]
  const made = await addSuppliers(
    trx,
    context,
    fresh.map(([, supplier]) => toAdd(supplier)),
  )
  await insertMade(
    trx,
    fresh.map(([, { importId }], at) => ({ import_id: importId, organisation_id: made[at]! })),
  )
  const ids = new Map(fresh.map(([page], at) => [page, made[at]!]))
  return found.map(one => {
    if (one.found.is === 'known') return one.found.id
    return isNew(one) ? ids.get(pageFor(one))! : null
  })
}

const isNumbered = ({ companyNumber: given }: SupplierToFind) =>
  companyNumber(given ?? undefined) !== undefined

/** Two that have the same are one supplier: a number, else a name. */
const pageOf = ({ name, companyNumber: given }: SupplierToFind) =>
  companyNumber(given ?? undefined) ?? supplierKey(name)

function toAdd({ name, companyNumber: given }: SupplierToAdd) {
  const [legal = name, trading] = namesIn(name)
  return {
    name: legal,
    otherNames: trading ? [trading] : [],
    companyNumber: companyNumber(given ?? undefined) ?? null,
  }
}
