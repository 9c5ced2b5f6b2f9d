import { type Json, listIn, objectIn, textOfValue, textsIn } from './json-values.ts'
import type { ReadContract } from './read-contract.ts'
import { readDay } from './read-day.ts'
import { buyerOf, suppliersOf } from './release-parties.ts'
import { type AwardParts, lotsOf, timesOf } from './release-times.ts'
import { awardValue } from './release-value.ts'

export type ReadAward = { row: ReadContract; remarks: string[] } | { refusal: string; read?: unknown }

/** Each award is looked up among all contracts, lots and parties: so many of each, and no more. */
const entriesAtMost = 1000

const undecided: Record<string, string> = {
  pending: 'is not decided yet',
  cancelled: 'was cancelled',
  unsuccessful: 'was unsuccessful',
}

/** The contracts of one release: one for each award, with what was signed on it. One without an award gives a refusal. */
export function readRelease(release: Json): ReadAward[] {
  const tender = objectIn(release.tender)
  const awards = listIn(release.awards)
  const contracts = listIn(release.contracts)
  const lists = [awards, contracts, listIn(tender.lots), listIn(release.parties)]
  if (lists.some(({ length }) => length > entriesAtMost)) {
    const refusal = `has more than ${entriesAtMost} awards, contracts, lots or parties`
    return [{ refusal, read: summary({ ...release, parties: [] }) }]
  }
  const pairs = pair(awards, contracts)
  if (pairs.length === 0) return [{ refusal: withoutAward(release, tender), read: summary(release) }]
  const isAmended = textsIn(release.tag).some(tag => /^contract(?:Amendment|Update)$/.test(tag))
  return pairs.map(({ award, contract }) => {
    const status = textOfValue(award.status) ?? ''
    const read = { ...summary(release), award: textOfValue(award.id) }
    if (undecided[status]) return { refusal: `its award ${undecided[status]}`, read }
    if (textOfValue(contract.status) === 'cancelled') return { refusal: 'its contract was cancelled', read }
    const parts = { award, contract, lots: lotsOf(tender, award), tender, isAmended }
    return readAward(release, parts, pairs.length === 1)
  })
}

/** Each award with each contract that names it, and contracts that name none. */
function pair(awards: Json[], contracts: Json[]): { award: Json; contract: Json }[] {
  const [onlyAward, ...moreAwards] = awards
  const [onlyContract, ...moreContracts] = contracts
  if (onlyAward && onlyContract && moreAwards.length + moreContracts.length === 0)
    return [{ award: onlyAward, contract: onlyContract }]
  const ofAward = (award: Json) =>
    contracts.filter(
      contract => textOfValue(contract.awardID) === textOfValue(award.id) && award.id !== undefined,
    )
  const used = new Set(awards.flatMap(ofAward))
  return [
    ...awards.flatMap(award => {
      const own = ofAward(award)
      return own.length > 0 ? own.map(contract => ({ award, contract })) : [{ award, contract: {} }]
    }),
    ...contracts.filter(contract => !used.has(contract)).map(contract => ({ award: {}, contract })),
  ]
}

function withoutAward(release: Json, tender: Json): string {
  const status = textOfValue(tender.status) ?? ''
  if (/^(?:cancelled|unsuccessful|withdrawn)$/.test(status)) return `no award: the procurement was ${status}`
  return textsIn(release.tag).some(tag => tag.startsWith('planning')) && !release.tender
    ? 'no award yet: it is only planned'
    : 'no award yet'
}

function readAward(release: Json, parts: AwardParts, isOnly: boolean): ReadAward {
  const { award, contract, lots, tender } = parts
  const title = titleOf(parts, isOnly)
  if (!title) return { refusal: 'does not say what the contract is about', read: summary(release) }
  const [supplier, ...others] = suppliersOf(release, award, isOnly)
  const { remarks: timeRemarks, ...times } = timesOf(parts)
  const value = awardValue(parts, isOnly)
  const description = [contract, award, ...lots, tender].flatMap(one => textOfValue(one.description) ?? [])[0]
  const ocid = textOfValue(release.ocid)
  return {
    row: {
      buyer: buyerOf(release),
      reference: textOfValue(tender.id),
      ocid,
      title,
      description: description === title ? undefined : description,
      supplier,
      ...times,
      valuePounds: value.pounds,
      cpv: cpvOf(parts),
      procedure: textOfValue(tender.procurementMethodDetails) ?? textOfValue(tender.procurementMethod),
      category: textOfValue(tender.mainProcurementCategory),
      url: addressOf(release, parts),
      statedOn: readDay(textOfValue(release.date) ?? '', { side: 'start' }).day,
      raw: rawOf(release, parts),
    },
    remarks: [
      ...(ocid ? [] : ['has no ocid']),
      ...(others.length > 0 ? [`supplier: with ${others.map(({ name }) => name).join('; ')}`] : []),
      ...timeRemarks,
      ...value.remarks,
      ...(textOfValue(contract.status) === 'terminated' ? ['the contract was terminated'] : []),
    ],
  }
}

/** Its own title; one that says little, such as "Lot 2", follows the tender's. */
function titleOf({ award, contract, lots, tender }: AwardParts, isOnly: boolean): string | undefined {
  const whole = textOfValue(tender.title)
  const own = textOfValue(contract.title) ?? textOfValue(award.title)
  const lot = isOnly ? undefined : lots.flatMap(one => textOfValue(one.title) ?? [])[0]
  const part = own ?? lot
  if (!part || !whole || part === whole) return part ?? whole
  const saysLittle = part.length < 12 || /^lot\b/i.test(part) || part === lot
  return saysLittle && !part.includes(whole) ? `${whole}: ${part}` : part
}

function cpvOf({ award, lots, tender }: AwardParts): string | undefined {
  const items = [...listIn(award.items), ...lots.flatMap(lot => listIn(lot.items)), ...listIn(tender.items)]
  const found = [objectIn(tender.classification), ...items.map(item => objectIn(item.classification))].find(
    ({ scheme }) => textOfValue(scheme)?.toUpperCase() === 'CPV',
  )
  return /\d{8}/.exec(textOfValue(found?.id) ?? '')?.[0]
}

function addressOf(release: Json, { award, contract, tender }: AwardParts): string | undefined {
  const documents = [award, contract, tender, release].flatMap(one => listIn(one.documents))
  const isNotice = (one: Json) => /notice/i.test(textOfValue(one.documentType) ?? '')
  const urls = [...documents.filter(isNotice).map(({ url }) => url), release.uri, release.url].flatMap(
    url => textOfValue(url) ?? [],
  )
  return urls.find(url => /^https?:\/\//i.test(url))
}

const summary = (release: Json) => ({
  ocid: textOfValue(release.ocid),
  id: textOfValue(release.id),
  date: textOfValue(release.date),
  title: textOfValue(objectIn(release.tender).title),
  buyer: buyerOf(release)?.name,
})

/** The parts that were read, as they stood. */
function rawOf(release: Json, { award, contract, tender }: AwardParts): Record<string, string> {
  const parts = {
    ocid: release.ocid,
    id: release.id,
    date: release.date,
    tag: release.tag,
    'award.id': award.id,
    'award.status': award.status,
    'award.contractPeriod': award.contractPeriod,
    'award.value': award.value,
    'award.suppliers': listIn(award.suppliers).map(({ name }) => name),
    'contract.id': contract.id,
    'contract.period': contract.period,
    'contract.value': contract.value,
    'tender.contractPeriod': tender.contractPeriod,
    'tender.value': tender.value,
  }
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]): [string, string][] =>
      part === undefined ? [] : [[name, typeof part === 'string' ? part : JSON.stringify(part)]],
    ),
  )
}
