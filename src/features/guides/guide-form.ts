import { z } from 'zod'
import { optionalText, requiredText, someChoices } from '#plumbing/form.ts'
import { shows } from './guide.ts'

export const longest = { title: 100, summary: 300, words: 12_000, note: 300 }

/** What curators type; `revision` is how often the draft that they began from was saved. */
export const guideForm = z.object({
  title: requiredText('Write a title', longest.title),
  summary: requiredText('Write one or two sentences on what it is for', longest.summary),
  words: requiredText('Write what it says', longest.words),
  shows: someChoices(shows),
  note: optionalText(longest.note),
  revision: z.coerce.number().int().catch(0),
})
