import type { ServiceTable } from './tables.ts'

export type ServiceStatus = ServiceTable['status']

/** What another feature needs to name a service and link to it. The id is the number in the Local Government Services List. */
export type ServiceName = { id: number; name: string; status: ServiceStatus }

export const servicePath = (id: number) => `/services/${id}`
export const areaPath = (id: number) => `/services/areas/${id}`

/** The service's own page in the list's register. */
export const registerAddress = (id: number) => `https://standards.esd.org.uk/?uri=service%2F${id}`

const providers: Record<string, string> = {
  all: 'Every council',
  'county/unitary': 'County councils and single-tier councils',
  'district/unitary': 'District councils and single-tier councils',
}

/** Who provides a service, in words; null where the list does not say. */
export const providerLabel = (tier: string | null) => (tier === null ? null : (providers[tier] ?? tier))

/** Where what is published about the services of an area is found. */
export const workOfAreaPath = (id: number) =>
  `/search?area=${id}&kind=project&kind=fund-application&kind=notice`
