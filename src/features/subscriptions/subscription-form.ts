import { z } from 'zod'
import { optionalChoice, optionalText, requiredChoice, requiredText } from '#plumbing/form.ts'
import { frequencies, levels } from './subscription.ts'

/** An address of this site: what a subscription is about. */
export const aboutShape = z
  .string()
  .max(20_000)
  .regex(/^\/(?![/\\])/)

/** How near a thing must be to one's own words, from very close to loosely related; left out where words are not one's own. */
export const closenesses = ['3', '2', '1'] as const

const wishes = {
  title: requiredText('Say what to call it in mail to you', 120),
  level: requiredChoice(levels, 'Choose what to be told'),
  frequency: requiredChoice(frequencies, 'Choose how often'),
  closeness: optionalChoice(closenesses).transform(level =>
    level === null ? null : (Number(level) as 1 | 2 | 3),
  ),
}

export const wishesForm = z.object(wishes)
/** For whom it is: the person, or by its id an organisation that they lead. */
const whose = z.union([z.literal('me'), z.uuid()], 'Choose who is told').default('me')

export const newSubscriptionForm = z.object({ about: aboutShape, whose, ...wishes })
export type Wishes = z.output<typeof wishesForm>

const most = 500

/** How many things a week at most; left empty: all. */
export const limitForm = z.object({
  most: optionalText(10).transform((text, context) => {
    if (text === null) return null
    const count = Number(text)
    if (Number.isInteger(count) && count >= 1 && count <= most) return count
    context.addIssue({ code: 'custom', message: `Write a whole number from 1 to ${most}, or leave it empty` })
    return z.NEVER
  }),
})
