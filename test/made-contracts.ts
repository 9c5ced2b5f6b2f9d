import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { organisationIdOf } from './people.ts'

export type MadeContract = {
  /** The slug of the organisation whose it is. */
  by: string
  /** Null: it goes on until somebody ends it. */
  endsOn: string | null
  startsOn?: string
  extendsTo?: string
  title?: string
  serviceId?: number
  /** The slug of an organisation. */
  supplier?: string
  supplierAsPublished?: string
  /** The slug of a product that is run under it. */
  product?: string
  valuePounds?: number
}

const source = { source_name: 'A register that was made up', source_as_of: '2026-10-01' }

async function productIdOf(db: Db, slug: string, now: Date): Promise<string> {
  const known = await db.selectFrom('product').select('id').where('slug', '=', slug).executeTakeFirst()
  if (known) return known.id
  const id = newId()
  await db
    .insertInto('product')
    .values({ id, slug, name: slug, created_at: now, ...source })
    .execute()
  return id
}

/** Contracts as if from a register, with the systems run under them; their ids in this order. */
export async function insertContracts(db: Db, clock: Clock, made: MadeContract[]): Promise<string[]> {
  const ids: string[] = []
  const now = clock.now()
  for (const contract of made) {
    const id = newId()
    const organisation_id = await organisationIdOf(db, contract.by)
    await db
      .insertInto('contract')
      .values({
        id,
        organisation_id,
        key: id,
        title: contract.title ?? 'Collection of waste',
        supplier_id: contract.supplier ? await organisationIdOf(db, contract.supplier) : null,
        supplier_as_published: contract.supplierAsPublished ?? null,
        service_id: contract.serviceId ?? null,
        service_from: contract.serviceId ? 'source' : null,
        starts_on: contract.startsOn ?? null,
        ends_on: contract.endsOn,
        is_open_ended: contract.endsOn === null,
        extends_to: contract.extendsTo ?? null,
        value_pounds: contract.valuePounds ?? null,
        is_confirmed: false,
        created_at: now,
        changed_at: now,
        ...source,
      })
      .execute()
    if (contract.product)
      await db
        .insertInto('system')
        .values({
          id: newId(),
          organisation_id,
          product_id: await productIdOf(db, contract.product, now),
          product_as_published: contract.product,
          service_as_published: contract.title ?? 'Collection of waste',
          contract_id: id,
          state: 'unconfirmed',
          is_earlier: false,
          changed_at: now,
          ...source,
        })
        .execute()
    ids.push(id)
  }
  return ids
}

/** Five councils whose contracts for one service end within nine months, and a sixth whose ends a year later. */
export const wasteWindow = (serviceId: number): MadeContract[] =>
  [
    {
      by: 'leeds-city-council',
      endsOn: '2027-03-31',
      extendsTo: '2029-03-31',
      supplier: 'dxw',
      valuePounds: 120_000.5,
    },
    { by: 'kirklees-council', endsOn: '2027-06-30', supplierAsPublished: 'Bins & Sons Ltd' },
    { by: 'adur-district-council', endsOn: '2027-04-01', supplier: 'dxw', valuePounds: 50_000 },
    { by: 'surrey-county-council', endsOn: '2027-12-31', supplier: 'dxw', startsOn: '2022-01-01' },
    { by: 'elmbridge-borough-council', endsOn: '2027-09-30' },
    { by: 'mid-devon-district-council', endsOn: '2028-12-31' },
  ].map(contract => ({ ...contract, serviceId }))
