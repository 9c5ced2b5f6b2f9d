import { countOf, formatMoney } from '#ui/money.ts'

/** What a contract is worth in all, and from when to when it runs; 'YYYY-MM-DD'. */
export type Valued = { valuePounds: number | null; startsOn: string | null; endsOn: string | null }

const daysOfYear = 365.25
const dayInMs = 86_400_000

/** By the year in pounds; a contract of less than a year is worth no more a year than it is in all. Null where its length is not known. */
export function yearlyOf({ valuePounds, startsOn, endsOn }: Valued): number | null {
  if (valuePounds === null || startsOn === null || endsOn === null || endsOn < startsOn) return null
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / dayInMs + 1
  return valuePounds / Math.max(1, days / daysOfYear)
}

const sum = (pounds: number[]) => Math.round(pounds.reduce((all, value) => all + value, 0))

function sayKnown(known: number, all: number): string {
  if (known < all) return `${known} of ${countOf(all, 'contract')}`
  if (all === 1) return 'the contract'
  return all === 2 ? 'both contracts' : `all ${countOf(all, 'contract')}`
}

/** "£42,000 a year together, by what registers say of 2 of 5 contracts"; null where no value is known. */
export function sayWorth(contracts: Valued[]): string | null {
  const valued = contracts.filter(({ valuePounds }) => valuePounds !== null)
  if (valued.length === 0) return null
  const yearly = valued.flatMap(contract => yearlyOf(contract) ?? [])
  const rest = valued.filter(contract => yearlyOf(contract) === null)
  const inAll = formatMoney(sum(rest.map(({ valuePounds }) => valuePounds!)))
  const by = `by what registers say of ${sayKnown(valued.length, contracts.length)}`
  if (yearly.length === 0) return `${inAll} in all, over the whole of each contract, ${by}`
  const year = `${formatMoney(sum(yearly))} a year${yearly.length > 1 ? ' together' : ''}`
  if (rest.length === 0) return `${year}, ${by}`
  return `${year}, and ${inAll} in all for ${countOf(rest.length, 'contract')} whose first day is not known, ${by}`
}
