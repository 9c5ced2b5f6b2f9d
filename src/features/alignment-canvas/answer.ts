import type { OrganisationName } from '#features/organisations/index.ts'
import { formatDate } from '#ui/date.ts'
import { type Field, none, type TopicName } from './topic.ts'

/** What an organisation says on a topic, by field: the value of a choice, a list in order, a day, or words. Nothing is absent; an empty list says that none of what was offered is meant. */
export type Said = Record<string, string | string[]>

/** By topic; null where it does not know yet, absent where it was not asked or has not answered. */
export type Answers = Partial<Record<TopicName, Said | null>>

export type Answering = { organisation: OrganisationName; answers: Answers }

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(a|an|the|our) /, '')

/** A word as two organisations' words are held together: “The case” and “case” are one. */
export const plainTerm = plain

/** What is said in a field so that what means the same is the same; null where nothing is, or where it is not compared. */
export function comparable(field: Field, value: string | string[] | undefined): string | null {
  if (value === undefined || field.kind === 'words') return null
  if (field.kind === 'term') return plain(String(value)) || null
  if (!Array.isArray(value)) return value
  return JSON.stringify(field.kind === 'ranked' ? value : value.toSorted())
}

const labelOf = (field: Field, value: string) =>
  ('options' in field && field.options.find(option => option.value === value)?.label) || value

export const headingOf = ({ heading, label }: Field): string => heading ?? label

/** What is said in a field, in words, one for each thing. */
export const wordsOf = (field: Field, value: string | string[]): string[] =>
  value.length === 0
    ? [none.label]
    : [value].flat().map(each => (field.kind === 'day' ? formatDate(each) : labelOf(field, each)))

/** What is said on a topic as one text, by field, for a version beside another. */
export const saidInWords = (fields: readonly Field[], said: Said | null): string =>
  said === null
    ? 'We do not know yet'
    : fields
        .flatMap(field => {
          const value = said[field.name]
          return value === undefined ? [] : [`${headingOf(field)}: ${wordsOf(field, value).join('; ')}`]
        })
        .join('\n')

/** Whether two answers say the same; jsonb does not keep the order of fields. */
export const isSame = (a: Said | null, b: Said | null): boolean =>
  a === null || b === null
    ? a === b
    : Object.keys({ ...a, ...b }).every(name => JSON.stringify(a[name]) === JSON.stringify(b[name]))
