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

const isAt =
  ({ pathname }: URL) =>
  (path: string) =>
    pathname === path || pathname.startsWith(`${path}/`)

/** The list that an address stands for; null where it is of none. */
export async function findListed(db: Db, clock: Clock, lists: KeptList[], url: URL): Promise<Listed | null> {
  for (const list of lists) {
    const found = list.paths.some(isAt(url)) ? await list.find(db, clock, url) : null
    if (found) return found
  }
  return null
}
