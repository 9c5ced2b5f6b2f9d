import { z } from 'zod'
import type { HeadingsAt, SeenRow } from '#features/contract-reading/index.ts'
import { slugParams } from '#plumbing/slug.ts'
import { contractsPath } from './contract.ts'
import type { ContractImportLineTable, ContractImportSupplierTable, ContractImportTable } from './tables.ts'

/** How often a minute somebody may look at a file, and send one or take one in. */
export const perMinute = 30
export const filesPerMinute = 6

export const importParams = slugParams.extend({ id: z.guid() })

/** Which lines of a file are asked for. */
export const linesQuery = z.object({
  after: z.coerce.number().int().min(-1).max(1_000_000).catch(-1).default(-1),
  only: z.enum(['refused', 'remarks']).optional().catch(undefined),
})

/** What each heading of a file says, in the order of the columns: a field, "aside", or "contact" where it names people. */
export type Columns = { heading: string; field: string }[]

/**
 * The first cells below each heading, and the rows among which the headings stand, without what may be about people;
 * `headingsAt` is the row that somebody said holds them.
 */
export type Seen = { cells: Record<string, string[]>; rows: SeenRow[]; headingsAt: HeadingsAt | null }

export type ImportState = ContractImportTable['state']
export type LineOutcome = ContractImportLineTable['outcome']
export type Decision = ContractImportSupplierTable['decision']

export const importsPath = (slug: string) => `${contractsPath(slug)}/imports`
export const importPath = (slug: string, id: string) => `${importsPath(slug)}/${id}`

/** A larger register is for the operator's command line. */
export const linesAtMost = 5000
export const fileAtMost = 10 * 1024 * 1024

/** For so long a file that was looked at waits to be taken in. */
export const previewHours = 48

/** How many files of one organisation may wait at once. */
export const previewsAtMost = 5

const outcomeWords: Record<LineOutcome, string> = {
  ready: 'To be taken in',
  added: 'New',
  changed: 'Said anew',
  unchanged: 'Nothing new',
  refused: 'Left out',
}

/** What became of a line, in words: of a file that was undone, what it had been. */
export const sayOutcome = (outcome: LineOutcome, state: ImportState) =>
  state === 'undone' && (outcome === 'added' || outcome === 'changed')
    ? `Undone; it was ${outcomeWords[outcome].toLowerCase()}`
    : outcomeWords[outcome]

export const stateWords: Record<ImportState, string> = {
  previewed: 'Not taken in yet',
  'taking-in': 'Half taken in',
  'taken-in': 'Taken in',
  undoing: 'Half undone',
  undone: 'Undone',
}

export type Counts = Record<LineOutcome, number>
