import type { Db } from '#plumbing/database/database.ts'
import type { ImportContext } from '#plumbing/import.ts'

/** Who moves things, and when. */
export type Moving = Pick<ImportContext, 'clock' | 'actor'>

/** What one feature has of an organisation that becomes part of another, and takes there. */
export type OrganisationMove = {
  /** Names the part for good. */
  part: string
  /** What is counted, e.g. "product", "products". */
  label: { one: string; many: string }
  /** What comes of it, in a sentence, where it does not simply move. */
  says?(count: number, into: string): string
  count(db: Db, organisationId: string): Promise<number>
  /** Moves it, leaving what the other has already; what is needed to move it back. */
  move(trx: Db, moving: Moving, fromId: string, toId: string): Promise<string[]>
  moveBack(trx: Db, moving: Moving, moved: string[], fromId: string, toId: string): Promise<void>
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    organisationMoves: OrganisationMove
  }
}

/** Where curators merge an organisation into another. */
export const mergingPath = (slug: string) => `/organisations/${slug}/merging`
