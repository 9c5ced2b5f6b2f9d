import { listOrganisationsById } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Decision } from './brought-file.ts'
import type { ImportSupplier } from './import-queries.ts'
import { supplierFinder } from './supplier-queries.ts'
import { verdictOn } from './supplier-verdict.ts'

const questionsAtOnce = 50
// The last are asked first.
const order: Decision[] = ['individual', 'open']

/** The suppliers that a person has to decide on, or has decided on, with those that each may be. */
export async function listQuestions(db: Db, suppliers: ImportSupplier[]) {
  const find = await supplierFinder(db)
  const asked = suppliers.flatMap(supplier => {
    const found = find(supplier)
    const isSettled = found.is === 'known' && supplier.decision === 'known'
    return isSettled || verdictOn(supplier, find).is === 'new'
      ? []
      : [{ supplier, ids: found.is === 'near' ? found.ids : found.is === 'known' ? [found.id] : [] }]
  })
  const shown = asked
    .toSorted((a, b) => order.indexOf(b.supplier.decision) - order.indexOf(a.supplier.decision))
    .slice(0, questionsAtOnce)
  const names = await listOrganisationsById(
    db,
    shown.flatMap(({ ids, supplier }) => [
      ...ids,
      ...(supplier.organisationId ? [supplier.organisationId] : []),
    ]),
  )
  return shown.map(({ supplier, ids }) => ({
    supplier,
    candidates: [...new Set([...ids, ...(supplier.organisationId ? [supplier.organisationId] : [])])].flatMap(
      id => names.get(id) ?? [],
    ),
  }))
}
