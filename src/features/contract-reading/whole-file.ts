import type { ReadLine } from '#plumbing/import.ts'
import type { HeadingsAt } from './find-headings.ts'
import type { Mapping } from './map-columns.ts'
import type { ReadContract } from './read-contract.ts'

/** A file that a person brought, and what they said of it. */
export type FileToRead = {
  name: string
  bytes: Uint8Array
  /** A file with more lines is refused. */
  linesAtMost: number
  mapping?: Mapping
  headingsAt?: HeadingsAt
}

/** A column with what it is taken for, “contact” where it names people, and the first cells below its heading. */
export type SeenColumn = { heading: string; field: string; cells: string[] }

/** One of the first rows of a table, where the headings may stand; `isHeadings` where they are taken to. */
export type SeenRow = HeadingsAt & { sheet: string | null; cells: string[]; isHeadings: boolean }

/** All that a file says. Rows come without what stood in them beside what was read. */
export type WholeFile = {
  lines: ReadLine<ReadContract>[]
  /** Null where a file has no columns: notices. */
  register: { columns: SeenColumn[]; rows: SeenRow[] } | null
}
