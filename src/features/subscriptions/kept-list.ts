import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'

/** What a list holds now; its kind of thing is one that can be found. */
export type Listed = { title: string; address: string; kind: string; ids: string[] }

/** What stands at an address, for those who keep it. */
export type KeptList = {
  /** Paths of which some are of such lists; what is below them, too. */
  paths: string[]
  /** The list at an address; null where it is of none. A Failure, in words for the person, where it is too long to be kept. */
  find(db: Db, clock: Clock, url: URL): Promise<Listed | null>
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    keptLists: KeptList
  }
}
