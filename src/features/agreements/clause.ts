import { formatDate } from '#ui/date.ts'
import { countOf, formatMoney } from '#ui/money.ts'

/** An organisation as an agreement names it. */
export type Party = { id: string; name: string; slug: string; population: number | null }

/** What partners fill in. */
export type Blank =
  | { kind: 'party' | 'parties' | 'shares'; label: string; hint?: string }
  | TypedBlank
  | { kind: 'choice'; label: string; hint?: string; options: Record<string, string> }

/** Filled in by typing. */
export type TypedBlank =
  | { kind: 'money' | 'days' | 'date'; label: string; hint?: string }
  | { kind: 'words'; label: string; hint?: string; most: number }

/** One way to settle a matter. `{name}` stands for a blank; a paragraph of nothing else may become a list. */
export type Way = { key: string; label: string; paragraphs: string[]; blanks: Record<string, Blank> }

/** A clause of the library. A change of its words is a new version of it. */
export type Clause = {
  key: string
  title: string
  version: number
  why: string
  settles: string
  /** Topics of the canvas that bear on it. */
  topics: string[]
  ways: Way[]
}

/** What stands in the blanks of a clause, by their names. Shares are per cent by organisation. */
export type Filled = Record<string, string | number | string[] | Record<string, number> | undefined>

/** What the text of an agreement is made of: words, and items under them. */
export type Block = { kind: 'words' | 'item'; text: string }

/** Stands in a text where nobody has filled in anything yet. */
export const openMark = (label: string) => `[to fill in: ${label}]`

export const wayOf = (clause: Clause, key: string): Way =>
  clause.ways.find(way => way.key === key) ?? clause.ways[0]!

/** "A", "A and B", "A, B and C". */
export const listed = (names: string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const formatPercent = (percent: number) => `${Number(percent.toFixed(2))}%`

export const shareItems = (parties: Party[], shares: Record<string, number>): string[] =>
  parties.map(({ id, name }) => `${name}: ${formatPercent(shares[id] ?? 0)}`)

/** The words in place of a blank, one for each item where it makes a list; null where it is not filled in as it must be. */
export function wordsIn(blank: Blank, value: Filled[string], parties: Party[]): string[] | null {
  switch (blank.kind) {
    case 'party': {
      const party = parties.find(({ id }) => id === value)
      return party ? [party.name] : null
    }
    case 'parties': {
      const chosen = parties.filter(({ id }) => Array.isArray(value) && value.includes(id))
      return chosen.length > 0 ? [listed(chosen.map(({ name }) => name))] : null
    }
    case 'shares':
      return isShares(value) && addUp(value, parties) ? shareItems(parties, value) : null
    case 'money':
      return typeof value === 'number' ? [formatMoney(value)] : null
    case 'days':
      return typeof value === 'number' ? [countOf(value, 'day')] : null
    case 'date':
      return typeof value === 'string' ? [formatDate(value)] : null
    case 'choice':
      return typeof value === 'string' && blank.options[value] ? [blank.options[value]] : null
    case 'words':
      return typeof value === 'string' && value !== '' ? [value] : null
  }
}

export const isShares = (value: Filled[string]): value is Record<string, number> =>
  typeof value === 'object' && !Array.isArray(value)

/** Whether shares name these parties and nobody else, and make exactly 100%. */
export function addUp(shares: Record<string, number>, parties: Party[]): boolean {
  const ids = Object.keys(shares)
  const hundredths = ids.reduce((sum, id) => sum + Math.round(shares[id]! * 100), 0)
  return hundredths === 10_000 && ids.length === parties.length && parties.every(({ id }) => id in shares)
}
