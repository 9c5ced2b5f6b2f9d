import type { ReadContract } from '#features/contract-reading/index.ts'
import { cleanText } from '#plumbing/form.ts'
import { anIndividual, isRedacted } from './individuals.ts'
import { gap, withoutNamed, withoutPersonal } from './left-out.ts'
import type { ServiceChoices } from './service-queries.ts'
import { type ContractWords, type ServicePhrases, titleKey } from './service-words.ts'
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
  // Signs that turn the order of what follows, or are not seen, would let a text be read as another.
  const seen = (text ?? '').replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
  const clean = cleanText(seen).replace(/\s+/g, ' ')
  // Cut between the two halves of a character, the database would refuse it.
  return (
    (clean.length > length
      ? `${clean
          .slice(0, length - 1)
          .trimEnd()
          .toWellFormed()}…`
      : clean) || null
  )
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

/**
 * The day on which a notice was published; null for the rows of a register, which says all of them on its own day, whenever
 * each was last touched.
 */
export const statedOn = (format: 'register' | 'ocds', read: ReadContract): string | null =>
  format === 'ocds' ? (read.statedOn ?? null) : null

/** The same with the name of a supplier who is a person left out wherever it stands. */
export function withoutName(said: SaidContract, name: string): SaidContract {
  const names = [name, said.supplier_as_published ?? name]
  const cut = <Text extends string | null>(text: Text) => text && (withoutNamed(text, names) as Text)
  return {
    ...said,
    supplier_as_published: anIndividual,
    title: cut(said.title),
    description: cut(said.description),
    reference: cut(said.reference),
    service_as_published: cut(said.service_as_published),
    cpv: cut(said.cpv),
    procurement: cut(said.procurement),
    extension_as_published: cut(said.extension_as_published),
  }
}

const contactWord =
  /[\s,;:(/-]+(?:attn|att|c\/o|call|contact|e-?mail|f\.?a\.?o|mob|mobile|on|phone|ring|tel|telephone)\b.*$/i

/** A supplier's name up to a contact that stands in it; "An individual" where nothing else does. */
function supplierSaid(text: string | undefined): string | null {
  const name = oneLine(text, most.words)
  if (!name || isRedacted(name)) return name && anIndividual
  const cut = withoutPersonal(name)
  if (!cut.isCut) return name
  const bare = cut.text!.slice(0, cut.text!.indexOf(gap)).replace(contactWord, '')
  return bare.replace(/[^\p{L}\d.)]+$/u, '') || anIndividual
}

const isDay = (day: string | null) => day === null || /^(?:19|2[01])\d\d-\d\d-\d\d$/.test(day)

/** Why a contract cannot be kept, in words for whoever brought the file; null where it can. */
export const refusalOf = ({ starts_on, ends_on, extends_to }: SaidContract): string | null =>
  [starts_on, ends_on, extends_to].every(isDay) ? null : 'gives a day before 1900 or after 2199'

/** The service that a contract is for: what its organisation once said of this title, else what its words and code tell. */
function serviceOf(
  words: ContractWords,
  services: ServicePhrases,
  choices: ServiceChoices | undefined,
): Pick<SaidContract, 'service_id' | 'service_from'> {
  const chosen = choices?.get(titleKey(words.title))
  if (chosen !== undefined) return { service_id: chosen, service_from: 'council' }
  const found = services.find(words)
  return { service_id: found?.id ?? null, service_from: found?.from ?? null }
}

/**
 * What a row of a file says, as it is kept: its words shortened, what is about people left out, and the service that it is
 * for. `choices`: what its organisation said of titles before.
 */
export function saidFrom(
  read: ReadContract,
  services: ServicePhrases,
  choices?: ServiceChoices,
): { said: SaidContract; remarks: string[] } {
  let isCut = false
  const words = (text: string | undefined, length: number = most.words) => {
    const screened = withoutPersonal(oneLine(text, length))
    isCut ||= screened.isCut
    return screened.text
  }
  const title = words(read.title, most.title)
  const description = words(read.description, most.description)
  const reference = referenceOf(words(read.reference, most.reference) ?? undefined)
  const supplier = supplierSaid(read.supplier?.name)
  isCut ||= supplier !== anIndividual && supplier !== oneLine(read.supplier?.name, most.words)
  const department = words(read.department ?? read.category)
  const cpv = words(read.cpv)
  const { valuePounds: pounds, startsOn = null, endsOn = null } = read
  const isTooMuch = pounds !== undefined && Math.abs(pounds) > mostPounds
  const said: SaidContract = {
    title: title ?? 'Untitled',
    description: description === title ? null : description,
    reference: reference?.includes(gap) ? null : reference,
    ocid: oneLine(read.ocid, most.reference),
    supplier_as_published: supplier,
    ...serviceOf({ title: title ?? '', description, cpv }, services, choices),
    service_as_published: department,
    cpv,
    procurement: words(read.procedure),
    starts_on: startsOn,
    ends_on: read.isOpenEnded ? null : endsOn,
    is_open_ended: read.isOpenEnded,
    extends_to: read.extendsTo ?? null,
    extension_as_published: words(read.extension),
    value_pounds: pounds === undefined || pounds < 0 || isTooMuch ? null : Math.round(pounds * 100) / 100,
  }
  return {
    said,
    remarks: [
      isCut && 'holds a contact or number of a person, which is left out',
      isTooMuch && 'gives an amount that cannot be one; it is left out',
    ].filter(remark => remark !== false),
  }
}
