import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import type { ListedRecord } from '#ui/record-list.tsx'

/** Something that a person owns for an organisation, as colleagues know it. */
export type OwnedThing = {
  id: string
  title: string
  path: string
  /** What it is and how it stands, e.g. “problem” or “draft of a project”. */
  what: string
  /** What waits there or comes near, each a few words with its day. */
  waits: string[]
  /** What activities on it are recorded of: whoever acted there knows it. */
  subject: { kind: string; id: string }
  ownerId: string | null
  deputyId: string | null
}

export type Asked = { clock: Clock; site: Site; organisationId: string }

export type Holder = { personId: string; organisationId: string }

/** `fromId` is null when that person was erased. What someone else was given meanwhile stays with them. */
export type Giving = { id: string; organisationId: string; fromId: string | null; toId: string | null }

export type Waiting = Holder & { since: Date }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** A way to own something for an organisation, which passes to a colleague when its owner leaves. */
    owned: {
      kind: string
      /** As what, e.g. “owner” or “contact”. */
      as: string
      /** What it is called is for those who speak for the organisation: curators who decide in place of its leads do not see it. */
      isForMembersOnly?: true
      listIds(db: Db, holder: Holder): Promise<string[]>
      /** Of these those that are still there and open. */
      describe(db: Db, asked: Asked & { ids: string[] }): Promise<OwnedThing[]>
      /** Makes someone else its owner, or nobody; part of the act of handing over. */
      give(trx: Db, clock: Clock, actor: Actor, giving: Giving): Promise<void>
      /** What was put to its owners by a moment, and waits for their answer since. */
      listWaiting?(db: Db, by: Date): Promise<Waiting[]>
    }
    /** What of an organisation whoever takes over should know, in the pack of a handover. */
    packRecords: {
      title: string
      list(db: Db, organisationId: string, actor: Actor): Promise<ListedRecord[]>
    }
  }
}

export type Owned = OwnedThing & { kind: string; as: string }
