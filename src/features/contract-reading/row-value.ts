import { monthsOf } from './calendar.ts'
import type { HeadingUnit } from './column-names.ts'
import { type MoneyContext, readMoney, type SaidMoney } from './read-money.ts'
import type { Times } from './row-times.ts'
import { plain } from './said-nothing.ts'

export type ValueCells = { value?: string; annualValue?: string }
export type ValueUnits = Partial<Record<'value' | 'annualValue', HeadingUnit>>

const monthsIn = { year: 12, month: 1, week: 12 / 52.18 } as const

/** What the whole contract is worth. An amount for a year counts as often as the contract has years. */
export function readValue(
  cells: ValueCells,
  units: ValueUnits,
  times: Pick<Times, 'startsOn' | 'endsOn' | 'isOpenEnded' | 'length'>,
): { pounds?: number; remarks: string[] } {
  return remarkedIfNegative(readTotal(cells, units, times))
}

/** What is less than nothing is a credit or an income: it is read, and is not what a contract is worth. */
export const remarkedIfNegative = ({ pounds, remarks }: { pounds?: number; remarks: string[] }) => ({
  pounds,
  remarks:
    pounds !== undefined && pounds < 0 ? [...remarks, 'value: less than nothing; it is not kept'] : remarks,
})

function readTotal(
  cells: ValueCells,
  units: ValueUnits,
  times: Pick<Times, 'startsOn' | 'endsOn' | 'isOpenEnded' | 'length'>,
): { pounds?: number; remarks: string[] } {
  const whole = readIn(cells.value, { factor: units.value?.factor, per: units.value?.per })
  if (whole.pounds !== undefined && !(whole.pounds === 0 && cells.annualValue)) return totalOf(whole, times)
  const annual = readIn(cells.annualValue, { factor: units.annualValue?.factor, per: 'year' })
  if (annual.pounds === undefined)
    return whole.pounds === undefined ? merged(whole, annual) : totalOf(whole, times)
  return totalOf(annual, times)
}

const readIn = (cell: string | undefined, context: MoneyContext): SaidMoney =>
  cell === undefined ? { remarks: [], isUnderstood: true } : readMoney(cell, context)

const labelled = (remarks: string[]) => remarks.map(remark => `value: ${remark}`)

const merged = (whole: SaidMoney, annual: SaidMoney) => ({
  remarks: labelled([...whole.remarks, ...annual.remarks]),
})

function totalOf(
  { pounds = 0, per, remarks }: SaidMoney,
  times: Pick<Times, 'startsOn' | 'endsOn' | 'length'>,
) {
  if (!per) return { pounds, remarks: labelled(remarks) }
  const months = monthsLasting(times)
  const amount = `£${pounds.toLocaleString('en-GB')} a ${per}`
  if (!months)
    return { pounds, remarks: labelled([...remarks, plain(`${amount}; for how long is not known`)]) }
  const total = Math.round((pounds * months * 100) / monthsIn[per]) / 100
  return { pounds: total, remarks: labelled([...remarks, `${amount} for ${roundedMonths(months)} months`]) }
}

function monthsLasting({
  startsOn,
  endsOn,
  length,
}: Pick<Times, 'startsOn' | 'endsOn' | 'length'>): number | undefined {
  if (startsOn && endsOn && endsOn > startsOn) return nearlyWhole(monthsOf(startsOn, endsOn))
  return length ? nearlyWhole(length.firm.months + length.firm.days / 30.4375) || undefined : undefined
}

/** 1 April to 1 April is a year as people count. */
const nearlyWhole = (months: number) =>
  Math.abs(months - Math.round(months)) < 0.05 ? Math.round(months) : months

const roundedMonths = (months: number) => Math.round(months * 10) / 10
