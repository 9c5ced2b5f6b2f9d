import type { OutgoingHttpHeaders } from 'node:http'
import type { Standing } from '#test/people.ts'

/** Whose things the rows are about, and somebody else. */
export const home = 'leeds-city-council'
export const elsewhere = 'adur-district-council'

/** Everyone who can knock, as they stand to a thing of the home organisation. */
export const standings = {
  'signed out': null,
  'of no organisation': {},
  'member elsewhere': { of: elsewhere },
  'lead elsewhere': { of: elsewhere, role: 'lead' },
  member: { of: home },
  lead: { of: home, role: 'lead' },
  'lead of a supplier': { of: 'idox', role: 'lead' },
  curator: { duties: ['curator'] },
  'own curator': { of: home, duties: ['curator'] },
  operator: { duties: ['operator'] },
  'suspended member': { of: home, isSuspended: true },
} satisfies Record<string, Standing | null>

export type StandingName = keyof typeof standings
export const standingNames = Object.keys(standings) as StandingName[]

/** What comes of knocking: let in, shown that it is not for one, led to sign in, or told that there is no such page. */
export type Verdict = 'in' | 'refused' | 'sign in' | 'absent'

/** Reads what came of knocking. A form that is refused with a reason was let in first. */
export function verdictOf({
  statusCode,
  headers,
}: {
  statusCode: number
  headers: OutgoingHttpHeaders
}): Verdict | number {
  if (statusCode === 404) return 'absent'
  if (statusCode === 403) return 'refused'
  if (statusCode === 303 && /^\/sign-in(\?next=|$)/.test(String(headers.location))) return 'sign in'
  return [200, 301, 303, 409, 422].includes(statusCode) ? 'in' : statusCode
}

type Policy = { in: StandingName[]; refused?: StandingName[]; invites?: true }

const accounts: StandingName[] = [
  'of no organisation',
  'member elsewhere',
  'lead elsewhere',
  'member',
  'lead',
  'lead of a supplier',
  'curator',
  'own curator',
  'operator',
]
const visitors: StandingName[] = ['signed out', 'suspended member']
const own: StandingName[] = ['member', 'lead', 'own curator']
const curators: StandingName[] = ['curator', 'own curator']
const councils: StandingName[] = ['member elsewhere', 'lead elsewhere']
const others: StandingName[] = [...councils, 'lead of a supplier']

/** Who gets in. Where a policy invites, a visitor is led to sign in; for all others there is nothing there. */
export const policies = {
  everyone: { in: standingNames },
  accounts: { in: accounts, invites: true },
  speakers: { in: [...own, ...others], invites: true },
  'speakers, but suppliers are told what they can do': {
    in: [...own, ...councils],
    refused: ['lead of a supplier'],
    invites: true,
  },
  'speakers and curators': { in: [...own, ...others, 'curator'], invites: true },
  'own speakers': { in: own, invites: true },
  'own speakers and curators': { in: [...own, 'curator'], invites: true },
  'accounts, but who shares it and suppliers are told why not': {
    in: ['of no organisation', ...councils, 'curator', 'operator'],
    refused: [...own, 'lead of a supplier'],
    invites: true,
  },
  'speakers elsewhere, but who shares it and suppliers are told why not': {
    in: councils,
    refused: [...own, 'lead of a supplier'],
    invites: true,
  },
  'speakers elsewhere': { in: councils, invites: true },
  'speakers of the public sector': { in: [...own, ...councils], invites: true },
  'speakers of the public sector and curators': { in: [...own, ...councils, 'curator'], invites: true },
  'own lead, own members and those of another council see it': {
    in: ['lead'],
    refused: ['member', 'own curator', ...councils],
    invites: true,
  },
  'own lead': { in: ['lead'], invites: true },
  'own lead and curators': { in: ['lead', ...curators], invites: true },
  'own lead, others see it': { in: ['lead'], refused: ['member', 'own curator', ...others], invites: true },
  'own lead, own members see it': { in: ['lead'], refused: ['member', 'own curator'], invites: true },
  'own lead and curators, own members see it': {
    in: ['lead', ...curators],
    refused: ['member'],
    invites: true,
  },
  'own lead and speakers elsewhere': { in: ['lead', ...councils], invites: true },
  'nobody but the person whose it is': { in: [], invites: true },
  'nobody: there is no such part': { in: [], invites: true },
  'readers of the public sector': { in: [...own, ...councils, 'curator'] },
  'own readers and curators': { in: [...own, 'curator'] },
  'own readers': { in: own },
  curators: { in: curators },
  'curators elsewhere': { in: ['curator'], refused: ['own curator'] },
  'curators and operators': { in: [...curators, 'operator'] },
  nobody: { in: [] },
} satisfies Record<string, Policy>

export type PolicyName = keyof typeof policies

export function verdictFor(name: PolicyName, standing: StandingName): Verdict {
  const policy: Policy = policies[name]
  if (policy.in.includes(standing)) return 'in'
  if (policy.refused?.includes(standing)) return 'refused'
  return policy.invites && visitors.includes(standing) ? 'sign in' : 'absent'
}
