/** The time as the program sees it; tests hold their own in the hand. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

const londonParts = new Intl.DateTimeFormat('en-CA', {
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
  const part = Object.fromEntries(londonParts.formatToParts(instant).map(({ type, value }) => [type, value]))
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}
