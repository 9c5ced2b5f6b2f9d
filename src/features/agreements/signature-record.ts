import { createHash } from 'node:crypto'
import { normalLine } from './canonical-text.ts'

/** What lets someone sign for an organisation. */
export const authorities = ['delegated', 'committee', 'chief-officer', 'other'] as const
export type Authority = (typeof authorities)[number]

export const authorityLabels: Record<Authority, string> = {
  delegated: 'Delegated authority',
  committee: 'Decision of cabinet, council or a committee',
  'chief-officer': 'Power of a chief officer',
  other: 'Other authority',
}

/** One organisation's signature. docs/agreements.md describes its text. */
export type SignatureRecord = {
  /** SHA-256 of the text that is signed. */
  agreement: string
  version: number
  number: number
  /** SHA-256 of the record of the signature before; of the text where this is the first. */
  before: string
  organisation: string
  identifier: string
  name: string
  role: string
  authority: string
  reference: string
  statement: string
  /** In UTC, as ISO 8601 has it. */
  time: string
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const firstLine = 'Signature record, form 1'

// The order of the lines.
const lines: [keyof SignatureRecord, string][] = [
  ['agreement', 'Agreement'],
  ['version', 'Version'],
  ['number', 'Number'],
  ['before', 'Before'],
  ['organisation', 'Organisation'],
  ['identifier', 'Identifier'],
  ['name', 'Name'],
  ['role', 'Role'],
  ['authority', 'Authority'],
  ['reference', 'Reference'],
  ['statement', 'Statement'],
  ['time', 'Time'],
]

export const mayI = (organisation: string) => `I may sign for ${organisation}`

/** The text of a record: a line for each part, whatever a person typed kept to its line. */
export const writeRecord = (record: SignatureRecord): string =>
  [firstLine, ...lines.map(([key, label]) => `${label}: ${normalLine(String(record[key]))}`), ''].join('\n')

/** A record as {@link writeRecord} wrote it; null for any other text. */
export function readRecord(text: string): SignatureRecord | null {
  const found = text.split('\n')
  const read: Record<string, string | number> = {}
  lines.forEach(([key, label], at) => {
    const line = found[at + 1] ?? ''
    if (line.startsWith(`${label}: `)) read[key] = line.slice(label.length + 2)
  })
  const record = { ...read, version: Number(read.version), number: Number(read.number) } as SignatureRecord
  return lines.every(([key]) => key in read) && writeRecord(record) === text ? record : null
}
