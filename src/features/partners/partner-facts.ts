import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Findings } from './partners.ts'

/** For what partners are sought, and for whom. */
export type Search = {
  /** The organisation that others are compared with, and that they would work with. */
  askerId: string | null
  /** Null: whatever the asker says of problems counts. */
  problemIds: string[] | null
  /** Null: whatever the asker works on counts. */
  serviceIds: number[] | null
  /** 'YYYY-MM-DD': when the work is to begin; null when nobody said. */
  startsOn: string | null
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What a feature knows that speaks for working together; only what this reader may see. */
    partnerFacts: { load(db: Db, clock: Clock, actor: Actor, search: Search): Promise<Findings> }
  }
}
