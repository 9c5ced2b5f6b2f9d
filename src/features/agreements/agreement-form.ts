import { z } from 'zod'
import { visibilityField } from '#features/collaborations/index.ts'
import { optionalDate, optionalText, requiredChoice, requiredText, tick } from '#plumbing/form.ts'
import { normalLine } from './canonical-text.ts'
import { authorities } from './signature-record.ts'

const edition = z.coerce.number().int().min(1).max(1_000_000).catch(0)
const hash = z
  .string()
  .regex(/^[\da-f]{64}$/)
  .catch('')

/** Besides the blanks of the clause, which its way says how to read. */
export const clauseForm = z.object({ edition, way: z.string().max(40).catch('') })

export const omissionForm = z.object({ edition, is: z.enum(['in', 'out']).catch('out') })

export const placeForm = z.object({ to: z.enum(['up', 'down']).catch('up') })

export const termsForm = z
  .object({ visibility: visibilityField, review_on: optionalDate, ends_on: optionalDate })
  .refine(({ review_on, ends_on }) => !review_on || !ends_on || review_on <= ends_on, {
    path: ['review_on'],
    message: 'Look at it again before it ends',
  })

export const fixForm = z.object({ seen: hash })

const mostOfName = 120
const mostOfReference = 160

/** Words that can be read where they are signed; `missing` says what to write. */
const readableText = (missing: string) =>
  requiredText(missing, mostOfName).transform(normalLine).pipe(z.string().min(1, missing))

export const signForm = z.object({
  seen: hash,
  name: readableText('Write the name of the person who signs'),
  role: readableText('Write their role, such as Director of Digital'),
  authority: requiredChoice(authorities, 'Choose what lets you sign'),
  reference: optionalText(mostOfReference).transform(text => normalLine(text ?? '') || null),
  may: tick.refine(Boolean, 'Tick that you may sign'),
})
