/** What contracts of one window are about: a service, a product, or a supplier's work for one service. */
export type Matter = {
  /** The part of its address: 'service-516', 'product-iken', 'supplier-civica-service-516'. */
  slug: string
  kind: 'service' | 'product' | 'supplier'
  /** "Household waste collection", "iken", "Civica for revenues". */
  name: string
  serviceId: number | null
  service: string | null
  productSlug: string | null
  supplierSlug: string | null
}

export type MatterKey =
  | { kind: 'service'; serviceId: number }
  | { kind: 'product'; slug: string }
  | { kind: 'supplier'; slug: string; serviceId: number }

export const serviceMatter = (serviceId: number) => `service-${serviceId}`
export const productMatter = (slug: string) => `product-${slug}`
export const supplierMatter = (slug: string, serviceId: number) => `supplier-${slug}-service-${serviceId}`

/** What a part of an address names; undefined where it can be no matter. */
export function readMatter(slug: string): MatterKey | undefined {
  const service = /^service-(\d{1,9})$/.exec(slug)
  if (service) return { kind: 'service', serviceId: Number(service[1]) }
  const supplier = /^supplier-([a-z0-9-]+)-service-(\d{1,9})$/.exec(slug)
  if (supplier) return { kind: 'supplier', slug: supplier[1]!, serviceId: Number(supplier[2]) }
  const product = /^product-([a-z0-9-]+)$/.exec(slug)
  return product ? { kind: 'product', slug: product[1]! } : undefined
}

/** The address of a window: its matter, and the day on which its first contract ends. */
export const windowPath = (matterSlug: string, firstEnd: string) => `/horizon/${matterSlug}/${firstEnd}`

export const kindWords: Record<Matter['kind'], string> = {
  service: 'The same service',
  product: 'The same product',
  supplier: 'The same supplier for one service',
}
