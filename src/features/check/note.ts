import { webAddress } from '#plumbing/web-address.ts'
import { closenessWords } from '#ui/closeness.tsx'
import { formatDate, formatMoment } from '#ui/date.ts'
import { formatCount } from '#ui/money.ts'
import { type Answer, type AnswerRow, countedGroups, groups } from './check.ts'
import { reasonInWords } from './reason.ts'

type NoteEntry = {
  title: string
  address: string
  facts: string
  text: string
  why: string
  source: string
  sourceAddress?: string
}

/** A prior-work note, before it becomes a page, Markdown or a Word file. Addresses are whole. */
export type Note = {
  title: string
  summary: string
  facts: { label: string; value: string }[]
  sections: { title: string; says: string; entries: NoteEntry[] }[]
  limits: string[]
  address: string
}

function entryOf(row: AnswerRow, baseUrl: string): NoteEntry {
  const who = [
    row.organisation?.name,
    row.with.length > 0 && `with ${row.with.map(({ name }) => name).join(', ')}`,
  ]
    .filter(Boolean)
    .join(' ')
  return {
    title: row.title,
    address: baseUrl + row.url,
    facts: [who, ...row.meta, row.outcome].filter(Boolean).join(' · '),
    text: row.text,
    why: `${closenessWords[row.closeness]}. ${reasonInWords(row.reason)}`.trim(),
    source: `${row.source.name}, ${formatDate(row.source.asOf)}`,
    sourceAddress: row.source.url && webAddress(row.source.url),
  }
}

/** The answer as a note for a business case. `path` is where the answer can be opened again. */
export function noteOf(answer: Answer, path: string, baseUrl: string): Note {
  const found = countedGroups(answer.groups)
  const asked = formatMoment(answer.askedAt)
  const looked = answer.looked.map(({ label, count }) => `${formatCount(count)} ${label}`).join(', ')
  return {
    title: 'Prior-work note',
    summary: `Pipeline held ${found || 'nothing'} close to this problem on ${asked}.`,
    facts: [
      { label: 'Problem', value: answer.problem },
      ...(answer.council ? [{ label: 'Council', value: answer.council.name }] : []),
      ...(answer.service ? [{ label: 'Service', value: answer.service.name }] : []),
      { label: 'Looked up', value: asked },
      { label: 'What was looked at', value: looked },
    ],
    sections: answer.groups.map(({ name, rows }) => ({
      title: groups[name].title,
      says: groups[name].says,
      entries: rows.map(row => entryOf(row, baseUrl)),
    })),
    limits: [
      'Records were compared by their words. The same problem in quite other words may be missing.',
      'Pipeline holds part of what councils do: what was published, and what organisations have told it.',
      'Closeness is a hint. Read the record, and ask the organisation, before you rely on it.',
    ],
    address: baseUrl + path,
  }
}
