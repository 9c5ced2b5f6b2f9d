import type { Visibility } from '#features/accounts/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'

/** Something that was published for some only, as it would be searched were it public. */
export type ShownToSome = {
  id: string
  url: string
  title: string
  summary: string
  text: string
  remarks?: string[]
  meta: string[]
  visibility: Visibility
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What a draft is compared with besides what is public: all that its writer may see. The search never holds it. */
    shownToSome: { kind: string; list(db: Db, actor: Actor): Promise<ShownToSome[]> }
  }
}
