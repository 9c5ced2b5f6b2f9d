import type { OrganisationName } from '#features/organisations/index.ts'
import type { IdentityProviderTable } from './tables.ts'

export type Provider = IdentityProviderTable
export type ProviderKind = Provider['kind']

/** An organisation whose people a provider speaks for, from one tenant, with the domains of their addresses. */
export type Served = { organisation: OrganisationName; tenant: string; domains: string[] }

/** What names the tenant in an answer, in the words of each provider; others have only one. */
export const tenantClaims = { entra: 'tid', google: 'hd', other: null } as const

const kindsByHost: Record<string, ProviderKind> = {
  'login.microsoftonline.com': 'entra',
  'accounts.google.com': 'google',
}

export const kindOf = (issuer: URL): ProviderKind => kindsByHost[issuer.hostname] ?? 'other'

/** On this machine nobody can listen in, so that a provider can be tried out without https. */
export const isLoopback = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** The tenant that an issuer of Entra names, unless it speaks for many. */
export const tenantIn = ({ pathname }: URL): string => /^\/([0-9a-f-]{36})\//i.exec(pathname)?.[1] ?? ''

export const startPath = (slug: string) => `/sign-in/with/${slug}`
export const callbackPath = (slug: string) => `${startPath(slug)}/callback`

/** What is registered with the provider as the address to come back to. */
export const callbackAddress = (slug: string, baseUrl: string) => baseUrl + callbackPath(slug)

export const wayWith = ({ slug, label }: Pick<Provider, 'slug' | 'label'>) => ({
  label: `Sign in with ${label}`,
  href: startPath(slug),
})
