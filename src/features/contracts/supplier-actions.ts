import { addSuppliers } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { ImportContext } from '#plumbing/import.ts'
import { insertMade } from './stored-imports.ts'
import { companyNumber, namesIn } from './supplier-names.ts'
import type { SupplierToFind } from './supplier-queries.ts'

export type SupplierToAdd = SupplierToFind & {
  /** The import that undoes it. */
  importId: string
}

/** Gives suppliers a page; their organisations' ids in the same order. */
export async function makeSuppliers(
  trx: Db,
  context: ImportContext,
  suppliers: SupplierToAdd[],
): Promise<string[]> {
  const ids = await addSuppliers(
    trx,
    context,
    suppliers.map(({ name, companyNumber: given }) => {
      const [legal = name, trading] = namesIn(name)
      return {
        name: legal,
        otherNames: trading ? [trading] : [],
        companyNumber: companyNumber(given ?? undefined) ?? null,
      }
    }),
  )
  await insertMade(
    trx,
    suppliers.map(({ importId }, at) => ({ import_id: importId, organisation_id: ids[at]! })),
  )
  return ids
}
