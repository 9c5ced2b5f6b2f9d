import { z } from 'zod'
import { choices } from '#plumbing/choices.ts'
import type { WhileThere } from '#plumbing/feature.ts'

export const longestProblem = 3000
const shortestProblem = 10

const clean = (text: string) => text.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed().trim()

const optional = z.string().transform(clean).pipe(z.string().max(200)).catch('').default('')

const problem = z
  .string({ error: 'Write what the problem is' })
  .transform(clean)
  .pipe(
    z
      .string()
      .min(1, 'Write what the problem is')
      .min(shortestProblem, 'Say a little more: a sentence or two on who is affected and what happens')
      .max(longestProblem, `Shorten it to ${longestProblem.toLocaleString('en-GB')} characters or fewer`),
  )

const mostLeftOut = 30

const leftOut = choices
  .transform(given => given.filter(id => z.uuid().safeParse(id).success).slice(-mostLeftOut))
  .default([])

/**
 * What a person asks: the problem in their own words, and perhaps their council and the service, as typed. `not`: ids of
 * records that they said are another problem.
 */
const questionShape = z.object({ problem, council: optional, service: optional, not: leftOut })

export type Question = z.infer<typeof questionShape>

/** What was typed, however wrong, to fill the form in again. */
export const typedShape = z.object({
  problem: z.string().catch(''),
  council: z.string().catch(''),
  service: z.string().catch(''),
  not: leftOut,
})

export type Typed = z.infer<typeof typedShape>

/** What a person may do with an answer: a page that takes the question over, so that nothing is typed twice. */
export type NextStep = WhileThere & {
  order: number
  label: string
  says: string
  href(question: Question): string
}

export type QuestionErrors = { problem?: string }

/** The question, or what is wrong with it beside what was typed. */
export function readQuestion(given: Typed): { question: Question } | { errors: QuestionErrors } {
  const read = questionShape.safeParse(given)
  if (read.success) return { question: read.data }
  return { errors: { problem: read.error.issues.find(({ path }) => path[0] === 'problem')?.message } }
}

/** The address of the answer to a question: it can be kept, sent on and opened again. */
export function questionPath(path: string, { problem, council, service, not }: Question): string {
  const query = new URLSearchParams({ problem })
  if (council) query.set('council', council)
  if (service) query.set('service', service)
  for (const id of not) query.append('not', id)
  return `${path}?${query}`
}
