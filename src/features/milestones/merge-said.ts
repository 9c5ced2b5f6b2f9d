import type { Said } from '#features/plan-reading/index.ts'
import { formatDate } from '#ui/date.ts'

/** What a person and a file can both say: a day of doing belongs to being done. */
const parts = {
  title: { label: 'the title', of: ({ title }: Said) => title },
  due_on: { label: 'the day', of: ({ due_on }: Said) => (due_on ? formatDate(due_on) : 'no day') },
  done: {
    label: 'how it stands',
    of: ({ is_done, done_on }: Said) =>
      is_done ? (done_on ? `done on ${formatDate(done_on)}` : 'done') : 'to do',
  },
} as const
type Part = keyof typeof parts
const partNames = Object.keys(parts) as Part[]

const isSame = (part: Part, a: Said, b: Said) => parts[part].of(a) === parts[part].of(b)

const withPart = (said: Said, part: Part, from: Said): Said => {
  if (part === 'title') return { ...said, title: from.title }
  if (part === 'due_on') return { ...said, due_on: from.due_on }
  return { ...said, is_done: from.is_done, done_on: from.done_on }
}

/** What changes, and what is kept as a person said it here, in words. */
export type Merged = { said: Said; changes: string[]; kept: string[] }

/**
 * What is to stand of a milestone when its file says something: what the file has changed since it came last, unless a
 * person has said otherwise here. `before` is what the file said last; null where it has not spoken of it yet.
 */
export function mergeSaid(here: Said, before: Said | null, file: Said): Merged {
  const merged: Merged = { said: here, changes: [], kept: [] }
  for (const part of partNames) {
    const { label, of } = parts[part]
    if (isSame(part, here, file) || (before && isSame(part, before, file))) continue
    const isUntouched = before
      ? isSame(part, here, before)
      : (part === 'due_on' && here.due_on === null) || (part === 'done' && !here.is_done)
    if (isUntouched) {
      merged.said = withPart(merged.said, part, file)
      merged.changes.push(`${label}: ${of(here)} becomes ${of(file)}`)
    } else merged.kept.push(`${label} stays ${of(here)}, as it was written here; the file says ${of(file)}`)
  }
  return merged
}
