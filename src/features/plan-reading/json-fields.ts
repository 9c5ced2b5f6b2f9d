import { londonDay } from '#ui/date.ts'

/** JSON of which nothing is known yet. */
export type Json = Record<string, unknown>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const sensible = (day: string) => day >= '2000-01-01' && day <= '2099-12-31'

/** A moment as programs write it; null where there is none that plans have. */
function momentOf(value: unknown): Date | null {
  const moment = typeof value === 'string' ? new Date(value) : new Date(Number.NaN)
  return Number.isNaN(moment.getTime()) ? null : moment
}

/** The day in London of a moment. */
export function dayInLondon(value: unknown): string | null {
  const moment = momentOf(value)
  const day = moment && londonDay(moment)
  return day && sensible(day) ? day : null
}

/** The day of a moment by its own words: for days that a program keeps as a moment. */
export function writtenDay(value: unknown): string | null {
  const day = momentOf(value) && textOf(value).slice(0, 10)
  return day && /^\d{4}-\d{2}-\d{2}$/.test(day) && sensible(day) ? day : null
}
