import { z } from 'zod'
import { optionalDate, requiredChoice, requiredText } from '#plumbing/form.ts'
import { outcomes } from './settlement.ts'

export const mostOfSettlement = 1000

export const settlementForm = z.object({
  outcome: requiredChoice(outcomes, 'Choose what you propose'),
  words: requiredText('Write what you propose, in words that each partner can say yes to', mostOfSettlement),
  parked_until: optionalDate,
  /** The id of what stood on the page, empty where nothing did. */
  standing: z.string().max(40).optional().catch(undefined),
})

export const confirmationForm = z.object({ settlement: z.guid('Say yes to what is proposed below') })
