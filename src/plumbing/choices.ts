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
