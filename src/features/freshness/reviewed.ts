import type { ActivityKind } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'

/** After how many days it is asked whether something is still so, and why then. */
export type Interval = { days: number; because: string }

/** Something that its organisation has published and can still change. */
export type ReviewedThing = {
  id: string
  title: string
  path: string
  /** Where its organisation changes what it says. */
  editPath: string
  organisationId: string
  isPublic: boolean
  /** A name in the intervals of its kind. */
  phase: string
  /** Days that it names and that people plan by, 'YYYY-MM-DD'. */
  deadlines: string[]
  /** When its organisation last said anything in it. */
  saidAt: Date
  /** Who published it; null when that person was erased. */
  publishedBy: string | null
}

/** Part of the act of answering, in its transaction. */
type Act = (trx: Db, clock: Clock, actor: Speaker, given: { id: string; site: Site }) => Promise<void>

export type Reviewable = {
  /** The subject kind of its activities, whose names begin with it. */
  kind: string
  label: { one: string; many: string }
  intervals: Record<string, Interval>
  /** Of these ids, or of all, what is open: published, neither closed nor withdrawn nor taken down. */
  list(db: Db, ids: string[] | 'all'): Promise<ReviewedThing[]>
  /** What more is confirmed with it. */
  stillTrue?: Act
  finished: { label: string; act: Act }
  notOurs: { act: Act }
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** A kind of thing that its organisation is asked to confirm. */
    reviewables: Reviewable
    /** Activities by which an organisation shows that it keeps something of its own up to date. */
    keepsFresh: ActivityKind
  }
}
