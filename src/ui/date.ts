const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

interface Parts {
  day?: string
  month?: string
  year: string
}

const partsOf = (date: string): Parts => {
  const [year = '', month, day] = date.split('-')
  return { year, month: month && months[Number(month) - 1], day: day && String(Number(day)) }
}

const words = ({ day, month, year }: Partial<Parts>) => [day, month, year].filter(Boolean).join(' ')

/** '2026-11-21' → '21 November 2026', '2026-11' → 'November 2026', '2026' → '2026'. */
export const formatDate = (date: string) => words(partsOf(date))

/** Says once what both ends share: 'January to April 2019', '21 to 23 November 2026'; an open end says from or until. */
export const formatDateRange = (start?: string | null, end?: string | null) => {
  if (!start && !end) return ''
  if (!end) return `from ${formatDate(start!)}`
  if (!start) return `until ${formatDate(end)}`
  if (start === end) return formatDate(start)
  const from: Partial<Parts> = partsOf(start)
  const to = partsOf(end)
  if (from.year === to.year && from.month) {
    from.year = undefined
    if (from.month === to.month && from.day) from.month = undefined
  }
  return `${words(from)} to ${words(to)}`
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})

const londonParts = (moment: Date) =>
  Object.fromEntries(london.formatToParts(moment).map(({ type, value }) => [type, value]))

/** The day it is in London at that moment, as 'YYYY-MM-DD'. */
export const londonDay = (moment: Date) => {
  const { year, month, day } = londonParts(moment)
  return `${year}-${month}-${day}`
}

/** '21 November 2026, 5:30pm', in London's time. */
export const formatMoment = (moment: Date) => {
  const { hour, minute, dayPeriod } = londonParts(moment)
  return `${formatDate(londonDay(moment))}, ${Number(hour)}:${minute}${dayPeriod}`
}
