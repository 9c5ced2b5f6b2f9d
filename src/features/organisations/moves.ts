import type { RawBuilder } from 'kysely'
import type { Db, Tables } from '#plumbing/database/database.ts'
import type { ImportContext } from '#plumbing/import.ts'

/** Who moves things, and when. */
export type Moving = Pick<ImportContext, 'clock' | 'actor'>

type Part = {
  /** Names the part for good. */
  part: string
  /** What is counted, e.g. "product", "products". */
  label: { one: string; many: string }
  /** What comes of it, in a sentence, where it does not simply move. */
  says?(count: number, into: string): string
}

type RowsOf<Table extends keyof Tables, Column = keyof Tables[Table] & string> = Part & {
  table: Table
  /** Where a row names the organisation. */
  column: Column
  /** What a row is found by again; its `id` where nothing is said. */
  key?: Column[]
  /** A row stays where the other organisation has one with the same in all of these. */
  unlessSame?: Column[]
  /** Which rows move, where it is not all of them. */
  only?: RawBuilder<unknown>
  /** How many there are, where it is not the rows that count. */
  count?(db: Db, organisationId: string): Promise<number>
  /** What comes of it for the rows that moved, there or back. */
  follow?(trx: Db, moving: Moving, keys: string[]): Promise<void>
}

/** Rows that name the organisation, and name the other from then on. */
export type MovedRows = { [Table in keyof Tables]: RowsOf<Table> }[keyof Tables]

/** What does not move by naming the other: what is moved is remembered in texts, which tell how to move it back. */
type MovedOtherwise = Part & {
  count(db: Db, organisationId: string): Promise<number>
  move(trx: Db, moving: Moving, fromId: string, toId: string): Promise<string[]>
  moveBack(trx: Db, moving: Moving, moved: string[], fromId: string, toId: string): Promise<void>
}

/** What one feature has of an organisation that becomes part of another, and takes there. */
export type OrganisationMove = MovedRows | MovedOtherwise

/** What curators changed of what an organisation supplies, e.g. its name; `at` is when, and everyone can read why. */
export type CuratedChange = { at: Date; says: string; href: string; reason: string }

declare module '#plumbing/feature.ts' {
  interface Slots {
    organisationMoves: OrganisationMove
    /** Lists so many of them, the newest first. */
    curatedChanges: { list(db: Db, limit: number): Promise<CuratedChange[]> }
  }
}

/** Where curators find all that was merged or renamed. */
export const mergesPath = '/organisation-merges'

/** Where curators merge an organisation into another. */
export const mergingPath = (slug: string) => `/organisations/${slug}/merging`
