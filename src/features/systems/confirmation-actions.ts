import { type Statement as ContractStatement, writeStatements } from '#features/contracts/index.ts'
import { holdFirstPost, listHidden } from '#features/moderation/index.ts'
import { resolveService } from '#features/services/index.ts'
import { recordActivities, recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { FieldError } from '#plumbing/form.ts'
import { newId } from '#plumbing/id.ts'
import { fieldOf, type SaidRow, serviceNameOf } from './confirmation-form.ts'
import { findSaidContract } from './contract-queries.ts'
import { productKey } from './product-names.ts'
import { addNames, freeProductSlugs, insertProducts, listProductsByNames } from './stored-products.ts'
import {
  identityKey,
  insertStatements,
  lockSystemsOf,
  type StatementRow,
  type SystemRow,
  settleEarlier,
  writeSystems,
} from './stored-systems.ts'
import { listOwnSystems, type ShownSystem } from './system-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'systems.confirmed': { confirmed: number; notUsed: number; added: number }
  }
}

type Organisation = { id: string; name: string }
type Product = { id: string; name: string; supplierId: string | null; isNew: boolean }
type Service = { id: number | null; name: string }

/** One row with what it means. */
type Meant = { row: SaidRow; system: ShownSystem | undefined; product: Product | null; service: Service }

const nameTyped = ({ row, system }: { row: SaidRow; system: ShownSystem | undefined }) =>
  row.product !== null && row.product !== system?.product ? row.product : null

/** The products that rows name, by what was typed; one that nobody named before waits to be listed. */
async function productsTyped(trx: Db, names: string[]): Promise<Map<string, Product>> {
  const known = await listProductsByNames(trx, names)
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

const kept = (system: ShownSystem): Product | null =>
  system.product_id === null
    ? null
    : { id: system.product_id, name: system.product!, supplierId: system.supplier_id, isNew: false }

async function understand(trx: Db, rows: SaidRow[], systems: ShownSystem[]) {
  const errors: FieldError[] = []
  const paired = rows.flatMap(row => {
    const system = systems.find(({ id }) => id === row.ref)
    return row.isNew || system ? [{ row, system }] : []
  })
  const products = await productsTyped(
    trx,
    paired.flatMap(pair => nameTyped(pair) ?? []),
  )
  const meant: Meant[] = []
  for (const pair of paired) {
    const { row, system } = pair
    const typed = row.answer === 'so' ? nameTyped(pair) : null
    const product = typed === null ? (system ? kept(system) : null) : products.get(typed)
    if (product === undefined) {
      errors.push({ field: fieldOf('product', row.ref), message: 'Write the name of the product in letters' })
      continue
    }
    const service = await serviceMeant(trx, row, system)
    if ('message' in service) errors.push({ field: fieldOf('service', row.ref), message: service.message })
    else meant.push({ row, system, product, service })
  }
  return { meant, errors }
}

async function serviceMeant(
  trx: Db,
  row: SaidRow,
  system: ShownSystem | undefined,
): Promise<Service | { message: string }> {
  const isKept =
    row.answer !== 'so' || row.service === null || (system && row.service === serviceNameOf(system))
  if (system && isKept) return { id: system.service_id, name: system.service_as_published }
  const { match, suggestions } = await resolveService(trx, row.service ?? '')
  if (match) return { id: match.id, name: match.name }
  const near = suggestions?.map(({ name }) => `“${name}”`).slice(0, 3) ?? []
  return {
    message:
      near.length > 0
        ? `Write the service as in the list of services. Near to it: ${near.join(', ')}`
        : 'Write a service of the list of services',
  }
}

const identityOf = (organisationId: string, { product, service }: Pick<Meant, 'product' | 'service'>) => ({
  organisation_id: organisationId,
  product_id: product?.id ?? null,
  service_id: service.id,
  service_as_published: service.name,
})

/** Rows that say the same as another row of the list. */
function twice(organisation: Organisation, meant: Meant[], systems: ShownSystem[]): FieldError[] {
  const said = new Set(meant.flatMap(({ system }) => system?.id ?? []))
  const seen = new Set(systems.filter(({ id }) => !said.has(id)).map(identityKey))
  return meant.flatMap(each => {
    const key = identityKey(identityOf(organisation.id, each))
    const isSeen = seen.has(key)
    seen.add(key)
    return isSeen
      ? [
          {
            field: fieldOf('product', each.row.ref),
            message: `${each.product?.name ?? 'What you built'} stands in the list for ${each.service.name} already: say it once`,
          },
        ]
      : []
  })
}

async function listNew(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  meant: Meant[],
  source: { name: string; asOf: string },
) {
  const fresh = [
    ...new Map(
      meant.flatMap(({ product }) => (product?.isNew ? [[product.id, product] as const] : [])),
    ).values(),
  ]
  if (fresh.length === 0) return
  const slugs = await freeProductSlugs(
    trx,
    fresh.map(({ name }) => name),
  )
  await insertProducts(
    trx,
    fresh.map(({ id, name }, at) => ({
      id,
      slug: slugs[at]!,
      name,
      listed_by: actor.actingFor.id,
      source_name: source.name,
      source_as_of: source.asOf,
      created_at: clock.now(),
    })),
  )
  await addNames(
    trx,
    fresh.map(({ id, name }) => ({ productId: id, kind: 'own', name })),
  )
  for (const { id } of fresh) {
    const subject = { kind: 'product', id }
    await recordActivity(trx, clock, { kind: 'product.listed', subject, actor, detail: { source: 'lead' } })
    await holdFirstPost(trx, clock, actor, subject)
  }
}

const datesOf = ({ starts, ends, extends: until }: SaidRow) => ({
  starts_on: starts,
  ends_on: ends,
  extends_to: until,
})

/** Whether the row gives days of a contract that were not known, or were others. */
const givesDates = ({ row, system }: Meant) =>
  row.answer === 'so' &&
  (row.starts !== null || row.ends !== null || row.extends !== null) &&
  (row.starts !== (system?.starts_on ?? null) ||
    row.ends !== (system?.ends_on ?? null) ||
    row.extends !== (system?.extends_to ?? null))

/** Which contract each row is now under, by the row's `ref`; what a lead says of one goes the way of all contracts. */
async function stateContracts(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  {
    organisation,
    meant,
    ids,
    source,
  }: {
    organisation: Organisation
    meant: Meant[]
    ids: Map<string, string>
    source: { name: string; asOf: string }
  },
): Promise<Map<string, string>> {
  const stated = meant.filter(givesDates)
  const statements: ContractStatement[] = []
  // Contracts are for everyone, and what a product is called is not before a curator let it be.
  const waiting = await listHidden(
    trx,
    'product',
    stated.flatMap(({ product }) => product?.id ?? []),
  )
  for (const { row, system, product, service } of stated) {
    const isMoved = system !== undefined && (product?.id ?? null) !== system.product_id
    const named = product && !waiting.has(product.id) ? product.name : 'System'
    const before = await findSaidContract(trx, isMoved ? null : (system?.contract_id ?? null), {
      title: `${named} for ${service.name}`,
      reference: `system ${ids.get(row.ref)!.slice(-12)}`,
      serviceId: service.id,
      supplierId: product?.supplierId ?? null,
    })
    statements.push({
      organisationId: organisation.id,
      said: { ...before.said, ...datesOf(row), is_open_ended: false },
      supplierId: before.supplierId,
      line: null,
      importId: null,
      personId: actor.id,
      isConfirmed: true,
      source: { name: source.name, url: null, asOf: source.asOf },
    })
  }
  if (statements.length === 0) return new Map()
  const results = await writeStatements(trx, clock, actor, statements)
  return new Map(
    results.flatMap((result, at) =>
      'contractId' in result ? [[stated[at]!.row.ref, result.contractId] as const] : [],
    ),
  )
}

export type Confirmed = { errors: FieldError[] } | { errors?: undefined; said: number }

/**
 * Says for an organisation what it runs: confirms, corrects, ends and adds, all or nothing. Rows that were left out of
 * the form, or left as they are, stay as they were.
 */
export const confirmSystems = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  organisation: Organisation,
  rows: SaidRow[],
): Promise<Confirmed> =>
  db.transaction().execute(async trx => {
    await lockSystemsOf(trx, organisation.id)
    const systems = await listOwnSystems(trx, organisation.id)
    const spoken = rows.filter(({ answer }) => answer !== 'leave')
    const { meant, errors } = await understand(trx, spoken, systems)
    const wrong = errors.length > 0 ? errors : twice(organisation, meant, systems)
    if (wrong.length > 0) return { errors: wrong }
    const today = inLondon(clock.now()).date
    const source = { name: `${organisation.name}, on Pipeline`, asOf: today }
    await listNew(trx, clock, actor, meant, source)
    const ids = new Map(meant.map(({ row, system }) => [row.ref, system?.id ?? newId()]))
    const contracts = await stateContracts(trx, clock, actor, { organisation, meant, ids, source })
    const contractOf = ({ row, system, product }: Meant) =>
      contracts.get(row.ref) ??
      (system && (product?.id ?? null) === system.product_id ? system.linked_contract_id : null)
    await writeSystems(
      trx,
      meant.map((each): SystemRow => {
        const { row, system, product } = each
        const isSo = row.answer === 'so'
        return {
          ...identityOf(organisation.id, each),
          id: ids.get(row.ref)!,
          product_as_published: product?.name ?? system?.product_as_published ?? '',
          contract_id: contractOf(each),
          value_band: isSo ? row.band : (system?.value_band ?? null),
          satisfaction: isSo ? row.satisfaction && Number(row.satisfaction) : (system?.satisfaction ?? null),
          would_move: isSo ? row.move : (system?.would_move ?? null),
          state: isSo ? 'confirmed' : 'not-used',
          is_earlier: false,
          confirmed_on: today,
          confirmed_by: actor.id,
          scope: system?.scope ?? null,
          source_name: source.name,
          source_url: null,
          source_as_of: source.asOf,
          evidence_url: null,
          confidence: null,
          note: null,
          changed_at: clock.now(),
        }
      }),
    )
    await insertStatements(
      trx,
      meant.map(
        ({ row, system, product, service }): StatementRow => ({
          id: newId(),
          system_id: ids.get(row.ref)!,
          person_id: actor.id,
          product_as_published: product?.name ?? system?.product_as_published ?? '',
          scope: system?.scope ?? null,
          source_name: source.name,
          source_as_of: source.asOf,
          said: JSON.stringify({ ...row, product: product?.name ?? null, service: service.name }),
          made_at: clock.now(),
        }),
      ),
    )
    await settleEarlier(trx, [organisation.id])
    await record(trx, clock, actor, organisation, meant)
    return { said: meant.length }
  })

async function record(trx: Db, clock: Clock, actor: Speaker, organisation: Organisation, meant: Meant[]) {
  const count = (fits: (each: Meant) => boolean) => meant.filter(fits).length
  await recordActivity(trx, clock, {
    kind: 'systems.confirmed',
    subject: { kind: 'systems', id: organisation.id },
    actor,
    detail: {
      confirmed: count(({ row }) => row.answer === 'so' && !row.isNew),
      notUsed: count(({ row }) => row.answer === 'not-used'),
      added: count(({ row }) => row.isNew),
    },
  })
  const touched = meant.flatMap(({ product, system }) => [product?.id ?? [], system?.product_id ?? []].flat())
  await recordActivities(
    trx,
    clock,
    [...new Set(touched)].map(id => ({
      kind: 'product.changed',
      subject: { kind: 'product', id },
      actor,
      detail: { what: 'systems' },
    })),
  )
}
