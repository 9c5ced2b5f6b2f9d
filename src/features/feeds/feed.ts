import { addressParts, type ChangedBefore, type SearchAddress } from '#features/search/index.ts'
import { subscriptionsPath } from '#features/subscriptions/index.ts'
import type { CalendarDay } from '#plumbing/calendar.ts'
import type { Db } from '#plumbing/database/database.ts'

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** Days by which something ends, closes or must be done, of things of a kind, for people's calendars. */
    deadlines: { kind: string; list(db: Db, ids: string[], baseUrl: string): Promise<CalendarDay[]> }
  }
}

export const feedsPath = `${subscriptionsPath}/feeds`
export const opmlPath = `${subscriptionsPath}.opml`
export const ownFeedPath = (secret: string) => `/feeds/${secret}.atom`
export const ownCalendarPath = (secret: string) => `/feeds/${secret}.ics`

export const atomType = 'application/atom+xml; charset=utf-8'

/** What a search asks for, without how a page of it shows that. */
export const askedBy = (address: SearchAddress): SearchAddress => ({
  ...address,
  sort: 'best',
  exact: false,
  after: undefined,
})

/** The feed of a search: a page after the first has the place where the one before it ended. */
export function searchFeedPath(address: SearchAddress, before?: ChangedBefore): string {
  const parts = new URLSearchParams(addressParts(askedBy(address)))
  if (before) parts.set('before', writePlace(before))
  return parts.size === 0 ? '/search.atom' : `/search.atom?${parts}`
}

export const writePlace = ({ at, number }: ChangedBefore) => `${at.getTime()}-${number}`

/** Reads what {@link writePlace} wrote; undefined where nobody wrote it. */
export function readPlace(text: string | undefined): ChangedBefore | undefined {
  const [, time, number] = /^(\d{1,13})-(\d{1,15})$/.exec(text ?? '') ?? []
  return number === undefined ? undefined : { at: new Date(Number(time)), number: Number(number) }
}
