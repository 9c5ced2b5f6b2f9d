import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Collaboration, Standing } from './collaboration.ts'

/** How a part of a collaboration stands, in a line, for whoever reads it. */
export type PartState = {
  title: string
  says: string
  href: string
  /** In two or three words: "Waits for you", "Agreed", "Not begun". */
  status: string
}

export type PartReader = { collaboration: Collaboration; standing: Standing; actor: Actor }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What partners do together in a collaboration; null where there is nothing for this reader to see. */
    collaborationParts: {
      order: number
      load(db: Db, clock: Clock, reader: PartReader): Promise<PartState | null>
    }
  }
}
