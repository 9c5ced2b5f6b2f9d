import { countOf } from '#ui/money.ts'
import { type Offer, offerWords, type Saying, saidOfMany, saidOfOne, sayings } from './stance.ts'
import type { StandingStance } from './standing-queries.ts'

/** A figure in words, with the filter of the list behind it. */
export type Figure = { says: string; filter: { says?: Saying; offer?: Offer } }

type Counted = Pick<StandingStance, 'says' | 'offers' | 'isLive'> & { organisation: { kind: string } }

const offersByWeight: Offer[] = ['co-fund', 'lead', 'test', 'share']

/** "7 councils have it", "2 fixed it", "3 would co-fund": each organisation counts once, as long as its word is live. */
export function figuresOf(standing: Counted[]): Figure[] {
  const live = standing.filter(({ isLive }) => isLive)
  const one = live.every(({ organisation }) => organisation.kind === 'council') ? 'council' : 'organisation'
  const said = sayings.flatMap(says => {
    const count = live.filter(stance => stance.says === says).length
    return count === 0
      ? []
      : [{ count, words: (count === 1 ? saidOfOne : saidOfMany)[says], filter: { says } }]
  })
  const wouldDo = offersByWeight.flatMap(offer => {
    const count = live.filter(({ offers }) => offers.includes(offer)).length
    return count === 0 ? [] : [{ count, words: `would ${offerWords[offer]}`, filter: { offer } }]
  })
  return [...said, ...wouldDo].map(({ count, words, filter }, at) => ({
    says: `${at === 0 ? countOf(count, one) : count} ${words}`,
    filter,
  }))
}
