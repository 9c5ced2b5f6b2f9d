import { resolveService } from '#features/services/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { FieldError } from '#plumbing/form.ts'
import { newId } from '#plumbing/id.ts'
import { fieldOf, type SaidRow, serviceNameOf } from './confirmation-form.ts'
import {
  type Choice,
  contractsFor,
  type FormSystem,
  type KnownContract,
  surelyOf,
} from './contract-choice.ts'
import { listNameKeys } from './contract-queries.ts'
import { isMoved, type Meant, type Product, type Service } from './meant.ts'
import { productKey } from './product-names.ts'
import { listProductsByNames } from './stored-products.ts'

type Pair = Pick<Meant, 'row' | 'system'>

const nameTyped = ({ row, system }: Pair) =>
  row.product !== null && row.product !== system?.product ? row.product : null

/** The products that rows name, by what was typed; one that nobody named before is new. */
async function listProductsTyped(db: Db, names: string[]): Promise<Map<string, Product>> {
  const known = await listProductsByNames(db, names)
  const fresh = new Map<string, Product>()
  for (const name of names.filter(name => !known.has(name) && productKey(name) !== ''))
    if (!fresh.has(productKey(name)))
      fresh.set(productKey(name), { id: newId(), name, supplierId: null, isNew: true })
  return new Map(
    names.flatMap(name => {
      const found = known.get(name)
      const product = found ? { ...found, isNew: false } : fresh.get(productKey(name))
      return product ? [[name, product] as const] : []
    }),
  )
}

const kept = (system: FormSystem): Product | null =>
  system.product_id === null
    ? null
    : { id: system.product_id, name: system.product!, supplierId: system.supplier_id, isNew: false }

async function findServiceMeant(db: Db, { row, system }: Pair): Promise<Service | { message: string }> {
  const isKept =
    row.answer !== 'so' || row.service === null || (system && row.service === serviceNameOf(system))
  if (system && isKept) return { id: system.service_id, name: system.service_as_published }
  const { match, suggestions } = await resolveService(db, row.service ?? '')
  if (match) return { id: match.id, name: match.name }
  const near = suggestions?.map(({ name }) => `“${name}”`).slice(0, 3) ?? []
  return {
    message:
      near.length > 0
        ? `Write the service as in the list of services. Near to it: ${near.join(', ')}`
        : 'Write a service of the list of services',
  }
}

type About = { systems: FormSystem[]; contracts: KnownContract[]; today: string }

/** What rows of the form mean, and what is wrong with those that mean nothing. */
export async function listMeant(
  db: Db,
  rows: SaidRow[],
  { systems, contracts, today }: About,
): Promise<{ meant: Meant[]; errors: FieldError[] }> {
  const errors: FieldError[] = []
  const paired = rows.flatMap(row => {
    const system = systems.find(({ id }) => id === row.ref)
    return row.isNew || system ? [{ row, system }] : []
  })
  const products = await listProductsTyped(
    db,
    paired.flatMap(pair => nameTyped(pair) ?? []),
  )
  const keys = await listNameKeys(
    db,
    [...products.values()].map(({ id }) => id),
  )
  const choiceFor = ({ system, product, service }: Pick<Meant, 'system' | 'product' | 'service'>): Choice => {
    if (system && !isMoved({ system, product })) return { contracts: system.contracts, sure: system.shown }
    const names = product ? (keys.get(product.id) ?? [productKey(product.name)]) : []
    const sought = { supplierId: product?.supplierId ?? null, names, serviceId: service.id, linkedId: null }
    const fitting = contractsFor(sought, contracts)
    return { contracts: fitting, sure: surelyOf(sought, fitting, today) }
  }
  const meant: Meant[] = []
  for (const pair of paired) {
    const { row, system } = pair
    const typed = row.answer === 'so' ? nameTyped(pair) : null
    const product = typed === null ? (system ? kept(system) : null) : products.get(typed)
    if (product === undefined) {
      errors.push({ field: fieldOf('product', row.ref), message: 'Write the name of the product in letters' })
      continue
    }
    const service = await findServiceMeant(db, pair)
    if ('message' in service) errors.push({ field: fieldOf('service', row.ref), message: service.message })
    else meant.push({ ...pair, product, service, choice: choiceFor({ system, product, service }) })
  }
  return { meant, errors }
}
