import { type Json, listIn, objectIn, textOfValue, textsIn } from './json-values.ts'
import type { ReadContract } from './read-contract.ts'
import { readDay } from './read-day.ts'
import { lastDayAfter, laterBy, lengthOf, readExtensionInWords } from './read-length.ts'

type Times = Pick<ReadContract, 'startsOn' | 'endsOn' | 'isOpenEnded' | 'extendsTo' | 'extension'> & {
  remarks: string[]
}

/** What a release says of one contract: the award, the contract that was signed on it, and the lots that it is about. */
export type AwardParts = { award: Json; contract: Json; lots: Json[]; tender: Json; isAmended: boolean }

const dayIn = (value: unknown, side: 'start' | 'end') => readDay(textOfValue(value) ?? '', { side })

/** When the contract of an award runs: as awarded, else as signed, else as the tender said. An amendment goes before. */
export function timesOf({ award, contract, lots, tender, isAmended }: AwardParts): Times {
  const awarded = objectIn(award.contractPeriod)
  const signed = objectIn(contract.period)
  const own = isAmended ? [signed, awarded] : [awarded, signed]
  const asked = [...lots.map(lot => objectIn(lot.contractPeriod)), objectIn(tender.contractPeriod)]
  const remarks: string[] = []
  const isForeseen = { start: false, end: false }
  const pick = (field: string, side: 'start' | 'end') => {
    const found = own.map(period => dayIn(period[field], side)).find(said => said.day ?? said.isOpenEnded)
    if (found) return found
    const early = asked.map(period => dayIn(period[field], side)).find(said => said.day ?? said.isOpenEnded)
    if (early) remarks.push(`${side}: as the tender said`)
    isForeseen[side] = early !== undefined
    return early
  }
  const start = pick('startDate', 'start')
  const signedOn = dayIn(contract.dateSigned, 'start').day
  const end = pick('endDate', 'end')
  let [startsOn, endsOn] = [start?.day, end?.day]
  const days = [...own, ...asked]
    .map(period => Number(period.durationInDays))
    .find(days => days > 0 && days < 36_500)
  if (!endsOn && !end?.isOpenEnded && days) {
    if (!startsOn && signedOn) {
      startsOn = signedOn
      remarks.push('start: the day on which it was signed')
    }
    if (startsOn) {
      endsOn = lastDayAfter(startsOn, lengthOf(days, 'days'))
      if (endsOn) remarks.push(`end: counted from the start and ${days} days`)
    }
  }
  // What the tender foresaw gives way to what was awarded.
  const isTooSoon = startsOn !== undefined && endsOn !== undefined && endsOn < startsOn
  if (isTooSoon && isForeseen.start === isForeseen.end) remarks.push('ends before it starts')
  else if (isTooSoon) {
    const [side, day] = isForeseen.start ? ['start', startsOn] : ['end', endsOn]
    remarks.push(`${side}: the tender’s, ${day}, does not fit the award; it is left out`)
    if (isForeseen.start) startsOn = undefined
    else endsOn = undefined
  }
  for (const said of [start, end]) remarks.push(...(said?.remarks ?? []))
  const extended = extensionOf({ award, contract, lots, tender }, [...own, ...asked], endsOn)
  return { startsOn, endsOn, isOpenEnded: Boolean(end?.isOpenEnded), ...extended, remarks }
}

function extensionOf(
  { award, contract, lots, tender }: Omit<AwardParts, 'isAmended'>,
  periods: Json[],
  endsOn: string | undefined,
): Pick<Times, 'extendsTo' | 'extension'> {
  const holders = [contract, award, ...lots, tender]
  const words = holders
    .flatMap(one => [
      textOfValue(objectIn(one.renewal).description),
      textOfValue(one.extensionDescription),
      textOfValue(objectIn(one.options).description),
    ])
    .find(text => text !== undefined)
  const latest = periods.flatMap(
    period => dayIn(period.maxExtentDate ?? period.maxExtent, 'end').day ?? [],
  )[0]
  const length = words ? readExtensionInWords(words) : undefined
  const extendsTo = latest ?? (length && endsOn ? laterBy(endsOn, length) : undefined)
  const isLater = extendsTo !== undefined && (endsOn === undefined || extendsTo > endsOn)
  const hasExtension = holders.some(
    one => one.hasRenewal === true || one.hasExtensions === true || one.hasOptions === true,
  )
  const extension = words ?? (hasExtension && !isLater ? 'can be extended' : undefined)
  return { ...(isLater && { extendsTo }), ...(extension && { extension }) }
}

/** The lots that an award is about; the only lot where it names none. */
export function lotsOf(tender: Json, award: Json): Json[] {
  const lots = listIn(tender.lots)
  const related = new Set(textsIn(award.relatedLots))
  return lots.filter(
    (lot, _, all) => related.has(textOfValue(lot.id) ?? '') || (related.size === 0 && all.length === 1),
  )
}
