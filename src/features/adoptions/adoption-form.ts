import { z } from 'zod'
import { budgetBandLabels } from '#features/project-plans/index.ts'
import {
  optionalChoice,
  optionalDate,
  optionalText,
  requiredChoice,
  type Typed,
  tick,
} from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import { type AdoptionSaid, type CostBand, states } from './adoption.ts'

export const mostWords = { took: 1500, why: 1500, release: 60 }

export const costBands = Object.keys(budgetBandLabels) as CostBand[]

const days = optionalText(10).transform((typed, context) => {
  if (typed === null) return null
  const count = /^\d{1,6}$/.test(typed.replaceAll(',', '')) ? Number(typed.replaceAll(',', '')) : Number.NaN
  if (count <= 100_000) return count
  context.addIssue({ code: 'custom', message: 'Write a whole number of days, such as 12' })
  return z.NEVER
})

/** Where an adopter says how it stands. `seen` is the number of the version before the writer, 0 for none. */
export const adoptionForm = z
  .object({
    state: requiredChoice(states, 'Choose how far you are with it'),
    why: optionalText(mostWords.why),
    release: optionalText(mostWords.release),
    since: optionalDate,
    days,
    cost: optionalChoice(costBands),
    took: optionalText(mostWords.took),
    talks: tick,
    seen: z.coerce.number().int().nonnegative().catch(0),
    screened: tick,
  })
  .superRefine(({ state, why }, context) => {
    if (state === 'stopped' && !why)
      context.addIssue({ code: 'custom', path: ['why'], message: 'Say in a sentence or two why you stopped' })
  })
  .transform(({ seen, screened: isScreened, ...typed }) => {
    const said: AdoptionSaid = { ...typed, why: typed.state === 'stopped' ? typed.why : null }
    return { said, seen, isScreened }
  })

export const typedFrom = (said: AdoptionSaid): Typed => ({
  state: said.state,
  why: said.why ?? '',
  release: said.release ?? '',
  since: said.since ? formatDate(said.since) : '',
  days: said.days === null ? '' : String(said.days),
  cost: said.cost ?? '',
  took: said.took ?? '',
  talks: said.talks ? 'yes' : '',
})

export const textsOf = ({ took, why }: AdoptionSaid) => [
  { field: 'took', label: 'What it took', text: took },
  { field: 'why', label: 'Why you stopped', text: why },
]
