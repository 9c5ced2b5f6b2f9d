import type { SourceKind } from './source.ts'

/** What is said of a milestone. Days are YYYY-MM-DD; `done_on` is null where it is not done, or the day is not known. */
export type Said = { title: string; due_on: string | null; is_done: boolean; done_on: string | null }

export const titleAtMost = 200

export const fileAtMost = 10 * 1024 * 1024
export const linesAtMost = 500

/** What a column of a table may say. */
export const columnFields = ['title', 'due_on', 'state', 'done_on', 'key'] as const
export type ColumnField = (typeof columnFields)[number]

export const fieldLabels: Record<ColumnField, string> = {
  title: 'What is to be done',
  due_on: 'By which day',
  state: 'How it stands',
  done_on: 'Day on which it was done',
  key: 'Its own number or code',
}

export const isColumnField = (text: string): text is ColumnField => columnFields.includes(text as ColumnField)

/** What becomes of a list of a board, or of a kind of item. */
export const becomings = ['to do', 'done', 'as said', 'aside'] as const
export type Becoming = (typeof becomings)[number]

/** What a person said about a file, by the heading of a column, or the name of a group. */
export type Choices = { columns: Record<string, ColumnField | 'aside'>; groups: Record<string, Becoming> }

/** A column as it is taken, with the first cells below its heading. */
export type AskedColumn = { heading: string; field: ColumnField | 'aside'; cells: string[] }

/** Items of a file that belong together, and what may become of them. */
export type AskedGroup = { name: string; count: number; becomes: Becoming; may: Becoming[] }

export type Asked = { columns: AskedColumn[]; groups: AskedGroup[] }

/** An item of a file, as it was read: `key` is what the file itself calls it. `line` counts from 1. */
export type PlanLine =
  | { line: number; key: string; said: Said; remarks: string[] }
  | { line: number; title: string | null; refusal: string }

/** All that a file says of a plan. */
export type ReadPlan = {
  kind: SourceKind
  /** What the file calls itself. */
  name: string | null
  asked: Asked
  lines: PlanLine[]
  /** How many items were left aside, for the reasons why. */
  aside: { count: number; because: string }[]
}

/** How one item of a file is called. */
export const lineWords: Record<SourceKind, string> = { table: 'Line', trello: 'Card', github: 'Item' }
