import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { supplierChoiceOf, supplierField } from './bringing-form.ts'
import { listImportSuppliers, lockImport } from './import-queries.ts'
import { updateSupplier } from './stored-imports.ts'
import { supplierFinder } from './supplier-queries.ts'

/** Keeps what somebody chose in the suppliers' fields; one is only taken for whom it may be. */
export async function decideSuppliers(db: Db, importId: string, chosen: Map<string, string>): Promise<void> {
  const find = await supplierFinder(db)
  await db.transaction().execute(async trx => {
    const locked = await lockImport(trx, importId)
    if (locked?.state !== 'previewed') throw failure('conflict', 'This file has been taken in meanwhile.')
    const suppliers = await listImportSuppliers(trx, importId)
    for (const supplier of suppliers) {
      const text = chosen.get(supplierField(supplier.key))
      const choice = text === undefined ? null : supplierChoiceOf(text)
      if (!choice) continue
      const found = find(supplier)
      if (choice.decision === 'new' && (found.is === 'known' || found.is === 'former council'))
        throw failure(
          'conflict',
          `“${supplier.name}” is the name of an organisation that is listed here. Go back, and choose it or keep the name.`,
        )
      // Saying nothing of a name that could be a person’s is not to say that it is an organisation’s.
      if (choice.decision === 'open' && supplier.decision === 'individual') continue
      const may = found.is === 'near' ? found.ids : found.is === 'known' ? [found.id] : []
      if (choice.organisationId !== null && !may.includes(choice.organisationId)) continue
      await updateSupplier(trx, importId, supplier.key, choice)
    }
  })
}
