import { z } from 'zod'
import { readMoney } from '#features/contract-reading/index.ts'
import {
  cleanText,
  optionalChoice,
  optionalDate,
  optionalText,
  requiredText,
  type Typed,
  tick,
} from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import { formatMoney } from '#ui/money.ts'
import type { Contract } from './page-queries.ts'
import { most } from './said-contract.ts'

const pounds = optionalText(60).transform((text, context) => {
  if (text === null) return null
  const { pounds } = readMoney(text)
  if (pounds !== undefined && pounds >= 0 && pounds < 1e12) return pounds
  context.addIssue({ code: 'custom', message: 'Write an amount in pounds, such as £125,000' })
  return z.NEVER
})

// Where it was asked whether one of several is meant, the choice comes before what was typed; "none of these" is empty.
const supplierTyped = z
  .union([z.string(), z.array(z.string())])
  .default('')
  .transform(given => {
    const [chosen = '', typed = ''] = [given].flat().map(text => cleanText(text).slice(0, most.words))
    return { name: chosen || typed || null, isNoneOfThese: chosen === '' && typed !== '' }
  })

/** What a council says of one of its contracts. `seen` is the statement that its writer had before them. */
export const correctionForm = z
  .object({
    title: requiredText('Write what the contract is called', most.title),
    description: optionalText(most.description),
    reference: optionalText(most.reference),
    supplier: supplierTyped,
    supplier_is: optionalChoice(['body', 'person']),
    service: optionalText(200),
    starts_on: optionalDate,
    ends_on: optionalDate,
    open_ended: tick,
    extends_to: optionalDate,
    value: pounds,
    seen: z.string().transform(cleanText).catch(''),
    screened: tick,
  })
  .superRefine(({ starts_on, ends_on, extends_to, open_ended }, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (open_ended && ends_on) wrong('ends_on', 'Leave out the last day, or do not say that it goes on')
    if (starts_on && ends_on && ends_on < starts_on)
      wrong('ends_on', 'Write a last day that is not before the first')
    const end = ends_on ?? starts_on
    if (extends_to && end && extends_to < end)
      wrong('extends_to', 'Write a day that is not before the last day of the contract')
  })
export type Correction = z.output<typeof correctionForm>

/** What is written in place of a service where a contract is for no one of them. */
export const noService = 'none'
export const saysNone = (typed: string) => typed.toLowerCase() === noService

const dayOf = (day: string | null) => (day ? formatDate(day) : '')

/** The form filled in with what stands. */
export const typedFrom = (contract: Contract): Typed => ({
  title: contract.title,
  description: contract.description ?? '',
  reference: contract.reference ?? '',
  supplier: contract.supplier?.name ?? contract.supplier_as_published ?? '',
  service: contract.service?.name ?? (contract.service_from === 'council' ? noService : ''),
  starts_on: dayOf(contract.starts_on),
  ends_on: dayOf(contract.ends_on),
  open_ended: contract.is_open_ended ? 'yes' : '',
  extends_to: dayOf(contract.extends_to),
  value: contract.value_pounds === null ? '' : formatMoney(contract.value_pounds),
})
