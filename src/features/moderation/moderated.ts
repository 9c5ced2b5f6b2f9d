import type { Db } from '#plumbing/database/database.ts'

export type ModeratedThing = { id: string; title: string; path: string; organisationId: string | null }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** A kind of thing that can be reported, held and withheld; `kind` is the subject kind of its activities. */
    moderated: {
      kind: string
      label: string
      /** Those of these ids that exist, whoever may see them. */
      list(db: Db, ids: string[]): Promise<ModeratedThing[]>
    }
  }
}
