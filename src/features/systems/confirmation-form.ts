import { z } from 'zod'
import {
  type FieldError,
  optionalChoice,
  optionalDate,
  optionalText,
  requiredChoice,
  type Typed,
} from '#plumbing/form.ts'
import type { Choice, FormSystem } from './contract-choice.ts'
import { nameOf, satisfactions, standingOf, valueBands, wouldMoves } from './system.ts'
import type { ShownSystem } from './system-queries.ts'

export const answers = ['so', 'not-used', 'leave'] as const
export type Answer = (typeof answers)[number]

export const longestName = 100
/** More than this no council has in one list; a form that says it does is none of ours. */
const rowsAtMost = 300
export const newRows = ['new-1', 'new-2', 'new-3'] as const

const details = {
  product: optionalText(longestName),
  service: optionalText(200),
  /** The id of a contract, or that it is none of those on offer. */
  contract: optionalText(36),
  starts: optionalDate,
  ends: optionalDate,
  extends: optionalDate,
  band: optionalChoice(valueBands),
  satisfaction: optionalChoice(satisfactions),
  move: optionalChoice(wouldMoves),
}
export const detailNames = Object.keys(details) as (keyof typeof details)[]

const known = z.object({ answer: requiredChoice(answers, 'Say whether it is still so'), ...details })
const added = z.object({ answer: z.unknown().transform((): Answer => 'so'), ...details })

/** What a lead says of one system; `ref` is its id, or which of the empty rows it stands in. */
export type SaidRow = z.output<typeof known> & { ref: string; isNew: boolean }

/** The name of a field of a row. */
export const fieldOf = (name: string, ref: string) => `${name}-${ref}`

const ownTyped = (typed: Typed, ref: string): Typed =>
  Object.fromEntries(['answer', ...detailNames].map(name => [name, typed[fieldOf(name, ref)]]))

const refsIn = (typed: Typed) =>
  Object.keys(typed).flatMap(
    field => /^answer-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(field)?.[1] ?? [],
  )

const orderOfDates = ({ starts, ends, extends: until, ref }: SaidRow): FieldError[] => [
  ...(starts && ends && ends < starts
    ? [{ field: fieldOf('ends', ref), message: 'The contract ends before it starts: check both days' }]
    : []),
  ...(until && ends && until < ends
    ? [
        {
          field: fieldOf('extends', ref),
          message: 'With every extension it cannot end before it ends without',
        },
      ]
    : []),
]

function readRow(typed: Typed, ref: string): { row?: SaidRow; errors: FieldError[] } {
  const isNew = (newRows as readonly string[]).includes(ref)
  const read = (isNew ? added : known).safeParse(ownTyped(typed, ref))
  if (!read.success)
    return {
      errors: read.error.issues.map(({ path, message }) => ({
        field: fieldOf(String(path[0]), ref),
        message,
      })),
    }
  const row = { ...read.data, ref, isNew }
  if (!isNew) return { row, errors: row.answer === 'so' ? orderOfDates(row) : [] }
  if (detailNames.every(name => row[name] === null)) return { errors: [] }
  const missing = (name: 'product' | 'service', message: string) =>
    row[name] === null ? [{ field: fieldOf(name, ref), message }] : []
  return {
    row,
    errors: [
      ...missing('product', 'Write the name of the product'),
      ...missing('service', 'Write the service that it is run for'),
      ...orderOfDates(row),
    ],
  }
}

const textOrTexts = z.union([z.string(), z.array(z.string())])
const fieldsOfNewRows = Object.fromEntries(
  newRows.flatMap(ref => detailNames.map(name => [fieldOf(name, ref), textOrTexts.optional()])),
)

/** Every row of the list, and those that were added; of each field its first error. */
export const confirmationForm = z
  .object(fieldsOfNewRows)
  .catchall(textOrTexts)
  .transform((typed: Typed, context): SaidRow[] => {
    const read = [...refsIn(typed).slice(0, rowsAtMost), ...newRows].map(ref => readRow(typed, ref))
    for (const { field, message } of read.flatMap(({ errors }) => errors))
      context.addIssue({ code: 'custom', path: [field], message })
    return read.flatMap(({ row }) => row ?? [])
  })

/**
 * What stands in the form for a system at first: as it is known, to be confirmed by one button; what the newest source said
 * before `since`, 'YYYY-MM-DD', or said with doubt, is left as it is unless a lead says more.
 */
export function typedFrom(systems: FormSystem[], since: string): Typed {
  return Object.fromEntries(
    systems.flatMap(system => {
      const standing = standingOf(system)
      const isDoubtful = system.source_as_of < since || system.confidence === 'low'
      const isLeft = standing === 'earlier' || (standing === 'unconfirmed' && isDoubtful)
      const answer: Answer = standing === 'not-used' ? 'not-used' : isLeft ? 'leave' : 'so'
      const typed: Record<'answer' | keyof typeof details, string | null> = {
        answer,
        product: system.product,
        service: serviceNameOf(system),
        contract: system.shown?.id ?? null,
        starts: said(system.shown?.starts_on),
        ends: said(system.shown?.ends_on),
        extends: said(system.shown?.extends_to),
        band: system.value_band,
        satisfaction: system.satisfaction === null ? null : String(system.satisfaction),
        move: system.would_move,
      }
      return Object.entries(typed).map(([name, value]) => [fieldOf(name, system.id), value ?? ''])
    }),
  )
}

/** What stands in the form where it is asked which contract a row is about. */
export const typedOfAsked = (asked: Map<string, Choice>): Typed =>
  Object.fromEntries([...asked].map(([ref, { sure }]) => [fieldOf('contract', ref), sure?.id ?? '']))

/** 2027-03-31 as 31/3/2027, which is how the form reads it back. */
const said = (day: string | null | undefined) => {
  if (!day) return null
  const [year, month, date] = day.split('-')
  return `${Number(date)}/${Number(month)}/${year}`
}

/** What the form calls the service of a system. */
export const serviceNameOf = ({ service, service_as_published }: ShownSystem) =>
  service ?? service_as_published

/** What the form calls a system. */
export const rowTitle = (system: ShownSystem) => `${nameOf(system)}: ${system.service_as_published}`
