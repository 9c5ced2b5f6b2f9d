import type { Party } from './clause.ts'

/** Hundredths of a per cent in the whole. */
const whole = 10_000

/** Per cent by weight, to two places, of exactly 100 in sum: what rounding leaves over goes where it cut off most. */
function sharesBy<Of>(of: Of[], weightOf: (one: Of) => number): number[] {
  const total = of.reduce((sum, one) => sum + weightOf(one), 0)
  const exact = of.map(one => (weightOf(one) / total) * whole)
  const shares = exact.map(Math.floor)
  const left = whole - shares.reduce((sum, share) => sum + share, 0)
  const byCut = exact
    .map((share, at) => ({ at, cut: share - shares[at]! }))
    .toSorted((a, b) => b.cut - a.cut || a.at - b.at)
  for (const { at } of byCut.slice(0, left)) shares[at]! += 1
  return shares.map(share => share / 100)
}

const byParty = (parties: Party[], shares: number[]) =>
  Object.fromEntries(parties.map(({ id }, at) => [id, shares[at]!]))

export const equalShares = (parties: Party[]) =>
  byParty(
    parties,
    sharesBy(parties, () => 1),
  )

/** Shares by the people who live there; null where that is not known of all. */
export const sharesByPopulation = (parties: Party[]) =>
  parties.length > 0 && parties.every(({ population }) => population)
    ? byParty(
        parties,
        sharesBy(parties, ({ population }) => population!),
      )
    : null
