import { z } from 'zod'
import { optionalChoice, optionalDate, optionalText, someChoices, type Typed } from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import type { Said } from './answer.ts'
import { type Field, none, rankedName, ranks, type Topic } from './topic.ts'
import { topics } from './topics.ts'

export const mostOfWords = 600
export const mostOfTerm = 60

/** Names of tools on the register, of which the page offers those that there are. */
const names = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform(given => [given].flat())

/** A day in the years that people plan in; further off it is a slip of the keys. */
const day = optionalDate.refine(
  date => date === null || (date >= '2000-01-01' && date <= '2099-12-31'),
  'Write a day in the years from 2000 to 2099',
)

const valuesOf = (field: Extract<Field, { kind: 'one' | 'some' | 'ranked' }>) =>
  field.options.map(({ value }) => value)

const offeredBy = (field: Extract<Field, { kind: 'some' }>) => [
  ...valuesOf(field),
  ...(field.orNone ? [none.value] : []),
]

const isNoneAlone = (values: string[]) => values.length === 1 || !values.includes(none.value)

function shapesOf(field: Field): [string, z.ZodType][] {
  switch (field.kind) {
    case 'one':
      return [[field.name, optionalChoice(valuesOf(field))]]
    case 'some':
      return [
        [
          field.name,
          (field.options.length > 0 ? someChoices(offeredBy(field)) : names).refine(
            isNoneAlone,
            `Tick “${none.label}” alone, or leave it off`,
          ),
        ],
      ]
    case 'ranked':
      return ranks.map(rank => [rankedName(field.name, rank), optionalChoice(valuesOf(field))])
    case 'day':
      return [[field.name, day]]
    case 'term':
      return [[field.name, optionalText(mostOfTerm)]]
    case 'words':
      return [[field.name, optionalText(mostOfWords)]]
  }
}

/** The fields of all topics: each page sends those of its own. `known` is sent by the button that says that it is not. */
export const answerForm = z.object({
  known: optionalChoice(['no']),
  ...Object.fromEntries(Object.values(topics).flatMap(({ fields }) => fields.flatMap(shapesOf))),
} as Record<string, z.ZodType>)

const isSaid = (value: unknown) => value !== null && value !== undefined

const orNothing = (list: unknown[]) => (list.length > 0 ? list : null)

function readValue(field: Field, form: Record<string, unknown>): unknown {
  if (field.kind === 'ranked')
    return orNothing([...new Set(ranks.map(rank => form[rankedName(field.name, rank)]).filter(isSaid))])
  const value = form[field.name]
  if (field.kind !== 'some') return value
  const chosen = Array.isArray(value) ? value : []
  if (field.orNone && chosen.includes(none.value)) return []
  return orNothing(valuesOf(field).filter(known => chosen.includes(known)))
}

/** What is said on a topic by a form that was read; nothing is an empty answer. */
export const saidBy = ({ fields }: Topic, form: Record<string, unknown>): Said =>
  Object.fromEntries(
    fields.flatMap(field => {
      const value = readValue(field, form)
      return isSaid(value) ? [[field.name, value as string | string[]]] : []
    }),
  )

/** What is kept, as the form of its topic has it. */
export const typedFrom = ({ fields }: Topic, said: Said): Typed =>
  Object.fromEntries(
    fields.flatMap(field => {
      const value = said[field.name]
      if (value === undefined) return []
      if (field.kind === 'ranked')
        return [value].flat().map((each, at) => [rankedName(field.name, ranks[at]!), each])
      if (value.length === 0) return [[field.name, [none.value]]]
      return [[field.name, field.kind === 'day' ? formatDate(String(value)) : value]]
    }),
  )
