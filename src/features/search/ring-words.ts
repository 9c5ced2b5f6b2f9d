import { plainText } from './plain-words.ts'

/** A word or phrase of a ring, and how it is recognised. */
export type RingWord = { ring: string; word: string; form: string }

/** Words of a text in which words of rings are sought, each as {@link formOf} gives it. */
export type Run = { ring: string; form: string; at: number; length: number }

const endings: [RegExp, string][] = [
  [/(?<=[a-z]{2})ies$/, 'y'],
  [/(?<=(?:[sxz]|[cs]h))es?$/, ''],
  [/(?<=[a-z]{2}[^s])s$/, ''],
]

/**
 * A plain word without its plural. A stem would go too far here: it has 'refusal' for 'refuse' and 'wasted' for 'waste',
 * which mean something else.
 */
const singular = (word: string) => {
  for (const [ending, instead] of endings) if (ending.test(word)) return word.replace(ending, instead)
  return word
}

/** The plain words of a text as words of rings are compared: 'wheelie bins' → ['wheelie', 'bin']. */
export const formsOf = (plain: string): string[] => plain.split(' ').filter(Boolean).map(singular)

/** What a word or phrase of a ring is recognised by; empty where it has neither letters nor digits. */
export const formOf = (word: string): string => formsOf(plainText(word)).join(' ')

export type RingLexicon = ReadonlyMap<string, { ring: string; form: string; words: string[] }[]>

/** Words of rings by their first word, the longest first. */
export function lexiconOf(words: Pick<RingWord, 'ring' | 'form'>[]): RingLexicon {
  const listed = words.map(({ ring, form }) => ({ ring, form, words: form.split(' ') }))
  return Map.groupBy(
    listed.toSorted((a, b) => b.words.length - a.words.length),
    ({ words }) => words[0]!,
  )
}

/** Where words of rings stand among these: of each ring the longest that begins at a place, none within another of it. */
export function findRuns(forms: string[], lexicon: RingLexicon): Run[] {
  const runs: Run[] = []
  const ends = new Map<string, number>()
  for (const [at, first] of forms.entries()) {
    for (const { ring, form, words } of lexicon.get(first) ?? []) {
      if ((ends.get(ring) ?? 0) > at || !words.every((word, n) => forms[at + n] === word)) continue
      runs.push({ ring, form, at, length: words.length })
      ends.set(ring, at + words.length)
    }
  }
  return runs
}

/** The name by which the index knows a ring, among its words: no word has a colon. */
export const termOfRing = (ring: string) => `ring:${ring}`
export const isRing = (term: string) => term.startsWith('ring:')

const mostPositions = { title: 20, text: 200 }

/** The rings of a document as PostgreSQL reads a tsvector: of weight B from its title, C from its text. */
export function ringsOfDocument(title: string, text: string, lexicon: RingLexicon): string {
  const positions = new Map<string, string[]>()
  let position = 0
  for (const [plain, weight, most] of [
    [title, 'B', mostPositions.title],
    [text, 'C', mostPositions.text],
  ] as const) {
    const counted = new Map<string, number>()
    for (const { ring } of findRuns(formsOf(plain), lexicon)) {
      const count = (counted.get(ring) ?? 0) + 1
      counted.set(ring, count)
      if (count > most) continue
      position += 1
      positions.set(ring, [...(positions.get(ring) ?? []), `${position}${weight}`])
    }
  }
  return [...positions].map(([ring, places]) => `'${termOfRing(ring)}':${places.slice(0, 250)}`).join(' ')
}
