import { londonDay } from '#ui/date.ts'

/** Partners hear of the end of an agreement so many days ahead. */
const daysAhead = 90

/** From today until so far ahead, as days. */
export const aheadOf = (now: Date) => ({
  from: londonDay(now),
  until: londonDay(new Date(now.getTime() + daysAhead * 86_400_000)),
})

export type Ahead = ReturnType<typeof aheadOf>
