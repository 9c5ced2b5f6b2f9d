import { z } from 'zod'
import { optionalChoice, optionalText, requiredText, someChoices } from '#plumbing/form.ts'
import { shows, sourceKinds } from './guide.ts'

export const longest = { title: 100, summary: 300, words: 12_000, note: 300, reason: 300 }

/** What curators type; `revision` is how often the draft that they began from was saved. */
export const guideForm = z.object({
  title: requiredText('Write a title', longest.title),
  summary: requiredText('Write one or two sentences on what it is for', longest.summary),
  words: requiredText('Write what it says', longest.words),
  shows: someChoices(shows),
  fills: someChoices(sourceKinds),
  note: optionalText(longest.note),
  revision: z.coerce.number().int().catch(0),
})

/** What a new page is: journeys ship with Pipeline. */
const newKinds = ['guide', 'template'] as const

export const newGuideQuery = z.object({ kind: z.enum(newKinds).catch('guide') })
export const newGuideForm = guideForm
  .omit({ revision: true })
  .extend({ kind: optionalChoice(newKinds).transform(kind => kind ?? 'guide') })

export const withdrawalForm = z.object({
  reason: requiredText('Say why it is withdrawn', longest.reason),
  version: z.coerce.number().int().catch(0),
})
