/** What two councils are compared by. Shares are of people, 0 to 1; decile 1 is the most deprived tenth. */
export type CouncilFigures = {
  id: string
  population: number | null
  areaKm2: number | null
  deprivationDecile: number | null
  shareUrban: number | null
}

/** `distance`: 0 is the same in every figure, 1 is about as different as two councils of this type usually are. */
export type LikeCouncil<Council> = Council & { distance: number }

const measures: ((council: CouncilFigures) => number | null)[] = [
  // By ratio: 50,000 and 100,000 people are as far apart as 500,000 and a million.
  ({ population }) => (population ? Math.log(population) : null),
  council => {
    const density = peoplePerKm2(council)
    return density ? Math.log(density) : null
  },
  ({ deprivationDecile }) => deprivationDecile,
  ({ shareUrban }) => shareUrban,
]

const fewestShared = 3

export const peoplePerKm2 = ({ population, areaKm2 }: Pick<CouncilFigures, 'population' | 'areaKm2'>) =>
  population && areaKm2 ? population / areaKm2 : null

/**
 * The `count` councils nearest to one in population, density, deprivation and rurality, each figure measured in
 * standard deviations of the group. Figures that either side lacks are left out; with fewer than three in common
 * a council is not compared.
 */
export function nearestCouncils<Council extends CouncilFigures>(
  council: Council,
  group: Council[],
  count: number,
): LikeCouncil<Council>[] {
  const others = group.filter(({ id }) => id !== council.id)
  const spreads = measures.map(measure => standardDeviation([council, ...others].map(measure)))
  const distance = (other: Council) => {
    const gaps = measures.flatMap((measure, at) => {
      const [own, theirs] = [measure(council), measure(other)]
      return own === null || theirs === null ? [] : [spreads[at] ? (own - theirs) / spreads[at] : 0]
    })
    return gaps.length < fewestShared ? null : Math.sqrt(mean(gaps.map(gap => gap * gap)))
  }
  return others
    .flatMap(other => {
      const far = distance(other)
      return far === null ? [] : [{ ...other, distance: far }]
    })
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .slice(0, count)
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function standardDeviation(values: (number | null)[]): number {
  const known = values.filter(value => value !== null)
  if (known.length < 2) return 0
  const centre = mean(known)
  return Math.sqrt(mean(known.map(value => (value - centre) ** 2)))
}
