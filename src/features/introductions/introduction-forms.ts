import { z } from 'zod'
import type { Clock } from '#plumbing/clock.ts'
import {
  type FieldError,
  optionalDate,
  optionalText,
  type ReadForm,
  requiredChoice,
  requiredText,
  tick,
} from '#plumbing/form.ts'
import { daysAfter, declines, furthest, noFits, outcomes } from './introduction.ts'
import { instantInLondon, readTime } from './london-time.ts'

export const mostReason = 1000

const hour = optionalText(20)

/** Two fields that together say when. */
const when = (name: string) => ({ [`${name}_date`]: optionalDate, [`${name}_time`]: hour })

const offered = {
  reason: requiredText('Write why they should meet you, in a sentence or two', mostReason),
  ...when('first'),
  ...when('second'),
  screened: tick,
}

/** Why, and two times. */
export const askForm = z.object(offered)

/** Two organisations that a curator would bring together. */
export const suggestionForm = z.object({
  one: requiredText('Write the name of an organisation', 200),
  other: requiredText('Write the name of the other organisation', 200),
  ...offered,
})

export const answerForm = z.object({
  answer: requiredChoice(['first', 'second', 'other', 'not-now'], 'Choose an answer'),
  ...when('other'),
  because: z.enum(declines).catch('other'),
})

export const outcomeForm = z.object({
  outcome: requiredChoice(outcomes, 'Say what came of it'),
  because: z.enum(noFits).catch('other'),
})

/** These forms as they were sent. */
export type IntroductionForms = {
  answer: ReadForm<z.output<typeof answerForm>>
  outcome: ReadForm<z.output<typeof outcomeForm>>
}

type Times = Record<string, unknown>

/** The moment that two fields say, or what is wrong with them: it must be to come, and not too far. */
function momentOf(typed: Times, name: string, clock: Clock): Date | FieldError {
  const [date, time] = [typed[`${name}_date`] as string | null, typed[`${name}_time`] as string | null]
  const now = clock.now()
  if (!date) return { field: `${name}_date`, message: 'Write a day, such as 12 January 2027' }
  const read = time && readTime(time)
  if (!read) return { field: `${name}_time`, message: 'Write a time of day, such as 10:30 or 2pm' }
  const moment = instantInLondon(date, read)
  if (moment <= now) return { field: `${name}_date`, message: 'Choose a time that is still to come' }
  if (moment > daysAfter(now, furthest))
    return { field: `${name}_date`, message: 'Choose a day in the next six months' }
  return moment
}

/** All of these moments, or all that is wrong with them. */
export function momentsOf<const Name extends string>(
  typed: Times,
  names: readonly Name[],
  clock: Clock,
): { moments: Record<Name, Date>; errors?: undefined } | { errors: FieldError[] } {
  const read = names.map(name => [name, momentOf(typed, name, clock)] as const)
  const errors = read.flatMap(([, moment]) => (moment instanceof Date ? [] : [moment]))
  return errors.length > 0 ? { errors } : { moments: Object.fromEntries(read) as Record<Name, Date> }
}
