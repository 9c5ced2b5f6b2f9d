/** `date` is the first day of what was said, YYYY-MM-DD. */
export type SaidDate = { date: string; precision: 'day' | 'month' | 'year' }

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const weekday = /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,? +(?=\d)/i
const dayMonthName = /^(\d{1,2})(?:st|nd|rd|th)?[ -]+(?:of +)?([a-z]{3,9})\.?,?[ -]+(\d{4}|\d{2})$/i
const monthNameDay = /^([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/i
const monthName = /^([a-z]{3,9})\.?,? +(\d{4})$/i
const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/
const yearFirst = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/
const yearMonth = /^(\d{4})-(\d{1,2})$/
const monthYear = /^(\d{1,2})\/(\d{4})$/
const yearOnly = /^(\d{4})$/

/**
 * Reads a date as people in Britain write it: "18 March 2019", "Mon 18th Mar 2019", "18/03/2019", "18.3.19",
 * "2019-03-18", "March 2019", "2018-12", "2018". Day before month always. Undefined for anything else,
 * and for days that do not exist. Years of two digits are of this century.
 */
export function readBritishDate(text: string): SaidDate | undefined {
  const said = text.trim().replace(/\s+/g, ' ').replace(weekday, '')
  let match = dayMonthName.exec(said)
  if (match) return day(match[3], monthNumber(match[2]), match[1])
  match = monthNameDay.exec(said)
  if (match) return day(match[3], monthNumber(match[1]), match[2])
  match = dayFirst.exec(said)
  if (match) return day(match[3], match[2], match[1])
  match = yearFirst.exec(said)
  if (match) return day(match[1], match[2], match[3])
  match = monthName.exec(said)
  if (match) return month(match[2], monthNumber(match[1]))
  match = yearMonth.exec(said)
  if (match) return month(match[1], match[2])
  match = monthYear.exec(said)
  if (match) return month(match[2], match[1])
  match = yearOnly.exec(said)
  return match ? { date: `${match[1]}-01-01`, precision: 'year' } : undefined
}

function day(year = '', monthOfYear: string | undefined, dayOfMonth = ''): SaidDate | undefined {
  const first = month(year.length === 2 ? `20${year}` : year, monthOfYear)
  if (!first) return undefined
  const date = `${first.date.slice(0, 8)}${dayOfMonth.padStart(2, '0')}`
  const exists = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(exists.getTime()) && exists.toISOString().startsWith(date)
    ? { date, precision: 'day' }
    : undefined
}

function month(year = '', monthOfYear = ''): SaidDate | undefined {
  const number = Number(monthOfYear)
  return number >= 1 && number <= 12
    ? { date: `${year}-${monthOfYear.padStart(2, '0')}-01`, precision: 'month' }
    : undefined
}

function monthNumber(name = ''): string | undefined {
  const said = name.toLowerCase().replace(/^sept$/, 'sep')
  const index = months.findIndex(full => full === said || full.slice(0, 3) === said)
  return index < 0 ? undefined : String(index + 1)
}
