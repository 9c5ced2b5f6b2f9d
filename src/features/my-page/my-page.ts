import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'

export type MySection = {
  title: string
  rows: { title: string; href: string; meta: string[] }[]
  /** What to do when there are no rows; without it an empty section is left out. */
  empty?: { says: string; label: string; href: string }
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** A section of a person's own page, for the organisation they act for: drafts, what waits, what was published. */
    mySections: { order: number; load(db: Db, clock: Clock, actor: Speaker): Promise<MySection> }
  }
}
