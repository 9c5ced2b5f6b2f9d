import { sql } from 'kysely'
import { listSurvivors } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import {
  isShown,
  listEndings,
  type MatterEnding,
  organisationNow,
  type Presents,
  presentJoin,
  type Wanted,
} from './ending-queries.ts'
import { type Matter, type MatterKey, productMatter, readMatter, supplierMatter } from './matter.ts'
import { addMonths, findWindows, horizonFrom, monthsTogether, type Window, windowAt } from './window.ts'

export type MatterWindow = Window<MatterEnding> & { matter: string }

/** The windows of the next 36 months on these matters, or on all; by matter, the earliest first. */
export async function listWindows(
  db: Db,
  today: string,
  presents: Presents,
  wanted?: Wanted,
): Promise<MatterWindow[]> {
  const endings = await listEndings(db, horizonFrom(today), presents, wanted)
  return [...endings].flatMap(([matter, own]) => findWindows(own).map(window => ({ ...window, matter })))
}

/** The same windows, but of those with just the same contracts only the first. */
export function withoutRepeats(windows: MatterWindow[]): MatterWindow[] {
  const seen = new Set<string>()
  return windows.filter(({ endings }) => {
    const key = endings.map(({ id }) => id).join()
    return !seen.has(key) && seen.add(key)
  })
}

export const wantedBy = (key: MatterKey): Wanted => {
  if (key.kind === 'service') return { services: [key.serviceId] }
  if (key.kind === 'product') return { products: [key.slug] }
  return { suppliers: [key.slug], forService: key.serviceId }
}

/** What these parts of addresses name, by the part; those that name nothing are absent. */
export async function listMatters(db: Db, keys: [string, MatterKey][]): Promise<Map<string, Matter>> {
  const serviceIds = keys.flatMap(([, key]) => (key.kind === 'product' ? [] : [key.serviceId]))
  const products = keys.flatMap(([, key]) => (key.kind === 'product' ? [key.slug] : []))
  const suppliers = keys.flatMap(([, key]) => (key.kind === 'supplier' ? [key.slug] : []))
  const { rows } = await sql<{ kind: string; key: string; name: string }>`
    select 'service' as kind, id::text as key, name from service where id = any(${serviceIds}::int[])
    union all select 'product', slug, name from product where slug = any(${products}::text[])
    union all select 'supplier', slug, short_name from organisation where slug = any(${suppliers}::text[])`.execute(
    db,
  )
  const names = new Map(rows.map(({ kind, key, name }) => [`${kind} ${key}`, name]))
  return new Map(
    keys.flatMap(([slug, key]) => {
      const service = key.kind === 'product' ? null : (names.get(`service ${key.serviceId}`) ?? null)
      const own = key.kind === 'service' ? service : (names.get(`${key.kind} ${key.slug}`) ?? null)
      if (own === null || (key.kind === 'supplier' && service === null)) return []
      const matter: Matter = {
        slug,
        kind: key.kind,
        name: key.kind === 'supplier' ? `${own} for ${service}` : own,
        serviceId: key.kind === 'product' ? null : key.serviceId,
        service,
        productSlug: key.kind === 'product' ? key.slug : null,
        supplierSlug: key.kind === 'supplier' ? key.slug : null,
      }
      return [[slug, matter] as const]
    }),
  )
}

/** A contract as the horizon shows it. */
export type EndingContract = {
  id: string
  title: string
  /** The organisation of today. */
  organisation: { id: string; name: string; slug: string; region: string | null; gssCode: string | null }
  /** Who made it, where that is a council of the past. */
  madeBy: string | null
  supplier: string | null
  supplierSlug: string | null
  service: string | null
  serviceId: number | null
  startsOn: string | null
  endsOn: string
  extendsTo: string | null
  valuePounds: number | null
  changedAt: Date
  sourceName: string
  sourceUrl: string | null
  sourceAsOf: string
}

/** These contracts, the first to end first. */
export async function listContracts(db: Db, ids: string[], presents: Presents): Promise<EndingContract[]> {
  const { rows } = await sql<EndingContract>`
    select contract.id, contract.title, contract.starts_on::text as "startsOn", contract.ends_on::text as "endsOn",
      contract.extends_to::text as "extendsTo", contract.value_pounds as "valuePounds",
      contract.changed_at as "changedAt", contract.source_name as "sourceName", contract.source_url as "sourceUrl",
      contract.source_as_of::text as "sourceAsOf", service.id as "serviceId", service.name as service,
      coalesce(supplier.name, contract.supplier_as_published) as supplier, supplier.slug as "supplierSlug",
      case when maker.id <> organisation.id then maker.name end as "madeBy",
      json_build_object('id', organisation.id, 'name', organisation.name, 'slug', organisation.slug,
        'region', organisation.region, 'gssCode', organisation.gss_code) as organisation
    from contract
    ${presentJoin(presents)}
    join organisation as maker on maker.id = contract.organisation_id
    join organisation on organisation.id = ${organisationNow}
    left join organisation as supplier on supplier.id = contract.supplier_id
    left join service on service.id = contract.service_id
    where contract.id = any(${ids}::uuid[]) and ${isShown}
    order by contract.ends_on, organisation.name, contract.id`.execute(db)
  return rows
}

/** A window with what it is about, and the number of its contracts. */
export type NamedWindow = Omit<MatterWindow, 'matter' | 'endings'> & {
  matter: Matter
  contracts: number
  contractIds: string[]
}

/** As {@link listWindows}, named, without those that repeat another. */
export async function listNamedWindows(
  db: Db,
  today: string,
  presents: Presents,
  wanted?: Wanted,
): Promise<NamedWindow[]> {
  const windows = withoutRepeats(await listWindows(db, today, presents, wanted))
  const slugs = [...new Set(windows.map(({ matter }) => matter))]
  const matters = await listMatters(
    db,
    slugs.map(slug => [slug, readMatter(slug)!]),
  )
  return windows.map(({ endings, matter, ...window }) => ({
    ...window,
    matter: matters.get(matter)!,
    contracts: endings.length,
    contractIds: endings.map(({ id }) => id),
  }))
}

/** What a part of an address names; that of a product that was renamed gives it under its present one. */
export async function findMatter(db: Db, slug: string): Promise<Matter> {
  const key = readMatter(slug)
  const survivor = key?.kind === 'supplier' && (await listSurvivors(db, [key.slug])).get(key.slug)
  if (survivor) return findMatter(db, supplierMatter(survivor, key.serviceId))
  const found = key && (await listMatters(db, [[slug, key]])).get(slug)
  if (found) return found
  const renamed =
    key?.kind === 'product' &&
    (await db
      .selectFrom('product_former_address as former')
      .innerJoin('product', 'product.id', 'former.product_id')
      .select('product.slug')
      .where('former.slug', '=', key.slug)
      .executeTakeFirst())
  if (!renamed) throw failure('absent', '')
  return findMatter(db, productMatter(renamed.slug))
}

/** The window that an address leads to, with its contracts; undefined where there is none now. */
export async function findWindow(db: Db, today: string, presents: Presents, { slug }: Matter, day: string) {
  const window = windowAt(await listWindows(db, today, presents, wantedBy(readMatter(slug)!)), day)
  if (!window) return undefined
  const ids = window.endings.map(({ id }) => id)
  return { firstEnd: window.firstEnd, contracts: await listContracts(db, ids, presents) }
}

/** What is on this matter and ends within nine months from a day on, also what has ended. */
export async function listEndedNear(db: Db, presents: Presents, { slug }: Matter, day: string) {
  const range = { from: day, to: addMonths(day, monthsTogether) }
  const endings = await listEndings(db, range, presents, wantedBy(readMatter(slug)!))
  return listContracts(
    db,
    [...endings.values()].flat().map(({ id }) => id),
    presents,
  )
}
