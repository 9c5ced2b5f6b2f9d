import type { Person } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/database.ts'

declare module '../feature.ts' {
  interface Slots {
    /** Who is signed in with a browser's key, given its hash; null when nobody is. */
    identity: { personOf(db: Db, clock: Clock, keyHash: string): Promise<Person | null> }
  }
}
