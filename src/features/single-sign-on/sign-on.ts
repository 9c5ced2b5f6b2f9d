import type { OrganisationName } from '#features/organisations/index.ts'
import { type ProviderKind, type Served, tenantClaims } from './provider.ts'

/** Minutes to sign in with a provider and come back. */
export const signOnMinutes = 10

/** What a provider says about a person, checked to be its word, for us and now. */
export type Claims = { iss: string; sub: string; [claim: string]: unknown }

export type SignOnRefusal =
  | 'spent'
  | 'declined'
  | 'down'
  | 'untrue'
  | 'unverified'
  | 'tenant'
  | 'domain'
  | 'suspended'

const textIn = (claims: Claims, name: string): string => {
  const value = claims[name]
  return typeof value === 'string' ? value.trim().toLowerCase() : ''
}

/** The organisations that a provider speaks for from the tenant of this answer. */
export function servedBy(kind: ProviderKind, claims: Claims, served: Served[]): Served[] {
  const claim = tenantClaims[kind]
  const tenant = claim ? textIn(claims, claim) : ''
  if (claim && tenant === '') return []
  return served.filter(each => each.tenant.toLowerCase() === tenant)
}

/**
 * The addresses that an answer may speak of. Entra does not say whether it verified one: its word is taken all the same,
 * because the tenant and the address's domain must both belong to the organisation.
 */
function addressesIn(kind: ProviderKind, claims: Claims): string[] {
  const email = textIn(claims, 'email')
  if (kind === 'entra')
    return [claims.email_verified === false ? '' : email, textIn(claims, 'preferred_username')].filter(
      Boolean,
    )
  return claims.email_verified === true && email !== '' ? [email] : []
}

const isOf = (email: string, domains: string[]) => {
  const domain = email.slice(email.lastIndexOf('@') + 1)
  return domains.some(each => domain === each || domain.endsWith(`.${each}`))
}

/** An address, and the organisations that say it is one of theirs. */
export type Vouched = { email: string; organisations: OrganisationName[] }

/** Who someone is by what their provider says, or why its word is not enough: outside its own domains it has none. */
export function vouchedFor(
  kind: ProviderKind,
  claims: Claims,
  served: Served[],
): Vouched | 'tenant' | 'unverified' | 'domain' {
  const ofTenant = servedBy(kind, claims, served)
  if (ofTenant.length === 0) return 'tenant'
  const addresses = addressesIn(kind, claims).filter(address => /^[^\s@]+@[^\s@]+$/.test(address))
  if (addresses.length === 0) return 'unverified'
  for (const email of addresses) {
    const organisations = ofTenant.filter(({ domains }) => isOf(email, domains))
    if (organisations.length > 0)
      return { email, organisations: organisations.map(({ organisation }) => organisation) }
  }
  return 'domain'
}

/** What a person reads who was not let in, and what they can do. */
export const refusalWords: Record<SignOnRefusal, (label: string) => { title: string; says: string }> = {
  spent: label => ({
    title: 'This sign-in is no longer open',
    says: `It was used already, was begun in another browser, or took longer than ${signOnMinutes} minutes. Begin again with ${label}.`,
  }),
  declined: label => ({
    title: 'You were not signed in',
    says: `${label} did not let you through, or you stopped on the way. If you did not, ask those who run it whether you may use Pipeline.`,
  }),
  down: label => ({
    title: `${label} does not answer`,
    says: 'Nothing is wrong with your account. Try again in a minute.',
  }),
  untrue: label => ({
    title: 'You were not signed in',
    says: `What ${label} answered cannot be relied on. Begin again. If it happens twice, tell the people who run this site.`,
  }),
  unverified: label => ({
    title: 'You were not signed in',
    says: `${label} did not say that your e-mail address is confirmed. Ask those who run it, or sign in by mail.`,
  }),
  tenant: label => ({
    title: 'You were not signed in',
    says: `Your organisation has not been set up to sign in here with ${label}. Sign in by mail, or ask the people who run this site to set it up.`,
  }),
  domain: label => ({
    title: 'You were not signed in',
    says: `${label} cannot speak for your e-mail address, because it is not an address of that organisation. Sign in by mail: then we know that the address is yours.`,
  }),
  suspended: () => ({
    title: 'You were not signed in',
    says: 'This account is suspended. Write to the people who run this site.',
  }),
}
