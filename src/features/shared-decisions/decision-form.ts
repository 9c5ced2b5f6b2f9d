import { z } from 'zod'
import { visibilityField } from '#features/collaborations/index.ts'
import {
  type FormState,
  optionalDate,
  optionalText,
  refuseForm,
  requiredChoice,
  requiredText,
  tick,
} from '#plumbing/form.ts'
import { slugParams } from '#plumbing/slug.ts'
import { type AskingWay, answersTo } from './decision.ts'

/** Where a decision is met. */
export const decisionParams = slugParams.extend({ number: z.coerce.number().int().min(1).max(100_000) })

export const mostOfTitle = 160
export const mostOfWords = 3000

const written = {
  title: requiredText('Write what is decided, as a question or in a sentence', mostOfTitle),
  words: optionalText(mostOfWords),
  visibility: visibilityField,
  /** What looks personal was shown, and the writer stands by it. */
  seen: tick,
}

const required = (missing: string) =>
  optionalDate.transform((date, context) => {
    if (date !== null) return date
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

export const askForm = z.object({
  ...written,
  way: requiredChoice(['consent', 'advice', 'vote'], 'Choose how it is decided'),
  answer_by: required('Say until which day the others can answer, such as 15 January 2027'),
})

export const recordForm = z.object({
  ...written,
  outcome: requiredText('Write what was decided', mostOfWords),
  decided_on: required('Say on which day it was decided, such as 20 November 2026'),
  review_on: optionalDate,
})

export const answerForm = (way: AskingWay) =>
  z
    .object({
      answer:
        way === 'advice'
          ? z
              .unknown()
              .optional()
              .transform(() => 'advises' as const)
          : requiredChoice(
              ['for', 'against', 'abstains'],
              `Choose ${Object.values(answersTo[way]).join(', ')}`,
            ),
      words:
        way === 'advice' ? requiredText('Write what you advise', mostOfWords) : optionalText(mostOfWords),
      seen: tick,
    })
    .refine(({ answer, words }) => way !== 'consent' || answer !== 'against' || words !== null, {
      path: ['words'],
      message: 'Say why you object, so that the others can meet it',
    })

/** Of any way; what is asked of each is for `answerForm` to say. */
export const anyAnswerForm = z.object({
  answer: optionalText(20),
  words: optionalText(mostOfWords),
  seen: tick,
})

export const outcomeForm = z.object({
  result: requiredChoice(['agreed', 'not-agreed'], 'Choose agreed or not agreed'),
  outcome: requiredText(
    'Write what was decided, so that someone who was not there understands it',
    mostOfWords,
  ),
  review_on: optionalDate,
})

export const visibilityForm = z.object({ visibility: visibilityField })

export const reviewForm = z.object({ review_on: optionalDate })

const farthestYear = '2099-12-31'

/** Refuses a day that is not to come, or hardly meant. `today`: 'YYYY-MM-DD'. */
export const refuseDay = (today: string, { typed }: FormState, field: string, day: string | null) =>
  day !== null && (day <= today || day > farthestYear)
    ? refuseForm(typed, field, 'Give a day to come, such as 15 January 2027')
    : null

/** Refuses a day that has not come. */
export const refuseFuture = (today: string, { typed }: FormState, field: string, day: string) =>
  day > today || day < '2000-01-01' ? refuseForm(typed, field, 'Give today or a day before') : null
