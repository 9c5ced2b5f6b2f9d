import { listProblemsById } from '#features/problems/index.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { type Offer, offerWords, type Saying, saidOfOne } from './stance.ts'
import { listStanding, listStandingOf, type StandingStance } from './standing-queries.ts'

const worth: Record<Saying, number> = {
  'have-it': 100,
  'fixed-it': 90,
  'tried-and-stopped': 70,
  'do-not-have-it': 0,
}
const worthOfOffer: Record<Offer, number> = { lead: 100, 'co-fund': 100, test: 80, share: 50 }

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

type Found = { of: number; says: string }

function strongest(stances: StandingStance[], titles: Map<string, string>): Found | null {
  const [best, ...others] = stances
    .filter(({ says, isLive }) => worth[says] > 0 && isLive)
    .toSorted((a, b) => worth[b.says] - worth[a.says])
  if (!best) return null
  const which = titles.size > 1 ? `: ${titles.get(best.problemId)}` : ''
  const more =
    others.length > 0
      ? `, and ${others.length === 1 ? 'another' : `${others.length} others`} of these problems`
      : ''
  return { of: worth[best.says], says: `${capitalised(saidOfOne[best.says])}${which}${more}` }
}

function offered(stances: StandingStance[]): Found | null {
  const offers = [
    ...new Set(stances.filter(({ isLive }) => isLive).flatMap(stance => stance.offers)),
  ].toSorted((a, b) => worthOfOffer[b] - worthOfOffer[a])
  if (!offers[0]) return null
  return { of: worthOfOffer[offers[0]], says: `Would ${offers.map(offer => offerWords[offer]).join(', ')}` }
}

/** Who has the problems in question, or those on which the asker stands, and what they would do about them with others. */
export const haveTheProblem: Slots['partnerFacts'] = {
  load: async (db, clock, actor, { askerId, problemIds }) => {
    const today = inLondon(clock.now()).date
    const own =
      problemIds === null && askerId !== null
        ? (await listStandingOf(db, today, askerId))
            .filter(({ says, isLive }) => isLive && says !== 'do-not-have-it')
            .map(({ problemId }) => problemId)
        : (problemIds ?? [])
    const problems = await listProblemsById(db, actor, own)
    const open = [...problems.values()].filter(({ state, hidden }) => state !== 'withdrawn' && !hidden)
    const titles = new Map(open.map(({ id, title }) => [id, title]))
    const standing = await listStanding(db, today, [...titles.keys()])
    const byOrganisation = Map.groupBy([...standing.values()].flat(), ({ organisation }) => organisation.id)
    const others = [...byOrganisation].filter(([id]) => id !== askerId)
    const found = (of: (stances: StandingStance[]) => Found | null) =>
      new Map(
        others.flatMap(([id, stances]) => {
          const finding = of(stances)
          return finding ? [[id, finding] as const] : []
        }),
      )
    return new Map([
      ['same-problem' as const, found(stances => strongest(stances, titles))],
      ['offers' as const, found(offered)],
    ])
  },
}
