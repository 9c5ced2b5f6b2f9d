import { z } from 'zod'
import { readBritishDate } from './british-dates.ts'

/** What a person typed, by field; several values where several boxes were ticked. */
export type Typed = Record<string, string | string[] | undefined>

export type FieldError = { field: string; message: string }

/** A form as it was sent: with its value, or with what is wrong beside what was typed. */
export type ReadForm<Value> =
  | { typed: Typed; errors: []; value: Value }
  | { typed: Typed; errors: [FieldError, ...FieldError[]]; value?: undefined }

/** What a page needs to show a form: for the first time, filled in from what is kept, or again after a refusal. */
export type FormState = { typed: Typed; errors: FieldError[] }

/** A form nobody has sent yet, perhaps filled in. */
export const freshForm = (typed: Typed = {}): FormState => ({ typed, errors: [] })

/** Reads what was typed by a shape with messages in the person's words: of each field its first error, in the shape's order. */
export function readForm<Shape extends z.ZodType>(shape: Shape, typed: Typed): ReadForm<z.output<Shape>> {
  const read = shape.safeParse(typed)
  if (read.success) return { typed, errors: [], value: read.data }
  const byField = new Map<string, string>()
  for (const { path, message } of read.error.issues) {
    const field = String(path[0] ?? '')
    if (!byField.has(field)) byField.set(field, message)
  }
  const errors = [...byField].map(([field, message]) => ({ field, message }))
  return { typed, errors: errors as [FieldError, ...FieldError[]] }
}

/** Refuses a form for a reason that only the database could know. */
export const refuseForm = (typed: Typed, field: string, message: string): FormState => ({
  typed,
  errors: [{ field, message }],
})

/** Line ends as the web has them, no characters that cannot be kept, nothing at the ends. */
export const cleanText = (text: string) =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .toWellFormed()
    .trim()

const tooLong = (most: number) => `Shorten it to ${most.toLocaleString('en-GB')} characters or fewer`

const typedText = z
  .union([z.string(), z.array(z.string()).transform(texts => texts[0] ?? '')])
  .default('')
  .transform(cleanText)

/** Words that must be there; `missing` says what to write. */
export const requiredText = (missing: string, most: number) =>
  typedText.pipe(z.string().min(1, missing).max(most, tooLong(most)))

/** Words that may be left out: then null. */
export const optionalText = (most: number) =>
  typedText.pipe(z.string().max(most, tooLong(most))).transform(text => text || null)

/** One of some choices; `missing` says what to choose. */
export const requiredChoice = <const Value extends string>(values: readonly Value[], missing: string) =>
  typedText.pipe(z.enum(values as readonly [Value, ...Value[]], { error: missing }))

/** One of some choices, or none: then null. */
export const optionalChoice = <const Value extends string>(values: readonly Value[]) =>
  typedText.transform(text => values.find(value => value === text) ?? null)

/** Some of some choices, e.g. ticked boxes; what is none of them is left out. */
export const someChoices = <const Value extends string>(values: readonly Value[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform(given => values.filter(value => [given].flat().includes(value)))

/** A day as people write it, e.g. “31 March 2027” or “31/3/2027” → 'YYYY-MM-DD'; left out it is null. */
export const optionalDate = typedText.transform((text, context) => {
  if (text === '') return null
  const said = readBritishDate(text)
  if (said?.precision === 'day') return said.date
  context.addIssue({ code: 'custom', message: 'Write a day that exists, such as 31 March 2027' })
  return z.NEVER
})

/** A box that is ticked or not. */
export const tick = z
  .unknown()
  .optional()
  .transform(value => typeof value === 'string' && value !== '')
