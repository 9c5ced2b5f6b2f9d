import { inLondon } from '#plumbing/clock.ts'
import { formatMoment } from '#ui/date.ts'

const written = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/i

/** Reads a time as people in Britain write it: "10:30", "10.30", "2pm", "2.15 pm", "14:00" → 'HH:MM'; undefined for anything else. */
export function readTime(text: string): string | undefined {
  const [, hourText, minutes = '00', half] = written.exec(text.trim()) ?? []
  const said = Number(hourText)
  // A bare number of hours is no time of day: nobody could tell morning from afternoon.
  if (!hourText || Number(minutes) > 59 || (!half && !/[:.]/.test(text))) return undefined
  if (half && (said < 1 || said > 12)) return undefined
  const hour = half ? (said % 12) + (/pm/i.test(half) ? 12 : 0) : said
  return hour > 23 ? undefined : `${String(hour).padStart(2, '0')}:${minutes}`
}

/** The instant at which clocks in London show this day ('YYYY-MM-DD') and time ('HH:MM'). */
export function instantInLondon(date: string, time: string): Date {
  const sought = Date.parse(`${date}T${time}:00Z`)
  const shown = inLondon(new Date(sought))
  return new Date(sought - (Date.parse(`${shown.date}T${shown.time}:00Z`) - sought))
}

const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'long' })

/** 'Tuesday 12 January 2027, 10:30am', in London's time. */
export const sayWhen = (moment: Date) => `${weekday.format(moment)} ${formatMoment(moment)}`
