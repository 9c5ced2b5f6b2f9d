import { z } from 'zod'

const longest = 100

/** A query field that may be given several times, e.g. by checkboxes; what no option can be is left out. */
export const choices = z
  .union([z.string(), z.array(z.string())])
  .transform(given => [given].flat().filter(text => text.length <= longest && !text.includes('\u0000')))
  .catch([])
  .default([])

/** How a value from outside is said, by itself where it has no words; also for 'constructor', which every object knows. */
export const wordFor = (words: Record<string, string>, value: string): string =>
  Object.hasOwn(words, value) ? words[value]! : value

/** As {@link choices}, without empty ones. */
export const filledChoices = choices.transform(given => given.filter(Boolean))

/** Words typed to look for something in a list; too many are none. */
export const typedWords = z
  .string()
  .max(200)
  .transform(text => text.replaceAll('\u0000', '').trim())
  .catch('')
  .default('')

/** The values of a facet with how many there are of each; what is chosen stays there when nothing is left of it. */
export const withChosen = (counted: { value: string; count: number }[], chosen: string[]) => [
  ...counted.map(row => ({ ...row, isChosen: chosen.includes(row.value) })),
  ...[...new Set(chosen)]
    .filter(value => counted.every(row => row.value !== value))
    .map(value => ({ value, count: 0, isChosen: true })),
]
