import { z } from 'zod'
import type { Membership } from '#plumbing/actor.ts'
import { requiredText } from '#plumbing/form.ts'

/** An address as it is kept and compared. */
export const keptEmail = (email: string) => email.trim().toLowerCase()

export const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1)

export const roleLabels: Record<Membership['role'], string> = { member: 'Member', lead: 'Lead' }

/** A person as others name them: by name only where `isShown`, or to those who work with them. */
export type PersonName = { id: string; name: string | null; jobTitle: string | null; isShown: boolean }

export const personPath = (id: string) => `/people/${id}`

export const membershipPath = (id: string) => `/memberships/${id}`

/** Who speaks for an organisation. */
export const organisationPeoplePath = (slug: string) => `/organisations/${slug}/people`

/** How a person who acted is written for everyone: by name, or as “an officer”. */
export const officerName = (person: PersonName | undefined): string =>
  (person?.isShown && person.name) || 'an officer'

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

/** What a person knows their device by, e.g. "Firefox on Windows", from what the browser says it is. */
export function deviceName(agent: string): string {
  const named = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(agent))?.[1]
  const [browser, system] = [named(browsers), named(systems)]
  if (browser && system) return `${browser} on ${system}`
  return browser ?? system ?? 'An unknown browser'
}

/** Characters of an address to go to after signing in: it may hold a text that was pasted into the check page. */
export const longestNext = 12_000

const pathOfThisSite = new RegExp(`^/(?![/\\\\])[^\\p{Cc}\\\\]{0,${longestNext}}$`, 'u')

/** Where to go after signing in: a page of this site, or the person's own. */
export const safePath = (next: string | undefined): string =>
  next && pathOfThisSite.test(next) ? next : '/my'

/** What a form about oneself is filled in with. */
export const typedProfile = (person: {
  name: string | null
  job_title: string | null
  offers: string | null
  is_shown: boolean
}) => ({
  name: person.name ?? '',
  jobTitle: person.job_title ?? '',
  offers: person.offers ?? '',
  isShown: person.is_shown ? 'yes' : '',
})

/** Whom a curator looks for. */
export const findForm = z.object({ sought: requiredText('Write a name, or part of an address', 254) })
