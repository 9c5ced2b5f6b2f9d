import type { AdoptionSaid, CostBand } from './adoption.ts'
import { costBands } from './adoption-form.ts'

/** The middle of some numbers as a whole one, and how many there are; undefined of none. */
export function middleOf(
  numbers: number[],
): { middle: number; least: number; most: number; count: number } | undefined {
  if (numbers.length === 0) return undefined
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const middle = sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2
  return { middle: Math.round(middle), least: sorted[0]!, most: sorted.at(-1)!, count: sorted.length }
}

/** The middle of some bands, the lower one where two stand there. */
export function middleBand(bands: CostBand[]): { band: CostBand; count: number } | undefined {
  if (bands.length === 0) return undefined
  const sorted = bands.toSorted((a, b) => costBands.indexOf(a) - costBands.indexOf(b))
  return { band: sorted[Math.floor((sorted.length - 1) / 2)]!, count: sorted.length }
}

/** What it took those who took it on: those who only look at it know nothing of that yet. */
export function effortOf(adoptions: Pick<AdoptionSaid, 'state' | 'days' | 'cost'>[]) {
  const tried = adoptions.filter(({ state }) => state !== 'looking')
  return {
    days: middleOf(tried.flatMap(({ days }) => days ?? [])),
    cost: middleBand(tried.flatMap(({ cost }) => cost ?? [])),
  }
}
