/** A day as YYYY-MM-DD when it exists, with a year of four digits. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1000 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined
}

/** Nothing that is counted from a day comes to lie before or after these years. */
const firstYear = 1900
export const lastYear = 2199

export const isWithinReach = (day: string) => day >= `${firstYear}-01-01` && day <= `${lastYear}-12-31`

export const lastDayOf = (year: number, month: number) => dateText(new Date(Date.UTC(year, month, 0)))

/** `count` may be negative. A day that the month does not have is its last. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const end = lastDayOf(year, month + count)
  return Number(end.slice(8)) < date ? end : `${end.slice(0, 8)}${String(date).padStart(2, '0')}`
}

export const addDays = (day: string, count: number) => dateText(new Date(timeOf(day) + count * 86_400_000))

export const daysBetween = (from: string, to: string) => Math.round((timeOf(to) - timeOf(from)) / 86_400_000)

/** How many months it is from the first day to the last, both counted: 1 April to 31 March is 12. */
export function monthsOf(first: string, last: string): number {
  const after = addDays(last, 1)
  const [year = 0, month = 0] = first.split('-').map(Number)
  const [yearAfter = 0, monthAfter = 0] = after.split('-').map(Number)
  const whole = (yearAfter - year) * 12 + monthAfter - month
  const months = addMonths(first, whole) > after ? whole - 1 : whole
  return months + daysBetween(addMonths(first, months), after) / 30.4375
}

const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

const dateText = (date: Date) => date.toISOString().slice(0, 10)
