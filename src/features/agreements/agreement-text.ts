import { formatDate } from '#ui/date.ts'
import { type Line, linesOf, partsOf, writeText } from './canonical-text.ts'
import type { Party } from './clause.ts'
import type { SettledClause } from './draft.ts'

/** All that the text of an agreement is made of. */
export type Terms = {
  project: string
  purpose: string
  /** In the order of their names. */
  parties: Party[]
  clauses: SettledClause[]
  number: number
  /** Days, 'YYYY-MM-DD'. */
  fixedOn: string
  reviewOn: string | null
  endsOn: string | null
  replaces: { number: number; sha256: string } | null
}

const heading = (text: string): Line => ({ kind: 'heading', text })
const words = (text: string): Line => ({ kind: 'words', text })

/** The text that is signed, in normal form. */
export const textOf = (terms: Terms): string =>
  writeText([
    heading(`Agreement on “${terms.project}”`),
    words(`Version ${terms.number}, fixed on ${formatDate(terms.fixedOn)}.`),
    ...(terms.replaces
      ? [
          words(
            `When all parties have signed it, it replaces version ${terms.replaces.number}, SHA-256 ${terms.replaces.sha256}.`,
          ),
        ]
      : []),
    heading('Parties'),
    ...terms.parties.map(({ name, slug }): Line => ({ kind: 'item', text: `${name} (${slug})` })),
    heading('What the parties do together'),
    ...linesOf('words', terms.purpose),
    ...terms.clauses.flatMap(({ title, lines }, at) => [heading(`${at + 1}. ${title}`), ...lines]),
    heading('Review and end'),
    words(
      terms.reviewOn
        ? `The parties look at this agreement again by ${formatDate(terms.reviewOn)}.`
        : 'No day is set on which the parties look at this agreement again.',
    ),
    words(
      terms.endsOn
        ? `It ends on ${formatDate(terms.endsOn)}, unless they sign a new version before.`
        : 'It has no end date.',
    ),
    heading('Signing'),
    words(
      'Each party signs the SHA-256 of this text. It stands when all parties named above have signed. A party that joins later signs the same text. Whatever is changed makes a new version, which all sign anew.',
    ),
  ])

/** A heading without the number before it, by which versions are compared. */
const unnumbered = (title: string) => title.replace(/^\d+\. /, '')

const matterOf = (text: string) =>
  partsOf(text)
    .slice(1)
    .map(({ title, lines }) => [title, ...lines.map(({ text: words }) => words)].join('\n'))
    .join('\n')

/** Whether two texts say the same, whatever their number and day. */
export const isSameMatter = (one: string, other: string) => matterOf(one) === matterOf(other)

const bodyOf = (lines: Line[]) => lines.map(({ text }) => text).join('\n')

/** What two versions say, heading by heading, to be compared. Numbers before headings, the number of the version and its day do not count. */
export function compared(before: string, after: string) {
  const saidIn = (text: string) =>
    partsOf(text)
      .slice(1)
      .map(({ title, lines }) => ({ title: unnumbered(title), words: bodyOf(lines) }))
  const was = new Map(saidIn(before).map(({ title, words }) => [title, words]))
  const is = saidIn(after).map(({ title, words }) => ({ title, after: words }))
  const kept = new Set(is.map(({ title }) => title))
  return [
    ...is.map(part => ({ ...part, before: was.get(part.title) ?? '' })),
    ...[...was]
      .filter(([title]) => !kept.has(title))
      .map(([title, words]) => ({ title, before: words, after: '' })),
  ]
}
