/** The time as the program sees it; tests hold their own in the hand. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

// '2026-11-21, 14:05' in that country's order.
const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The date ('YYYY-MM-DD') and time ('HH:MM') on the clocks in London at that instant. */
export function inLondon(instant: Date): { date: string; time: string } {
  const [date, time] = london.format(instant).split(', ') as [string, string]
  return { date, time }
}
