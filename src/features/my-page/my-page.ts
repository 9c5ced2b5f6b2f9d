import type { Duty, Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'

export type MyRow = {
  title: string
  href: string
  meta: string[]
  /** What can be done with it at once. */
  button?: { label: string; action: string; fields: Record<string, string> }
}

export type MySection = {
  title: string
  rows: MyRow[]
  /** What to do when there are no rows; without it an empty section is left out. */
  empty?: { says: string; label: string; href: string }
}

export type MyLink = {
  label: string
  href: string
  /** For everyone with an account, or for those with a duty for the platform. */
  for: Duty | 'all'
}

/** What a person wants to know first, in this order: what others wait for, what is new to them, and what is their own. */
export type MyPlace = 'waits' | 'changed' | 'own'

/** Something that ends, closes or must be done on a day, 'YYYY-MM-DD'. */
export type Closing = { day: string; title: string; href: string; meta: string[] }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** A section of a person's own page, for the organisation they act for: drafts, what waits, what was published. */
    mySections: {
      place: MyPlace
      order: number
      load(db: Db, clock: Clock, actor: Speaker, site: Site): Promise<MySection>
    }
    /** What closes soon for a person, each feature as far ahead as helps. */
    closingSoon: { list(db: Db, clock: Clock, actor: Speaker, site: Site): Promise<Closing[]> }
    /** Links beside a person's own page: to their account, or to what their duty is. */
    myLinks: MyLink
  }
}

/** The soonest first; a page that several name stands once. */
export const soonestFirst = (closing: Closing[]): Closing[] =>
  [...Map.groupBy(closing, ({ href, day }) => `${day} ${href}`).values()]
    .map(([first]) => first!)
    .toSorted((a, b) => (a.day === b.day ? (a.title < b.title ? -1 : 1) : a.day < b.day ? -1 : 1))

/** A section with nothing in it stands only where it says what to do. */
export const isWorthShowing = ({ rows, empty }: MySection) => rows.length > 0 || empty !== undefined
