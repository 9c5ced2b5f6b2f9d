import { type Actor, hasDuty, isMemberOf, isOfPublicSector } from '#plumbing/actor.ts'

/** Who may see what an organisation writes. */
export const visibilities = ['public', 'public-sector', 'partners'] as const
export type Visibility = (typeof visibilities)[number]

export const visibilityLabels: Record<Visibility, string> = {
  public: 'Everyone',
  'public-sector': 'Councils and other public bodies',
  partners: 'Only the organisations taking part',
}

/** What is said in lists of a thing that not everyone sees. */
export const visibilityTags: Record<Visibility, string | undefined> = {
  public: undefined,
  'public-sector': 'Public sector only',
  partners: 'Partners only',
}

/** `organisationIds`: whose it is, and who takes part. */
export type Seen = { visibility: Visibility; organisationIds: string[] }

/** Whether someone may see what was published; drafts are another matter. Curators see all, to keep it in order. In SQL: `isSeenBy`. */
export const maySee = (actor: Actor, { visibility, organisationIds }: Seen): boolean =>
  visibility === 'public' ||
  (visibility === 'public-sector' && isOfPublicSector(actor)) ||
  organisationIds.some(id => isMemberOf(actor, id)) ||
  hasDuty(actor, 'curator')
