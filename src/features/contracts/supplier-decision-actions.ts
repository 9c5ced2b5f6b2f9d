import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { SupplierChoice } from './import-form.ts'
import { listImportSuppliers, lockImport } from './import-queries.ts'
import { updateSupplier } from './stored-imports.ts'
import { supplierFinder } from './supplier-queries.ts'

/** Keeps what somebody said of suppliers, by their numbers in the list; one is only taken for whom it may be. */
export async function decideSuppliers(
  db: Db,
  importId: string,
  choices: { number: number; choice: SupplierChoice }[],
): Promise<void> {
  const find = await supplierFinder(db)
  await db.transaction().execute(async trx => {
    const locked = await lockImport(trx, importId)
    if (locked?.state !== 'previewed') throw failure('conflict', 'This file has been taken in meanwhile.')
    const suppliers = await listImportSuppliers(trx, importId)
    for (const { number, choice } of choices) {
      const supplier = suppliers[number]
      if (!supplier) continue
      const found = find(supplier)
      const may = found.is === 'near' ? found.ids : found.is === 'known' ? [found.id] : []
      if (choice.organisationId !== null && !may.includes(choice.organisationId)) continue
      await updateSupplier(trx, importId, supplier.key, choice)
    }
  })
}
