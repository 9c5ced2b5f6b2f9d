import { z } from 'zod'
import { optionalText, requiredChoice } from '#plumbing/form.ts'

/** What a reader may find wrong. */
export const reportReasons = ['personal', 'commercial', 'wrong', 'offensive', 'not-theirs', 'other'] as const

/** `review`: whose thing was withheld asks for another look. */
const reasons = [...reportReasons, 'review'] as const
export type ReportReason = (typeof reasons)[number]

export const reasonLabels: Record<ReportReason, string> = {
  personal: 'It gives away something about a person',
  commercial: 'It is commercially sensitive',
  wrong: 'It is wrong or out of date',
  offensive: 'It is offensive',
  'not-theirs': 'It does not belong to this organisation',
  other: 'Something else',
  review: 'It was withheld, and should be looked at again',
}

/** What one network may report, and how long an address to answer to is kept. */
export const reportLimit = { most: 10, minutes: 60 }
export const emailKeptMonths = 12

const email = optionalText(254)
  .transform(text => text?.toLowerCase() ?? null)
  .pipe(z.email('Write an e-mail address in the right form, like name@council.gov.uk').nullable())

/** A thing named in an address or a form. */
export const subjectShape = z.object({ kind: z.string().max(60), id: z.uuid() })

export const reportForm = z.object({
  reason: requiredChoice(reasons, 'Choose what is wrong with it'),
  words: optionalText(2000),
  email,
})

export type Report = z.output<typeof reportForm>
