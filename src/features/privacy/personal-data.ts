import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'

declare module '#plumbing/feature.ts' {
  interface Slots {
    /**
     * What a feature holds about a person: all of it for their export, and its end when they are erased. What an
     * organisation published stays, without the person's name. Erased in this order: accounts come last.
     */
    personalData: {
      title: string
      order: number
      export(db: Db, personId: string): Promise<object[]>
      erase(trx: Db, clock: Clock, personId: string): Promise<void>
    }
  }
}
