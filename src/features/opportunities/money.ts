import { type CostBand, costBands } from '#features/problems/index.ts'
import { formatMoney } from '#ui/money.ts'

/** Pounds; without `to` there is no upper end. */
export type Range = { from: number; to: number | null }

const ranges: Record<CostBand, Range> = {
  'under-10k': { from: 0, to: 10_000 },
  '10k-50k': { from: 10_000, to: 50_000 },
  '50k-250k': { from: 50_000, to: 250_000 },
  '250k-1m': { from: 250_000, to: 1_000_000 },
  'over-1m': { from: 1_000_000, to: null },
}

/** What it costs all of them a year: the sum of the bands, of each organisation the highest it gave. */
export function sumOfBands(given: { organisationId: string; cost: CostBand | null }[]): Range | null {
  const highest = new Map<string, CostBand>()
  for (const { organisationId, cost } of given) {
    const before = highest.get(organisationId)
    if (cost && (!before || costBands.indexOf(cost) > costBands.indexOf(before)))
      highest.set(organisationId, cost)
  }
  if (highest.size === 0) return null
  return [...highest.values()]
    .map(band => ranges[band])
    .reduce((sum, { from, to }) => ({
      from: sum.from + from,
      to: sum.to === null || to === null ? null : sum.to + to,
    }))
}

export function sayRange({ from, to }: Range): string {
  if (to === null) return `${formatMoney(from)} or more`
  if (from === to) return formatMoney(from)
  return from === 0 ? `Up to ${formatMoney(to)}` : `${formatMoney(from)} to ${formatMoney(to)}`
}
