import { type Json, objectIn, textOfValue } from './json-values.ts'
import { readMoney } from './read-money.ts'
import type { AwardParts } from './release-times.ts'
import { remarkedIfNegative } from './row-value.ts'

/** What an award is worth: as awarded, else as signed, else, of the only one, as the tender said. */
export function awardValue(
  { award, contract, tender, isAmended }: AwardParts,
  isOnly: boolean,
): { pounds?: number; remarks: string[] } {
  const awarded = objectIn(award.value)
  const signed = objectIn(contract.value)
  const own = (isAmended ? [signed, awarded] : [awarded, signed]).find(says)
  if (own) return poundsIn(own)
  const asked = isOnly ? [objectIn(tender.value), objectIn(tender.minValue)].find(says) : undefined
  if (!asked) return { remarks: [] }
  const { pounds, remarks } = poundsIn(asked)
  return { pounds, remarks: [...remarks, 'value: as the tender said'] }
}

const says = (value: Json) => textOfValue(value.amount ?? value.amountGross) !== undefined

function poundsIn(value: Json): { pounds?: number; remarks: string[] } {
  const currency = textOfValue(value.currency)?.toUpperCase()
  const { pounds, remarks } = readMoney(textOfValue(value.amount ?? value.amountGross) ?? '')
  if (currency && currency !== 'GBP') return { remarks: [`value: in ${currency}, not in pounds`] }
  return remarkedIfNegative({
    pounds,
    remarks: [
      ...remarks,
      ...(currency ? [] : ['value: its currency is not said; it is taken as pounds']),
      ...(value.amount === undefined ? ['value: with VAT'] : []),
    ],
  })
}
