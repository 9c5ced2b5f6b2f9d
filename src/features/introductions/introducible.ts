import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'

/** Something whose owner one may ask to meet. */
export type Introducible = {
  title: string
  path: string
  organisation: { id: string; name: string; slug: string }
  /** The person who owns it there, where that is known; never shown. */
  ownerId: string | null
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** A kind of thing whose owner one may ask to meet; undefined for what this actor may not see, or what is over. */
    introducible: { kind: string; find(db: Db, actor: Actor, id: string): Promise<Introducible | undefined> }
  }
}

type About = { kind: string; id: string }

/** Undefined where there is nothing to ask about. */
export const findIntroducible = (
  db: Db,
  site: Site,
  actor: Actor,
  { kind, id }: About,
): Promise<Introducible | undefined> =>
  site
    .slot('introducible')
    .find(slot => slot.kind === kind)
    ?.find(db, actor, id) ?? Promise.resolve(undefined)
