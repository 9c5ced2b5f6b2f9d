export { listHeldInCommon } from './count-queries.ts'
export { type Offer, offerWords, type Saying, saidOfOne } from './stance.ts'
export { listPresent, listStanding, type StandingStance } from './standing-queries.ts'
