import type { SaidContract } from '#features/contracts/index.ts'
import type { Db } from '#plumbing/database/database.ts'

type Fresh = { title: string; reference: string; serviceId: number | null; supplierId: string | null }

/** What is said of a contract now, so that a lead can change its days; or what a contract begins with that nobody spoke of. */
export async function findSaidContract(
  db: Db,
  contractId: string | null,
  { title, reference, serviceId, supplierId }: Fresh,
): Promise<{ said: SaidContract; supplierId: string | null }> {
  const found = contractId
    ? await db
        .selectFrom('contract')
        .select(['title', 'description', 'reference', 'ocid', 'supplier_as_published', 'service_id'])
        .select(['service_as_published', 'service_from', 'cpv', 'procurement', 'starts_on', 'ends_on'])
        .select(['is_open_ended', 'extends_to', 'extension_as_published', 'value_pounds', 'supplier_id'])
        .where('id', '=', contractId)
        .executeTakeFirst()
    : undefined
  if (found) {
    const { supplier_id, ...said } = found
    return { said, supplierId: supplier_id }
  }
  const supplier = supplierId
    ? await db.selectFrom('organisation').select('name').where('id', '=', supplierId).executeTakeFirst()
    : undefined
  return {
    said: {
      title,
      description: null,
      reference,
      ocid: null,
      supplier_as_published: supplier?.name ?? null,
      service_id: serviceId,
      service_as_published: null,
      service_from: serviceId === null ? null : 'council',
      cpv: null,
      procurement: null,
      starts_on: null,
      ends_on: null,
      is_open_ended: false,
      extends_to: null,
      extension_as_published: null,
      value_pounds: null,
    },
    supplierId,
  }
}
