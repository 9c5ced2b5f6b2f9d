import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'

export type ModeratedThing = {
  id: string
  title: string
  path: string
  organisationId: string | null
  /** Whether this actor may see it where nothing is held or withheld: a draft only those who write it. */
  isSeenBy(actor: Actor): boolean
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** A kind of thing that can be reported, held and withheld; `kind` is the subject kind of its activities. */
    moderated: {
      kind: string
      /** What one of them is called in a sentence, e.g. "problem". */
      label: string
      /** Those of these ids that exist, whoever may see them. */
      list(db: Db, ids: string[]): Promise<ModeratedThing[]>
    }
  }
}
