/** A day in a calendar. `uid` stays the same for good; `changedAt` is when anything about it last changed. */
export type CalendarDay = {
  uid: string
  /** 'YYYY-MM-DD': the whole day in the reader's own country, whatever its time zone. */
  day: string
  changedAt: Date
  title: string
  describes: string
  /** Whole address of its page. */
  url: string
}

export type Calendar = { name: string; describes: string; url: string; days: CalendarDay[] }

const longestLine = 75

/** One line of a calendar, in pieces of 75 octets at most with a space before each but the first (RFC 5545, 3.1). */
export function foldLine(line: string): string {
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > longestLine) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].map(piece => `${piece}\r\n`).join('')
}

/** Words as the value of a text property (RFC 5545, 3.3.11); what no line may hold is left out. */
export const escapeText = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, found => `\\${found}`)
    .replaceAll('\n', '\\n')

const compact = (date: string) => date.replaceAll('-', '')
const momentOf = (moment: Date) => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

// A later change has a higher number, which is all that a calendar asks of it.
const firstSecond = Date.UTC(2020, 0, 1)
const sequenceOf = (changedAt: Date) => Math.max(0, Math.floor((changedAt.getTime() - firstSecond) / 1000))

const eventOf = ({ uid, day, changedAt, title, describes, url }: CalendarDay) => [
  'BEGIN:VEVENT',
  `UID:${escapeText(uid)}`,
  `DTSTAMP:${momentOf(changedAt)}`,
  `LAST-MODIFIED:${momentOf(changedAt)}`,
  `SEQUENCE:${sequenceOf(changedAt)}`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
  `SUMMARY:${escapeText(title)}`,
  `DESCRIPTION:${escapeText(describes)}`,
  `URL:${url}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/** A meeting of two, at a moment; otherwise as a day. */
export type CalendarMeeting = Omit<CalendarDay, 'day'> & { startsAt: Date; minutes: number }

/** One meeting as an iCalendar file (RFC 5545) that a person adds to their own calendar. */
export const writeMeeting = ({ uid, startsAt, minutes, changedAt, title, describes, url }: CalendarMeeting) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pipeline//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${momentOf(changedAt)}`,
    `SEQUENCE:${sequenceOf(changedAt)}`,
    `DTSTART:${momentOf(startsAt)}`,
    `DTEND:${momentOf(new Date(startsAt.getTime() + minutes * 60_000))}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(describes)}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(foldLine)
    .join('')

/** Days as an iCalendar file (RFC 5545) that calendars look at again each day (RFC 7986). */
export const writeCalendar = ({ name, describes, url, days }: Calendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pipeline//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `DESCRIPTION:${escapeText(describes)}`,
    `X-WR-CALDESC:${escapeText(describes)}`,
    'X-WR-TIMEZONE:Europe/London',
    `URL:${url}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    'X-PUBLISHED-TTL:P1D',
    ...days.flatMap(eventOf),
    'END:VCALENDAR',
  ]
    .map(foldLine)
    .join('')
