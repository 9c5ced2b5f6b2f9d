import { fewestForShares, standingOf, wouldMoves } from './system.ts'
import type { ShownSystem } from './system-queries.ts'

/** What those who run a product say of it; null until enough have said it, so that nobody stands out. */
export type Opinions = {
  satisfaction: { average: number; of: number } | null
  wouldMove: { yes: number; maybe: number; no: number; of: number } | null
}

export function opinionsIn(systems: ShownSystem[]): Opinions {
  const own = systems.filter(system => standingOf(system) === 'confirmed')
  const said = own.flatMap(({ satisfaction }) => satisfaction ?? [])
  const moves = own.flatMap(({ would_move }) => would_move ?? [])
  const [yes, maybe, no] = wouldMoves.map(each => moves.filter(move => move === each).length)
  return {
    satisfaction:
      said.length < fewestForShares
        ? null
        : { average: said.reduce((sum, each) => sum + each, 0) / said.length, of: said.length },
    wouldMove:
      moves.length < fewestForShares ? null : { yes: yes!, maybe: maybe!, no: no!, of: moves.length },
  }
}

/** Those whose contract ends from this day on, the next end first. */
export const endingIn = (systems: ShownSystem[], today: string): ShownSystem[] =>
  systems
    .filter(({ ends_on, state }) => ends_on !== null && ends_on >= today && state !== 'not-used')
    .toSorted((a, b) => (a.ends_on! < b.ends_on! ? -1 : a.ends_on! > b.ends_on! ? 1 : 0))
