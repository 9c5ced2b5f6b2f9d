import { z } from 'zod'

const longest = 100

/** A query field that may be given several times, e.g. by checkboxes; what no option can be is left out. */
export const choices = z
  .union([z.string(), z.array(z.string())])
  .transform(given => [given].flat().filter(text => text.length <= longest && !text.includes('\u0000')))
  .catch([])
  .default([])

/** As {@link choices}, without empty ones. */
export const filledChoices = choices.transform(given => given.filter(Boolean))
