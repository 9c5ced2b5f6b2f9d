import { costBandLabels } from '#features/problems/index.ts'
import {
  type Act,
  offerLabels,
  offerWords,
  sizeLabels,
  urgencyLabels,
  urgencyWords,
  type Word,
} from './stance.ts'

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** "1,000 to 9,999 people", "£50,000 to £250,000 a year": what is known, in a line. */
export const factsOf = ({ size, affected, cost, urgency }: Word): string[] =>
  [
    size && lowerFirst(sizeLabels[size]),
    affected,
    cost && lowerFirst(costBandLabels[cost]),
    urgency && urgencyWords[urgency],
  ].filter(fact => fact !== null)

/** "Would share what they know and co-fund", or nothing. */
export function sayOffers({ offers }: Pick<Word, 'offers'>): string | null {
  const words = offers.map(offer => offerWords[offer])
  if (words.length === 0) return null
  return `would ${words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`}`
}

/** What a story is the answer to. */
export const storyTitle = ({ says }: Pick<Word, 'says'>) => (says === 'fixed-it' ? 'How' : 'Why it stopped')

/** Everything of a word by name, for a page of its own and for a comparison; what is not known is null. */
export const partsOf = (word: Word): [string, string | null][] => [
  [storyTitle(word), word.story],
  ['People affected', word.size && sizeLabels[word.size]],
  ['Who they are', word.affected],
  ['What it costs', word.cost && costBandLabels[word.cost]],
  ['Has to act', word.urgency && urgencyLabels[word.urgency]],
  ['Would', word.offers.map(offer => offerLabels[offer].toLowerCase()).join(', ') || null],
  ['Note', word.note],
]

export const actWords: Record<Act, string> = {
  taken: 'Said',
  changed: 'Changed',
  confirmed: 'Confirmed',
  withdrawn: 'Withdrawn',
  expired: 'Not confirmed for a year: no longer counted',
}

export type Change = { name: string; now: string | null; before: string | null }

/** What a word says otherwise than the one before it; all that it says where there was none. */
export function changesBetween(before: Word | undefined, now: Word): Change[] {
  const partsBefore = new Map(before ? partsOf(before) : [])
  const partsNow = new Map(partsOf(now))
  return [...new Set([...partsBefore.keys(), ...partsNow.keys()])]
    .map(name => ({ name, now: partsNow.get(name) ?? null, before: partsBefore.get(name) ?? null }))
    .filter(change => change.now !== change.before)
}
