import { inLondon } from '#plumbing/clock.ts'
import { type Frequency, found } from './subscription.ts'

/** What a mail is due for: its name is the same for every try, and no recipient gets two of one name. */
export type Slot = { name: string; frequencies: Frequency[] }

const morning = '07:00'

/**
 * Whose morning has come in London: the mail of the week, which on Mondays stands for that of the day as well, and else that
 * of the day. Each is planned once, so that the week's is made up for where its Monday was missed.
 */
export function slotsAt(now: Date): Slot[] {
  const { date, time } = inLondon(now)
  const day = time >= morning ? date : dayBefore(date)
  const monday = mondayOf(day)
  const week: Slot = { name: `week ${monday}`, frequencies: ['at-once', 'daily', 'weekly'] }
  return day === monday ? [week] : [week, { name: `day ${day}`, frequencies: ['at-once', 'daily'] }]
}

export const slotAtOnce = (now: Date): Slot => ({
  name: `at once ${now.toISOString()}`,
  frequencies: ['at-once'],
})

const shifted = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const dayBefore = (day: string) => shifted(day, -1)
const mondayOf = (day: string) => shifted(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** One thing that one subscription has to tell; `happening` is 'found', or a kind of activity. */
export type ToTell = {
  id: string
  kind: string
  subjectId: string
  subscription: string
  frequency: Frequency
  happening: string
  matchedAt: Date
}

/** One thing as a mail tells it: all that happened to it, and all the subscriptions it is told for. */
export type Item<Of extends ToTell = ToTell> = { isNew: boolean; because: string[]; told: Of[] }

/**
 * What is due, a thing once: with it goes whatever else waits of the same thing, however seldom it was to be told. First
 * what most subscriptions ask for, then what is new, then the newest.
 */
export function itemsOf<Of extends ToTell>(waiting: Of[], frequencies: Frequency[]): Item<Of>[] {
  const things = Map.groupBy(waiting, ({ kind, subjectId }) => `${kind} ${subjectId}`)
  return [...things.values()]
    .filter(told => told.some(({ frequency }) => frequencies.includes(frequency)))
    .map(told => ({
      isNew: told.some(({ happening }) => happening === found),
      because: [...new Set(told.map(({ subscription }) => subscription))].sort(),
      told,
    }))
    .toSorted(
      (a, b) =>
        b.because.length - a.because.length ||
        Number(b.isNew) - Number(a.isNew) ||
        newest(b).getTime() - newest(a).getTime(),
    )
}

const newest = ({ told }: Item) => told.map(({ matchedAt }) => matchedAt).reduce((a, b) => (a > b ? a : b))

/** How many things one mail holds at most; the rest stand on the person's page. */
export const thingsAtMost = 40

/** How many of these things may be told now. */
export const roomFor = ({ mostAWeek, toldOfLate }: { mostAWeek: number | null; toldOfLate: number }) =>
  Math.max(0, Math.min(thingsAtMost, mostAWeek === null ? thingsAtMost : mostAWeek - toldOfLate))
