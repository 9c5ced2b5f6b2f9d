import { collaborationPath } from '#features/collaborations/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'

/** Someone who speaks for the organisation of the role. */
export type Speaking = {
  kind: 'person'
  id: string
  /** Whether they still speak for it. */
  isIn: boolean
  /** They pass on what they look after; `lastDay` is 'YYYY-MM-DD' where one was said. */
  leaving: { lastDay: string | null } | null
}

/** Who holds a role or stands in: someone on Pipeline, somebody who is not, by their job title, or nobody. */
export type Keeper = Speaking | { kind: 'elsewhere'; jobTitle: string } | null

export type SuccessionRole = {
  id: string
  collaborationId: string
  organisation: OrganisationName
  title: string
  holder: Keeper
  deputy: Keeper
  /** A place on each line. */
  keptWhere: string | null
  note: string | null
  lookedAt: Date
  lookedBy: OrganisationName
}

/** Roles that work between organisations mostly has; in words, for people to change. */
export const rolesThatMatter = [
  'Product owner',
  'Service owner',
  'Data protection contact',
  'Supplier contact',
  'Code and accounts',
  'Budget',
  'User research',
]

/** Of one organisation in one collaboration. */
export const rolesAtMost = 30

export const successionPath = (slug: string) => `${collaborationPath(slug)}/succession`
export const rolePath = (slug: string, id: string) => `${successionPath(slug)}/${id}`
export const successionPackPath = (slug: string) => `${successionPath(slug)}/pack`

/** Those that matter and that no organisation has named, as far as words can tell. */
export function unnamedRoles(roles: Pick<SuccessionRole, 'title'>[]): string[] {
  const named = new Set(roles.map(({ title }) => title.toLowerCase()))
  return rolesThatMatter.filter(title => !named.has(title.toLowerCase()))
}

/** Whether there is nobody who does it now. */
export const isVacant = ({ holder }: Pick<SuccessionRole, 'holder'>) => !isThere(holder)

/** Whether someone is named who, as far as is known, is still there. */
export const isThere = (keeper: Keeper): boolean =>
  keeper !== null && (keeper.kind === 'elsewhere' || keeper.isIn)

/** The same for the same one, within an organisation; null for nobody. */
export function whoIs(keeper: Keeper): string | null {
  if (keeper === null || !isThere(keeper)) return null
  return keeper.kind === 'person' ? keeper.id : keeper.jobTitle.trim().toLowerCase()
}

/** Half a year. */
const daysUntilAsked = 183

/** A role last looked at on this day or before is asked about. `today`: 'YYYY-MM-DD'. */
export function staleSince(today: string): string {
  const noon = new Date(`${today}T12:00:00Z`)
  return new Date(noon.getTime() - daysUntilAsked * 86_400_000).toISOString().slice(0, 10)
}
