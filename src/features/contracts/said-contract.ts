import { screenTexts } from '#features/moderation/index.ts'
import { cleanText } from '#plumbing/form.ts'
import { anIndividual, isRedacted } from './individuals.ts'
import type { ReadContract } from './read-contract.ts'
import type { ServicePhrases } from './service-words.ts'
import type { ContractTable } from './tables.ts'

/** What a statement says of a contract, named as the columns that show it. */
export type SaidContract = Pick<
  ContractTable,
  | 'title'
  | 'description'
  | 'reference'
  | 'ocid'
  | 'supplier_as_published'
  | 'service_id'
  | 'service_as_published'
  | 'service_from'
  | 'cpv'
  | 'procurement'
  | 'starts_on'
  | 'ends_on'
  | 'is_open_ended'
  | 'extends_to'
  | 'extension_as_published'
  | 'value_pounds'
>

export const most = { title: 300, description: 3000, words: 300, reference: 100 }
const mostPounds = 999_999_999_999

const oneLine = (text: string | undefined, length: number): string | null => {
  const clean = cleanText(text ?? '').replace(/\s+/g, ' ')
  return (clean.length > length ? `${clean.slice(0, length - 1).trimEnd()}…` : clean) || null
}

/** A reference that tells contracts apart; "N/A", "tbc" and "-" tell nothing. */
const referenceOf = (text: string | undefined) => {
  const clean = oneLine(text, most.reference)
  return clean &&
    /[\p{L}\d]/u.test(clean) &&
    !/^(n\/?a|none|tbc|tba|unknown|not applicable|nil|0+)$/i.test(clean)
    ? clean
    : null
}

// A register is public, and a contact or case in its free words is still somebody's.
const leftOut = new Set(['name-and-phone', 'email', 'birth', 'national-insurance', 'nhs', 'bank'])
const gap = '[left out]'

/** The text without contacts and numbers of people, and whether it held any. */
function withoutPersonal(text: string | null): { text: string | null; isCut: boolean } {
  const words = screenTexts([{ field: 'text', label: '', text }])
    .filter(({ kind }) => leftOut.has(kind))
    .map(({ words }) => words)
  const cut = words.reduce<string | null>((rest, personal) => rest?.replaceAll(personal, gap) ?? null, text)
  return { text: cut, isCut: words.length > 0 }
}

/** The same with the name of a supplier who is a person left out wherever it stands. */
export function withoutName(said: SaidContract, name: string): SaidContract {
  const cut = (text: string) => text.replace(new RegExp(name.replace(/[^\p{L}\d\s]/gu, '\\$&'), 'gi'), gap)
  return {
    ...said,
    supplier_as_published: anIndividual,
    title: cut(said.title),
    description: said.description === null ? null : cut(said.description),
  }
}

/**
 * The day on which a notice was published; null for the rows of a register, which says all of them on its own day, whenever
 * each was last touched.
 */
export const statedOn = (format: 'register' | 'ocds', read: ReadContract): string | null =>
  format === 'ocds' ? (read.statedOn ?? null) : null

/** What a row of a file says, as it is kept: its words shortened, what is about people left out, its service by its title or code. */
export function saidFrom(
  read: ReadContract,
  services: ServicePhrases,
): { said: SaidContract; remarks: string[] } {
  const title = withoutPersonal(oneLine(read.title, most.title))
  const description = withoutPersonal(oneLine(read.description, most.description))
  const supplier = oneLine(read.supplier?.name, most.words)
  const service = services.find(read.title, read.cpv)
  const { valuePounds: pounds, startsOn = null, endsOn = null } = read
  const isTooMuch = pounds !== undefined && Math.abs(pounds) > mostPounds
  const said: SaidContract = {
    title: title.text ?? 'Untitled',
    description: description.text === title.text ? null : description.text,
    reference: referenceOf(read.reference),
    ocid: oneLine(read.ocid, most.reference),
    supplier_as_published: supplier && isRedacted(supplier) ? anIndividual : supplier,
    service_id: service?.id ?? null,
    service_from: service?.from ?? null,
    service_as_published: oneLine(read.department ?? read.category, most.words),
    cpv: oneLine(read.cpv, most.words),
    procurement: oneLine(read.procedure, most.words),
    starts_on: startsOn,
    ends_on: read.isOpenEnded ? null : endsOn,
    is_open_ended: read.isOpenEnded,
    extends_to: read.extendsTo ?? null,
    extension_as_published: oneLine(read.extension, most.words),
    value_pounds: pounds === undefined || isTooMuch ? null : Math.round(pounds * 100) / 100,
  }
  return {
    said,
    remarks: [
      (title.isCut || description.isCut) && 'holds a contact or number of a person, which is left out',
      isTooMuch && 'gives an amount that cannot be one; it is left out',
    ].filter(remark => remark !== false),
  }
}
