import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from './calendar.ts'
import { readDay } from './read-day.ts'
import { lastDayAfter, laterBy, readExtension, readLength } from './read-length.ts'
import { readMoney } from './read-money.ts'

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const two = (number: number) => String(number).padStart(2, '0')
const ordinal = (day: number) => {
  const ending = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}

type Day = { year: number; month: number; day: number }

/** The ways in which councils write a day. */
const forms: [string, (day: Day) => string][] = [
  ['31/03/2027', ({ year, month, day }) => `${two(day)}/${two(month)}/${year}`],
  ['31.3.27', ({ year, month, day }) => `${day}.${month}.${two(year % 100)}`],
  ['31-03-2027', ({ year, month, day }) => `${two(day)}-${two(month)}-${year}`],
  ['31 03 2027', ({ year, month, day }) => `${two(day)} ${two(month)} ${year}`],
  ['31-Mar-27', ({ year, month, day }) => `${day}-${months[month - 1]!.slice(0, 3)}-${two(year % 100)}`],
  ['31 Mar 2027', ({ year, month, day }) => `${day} ${months[month - 1]!.slice(0, 3)} ${year}`],
  ['31st March 2027', ({ year, month, day }) => `${ordinal(day)} ${months[month - 1]} ${year}`],
  ['31st of March, 2027', ({ year, month, day }) => `${ordinal(day)} of ${months[month - 1]}, ${year}`],
  ['MARCH 31, 2027', ({ year, month, day }) => `${months[month - 1]!.toUpperCase()} ${day}, ${year}`],
  ['2027-03-31', ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`],
  ['2027/03/31', ({ year, month, day }) => `${year}/${two(month)}/${two(day)}`],
  ['20270331', ({ year, month, day }) => `${year}${two(month)}${two(day)}`],
  ['2027-03-31T00:00:00', ({ year, month, day }) => `${year}-${two(month)}-${two(day)}T00:00:00`],
  ['2027-03-31T23:59:59Z', ({ year, month, day }) => `${year}-${two(month)}-${two(day)}T23:59:59Z`],
  ['31/03/2027 00:00', ({ year, month, day }) => `${two(day)}/${two(month)}/${year} 00:00`],
  [
    'Excel’s number',
    ({ year, month, day }) => String((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000),
  ],
]

const anyDay = fc
  .record({
    year: fc.integer({ min: 1990, max: 2079 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter(({ year, month, day }) => dayOf(year, month, day) !== undefined)

describe('days', () => {
  test.each(forms)('written like %s are read back, whatever the day', (_, write) => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('start', 'end'), (day, side) => {
        const expected = dayOf(day.year, day.month, day.day)
        expect(readDay(write(day), { side: side as 'start' | 'end' }).day).toBe(expected)
      }),
    )
  })

  test.each(['/', '-', '.'])('with the month first are read back where the column says so, with %s', sign => {
    fc.assert(
      fc.property(anyDay, ({ year, month, day }) => {
        const text = [month, day, year].join(sign)
        expect(readDay(text, { side: 'end', order: 'month first' }).day).toBe(dayOf(year, month, day))
      }),
    )
  })

  test('of a month alone are its first for a start and its last for an end', () => {
    for (const text of ['February 2028', 'Feb-28', '02/2028', '2028-02', 'Chwefror 2028']) {
      expect(readDay(text, { side: 'start' })).toMatchObject({ day: '2028-02-01' })
      expect(readDay(text, { side: 'end' })).toMatchObject({
        day: '2028-02-29',
        remarks: expect.arrayContaining(['only the month is said']),
      })
    }
  })

  test.each([
    '31/04/2027',
    '30 February 2027',
    '00/01/2027',
    '2027-13-01',
    '31st',
    'soon',
    '12',
    '1234567',
    'Q7',
    'Spring 2027',
    'in 2027 or so',
  ])('%s is none, and that is said', text => {
    const said = readDay(text, { side: 'end' })
    expect([said.day, said.isUnderstood]).toEqual([undefined, false])
    expect(said.remarks).not.toEqual([])
  })

  test.each([
    'Ongoing',
    'Rolling',
    'open-ended',
    'No end date',
    'Until further notice',
    '31/12/9999',
    '31/12/2099',
    'On-going contract',
  ])('%s has no end', text => expect(readDay(text, { side: 'end' })).toMatchObject({ isOpenEnded: true }))

  test('of a quarter are its first for a start and its last for an end', () => {
    expect(readDay('Q1 2026/27', { side: 'start' }).day).toBe('2026-04-01')
    expect(readDay('Q4 2026/27', { side: 'end' }).day).toBe('2027-03-31')
    expect(readDay('Q4 2026', { side: 'end' }).day).toBe('2026-12-31')
    expect(readDay('FY26/27', { side: 'end' }).day).toBe('2027-03-31')
  })

  test('that begin in the evening of London’s summer count there', () => {
    expect(readDay('2027-06-30T23:00:00Z', { side: 'start' }).day).toBe('2027-07-01')
    expect(readDay('2027-12-31T23:00:00Z', { side: 'end' }).day).toBe('2027-12-31')
  })
})

describe('lengths', () => {
  test.each([
    ['3 years', 36, undefined],
    ['36 months', 36, undefined],
    ['3+1+1', 36, 24],
    ['4 years (2+1+1)', 24, 24],
    ['3 years (+1+1)', 36, 24],
    ['24+12+12', 24, 24],
    ['2 years plus 2 x 12 months extension', 24, 24],
    ['eighteen months', 18, undefined],
    ['2.5 years', 30, undefined],
    ['5 years with an option to extend for two 12 month periods', 60, 24],
  ])('%s', (text, firm, more) => {
    expect(readLength(text)).toEqual({
      firm: { months: firm, days: 0 },
      ...(more && { extension: { months: more, days: 0 } }),
    })
  })

  test('count both their first and their last day', () => {
    expect(lastDayAfter('2024-04-01', { months: 36, days: 0 })).toBe('2027-03-31')
    expect(lastDayAfter('2024-02-29', { months: 12, days: 0 })).toBe('2025-02-27')
    expect(laterBy('2027-02-28', { months: 12, days: 0 })).toBe('2028-02-29')
    expect(readExtension('12', 'months')).toEqual({ months: 12, days: 0 })
    expect(readExtension('12')).toBeUndefined()
  })
})

describe('amounts', () => {
  const written: [string, (pounds: number) => string][] = [
    ['£1,234.56', pounds => `£${pounds.toLocaleString('en-GB', { minimumFractionDigits: 2 })}`],
    ['1234.56', pounds => String(pounds)],
    ['GBP 1 234.56', pounds => `GBP ${pounds.toLocaleString('en-GB').replaceAll(',', ' ')}`],
    ['1.234,56', pounds => pounds.toLocaleString('de-DE', { minimumFractionDigits: 2 })],
    ['(1,234.56)', pounds => `(${(-pounds).toLocaleString('en-GB')})`],
  ]

  test.each(written)('written like %s are read back, whatever the amount', (form, write) => {
    const sign = form.startsWith('(') ? -1 : 1
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 9_999_999_999 }), pence => {
        expect(readMoney(write((sign * pence) / 100)).pounds).toBe((sign * pence) / 100)
      }),
    )
  })

  test.each([
    ['£1.2m', 1_200_000],
    ['£45k', 45_000],
    ['up to £50,000', 50_000],
    ['£10,000 - £20,000', 20_000],
    ['£10-20k', 20_000],
    ['£60,000 (£20,000 per annum)', 60_000],
    ['£100,000 over 3 years', 100_000],
    ['1234p', 12.34],
    ['Nil', 0],
    ['1.2E+06', 1_200_000],
  ])('%s', (text, pounds) => expect(readMoney(text).pounds).toBe(pounds))

  test.each([
    '€12,000',
    '$5',
    'commercially confidential',
    '£250 per day',
    'Year 1: £10,000, Year 2: £12,000',
    '£1,20',
    'TBC',
    '#REF!',
    'lots',
  ])('%s is none, and that is said', text => {
    const said = readMoney(text)
    expect(said.pounds).toBeUndefined()
    expect(said.remarks).not.toEqual([])
  })

  test('for a year or month say so', () => {
    expect(readMoney('£20k per annum')).toMatchObject({ pounds: 20_000, per: 'year' })
    expect(readMoney('£20,000 p.a.')).toMatchObject({ pounds: 20_000, per: 'year' })
    expect(readMoney('£500 pcm')).toMatchObject({ pounds: 500, per: 'month' })
  })
})

test('no cell whatever breaks the reading of days, lengths or amounts', () => {
  const pieces = fc.constantFrom(
    '1',
    '31',
    '/',
    '-',
    '.',
    ' ',
    '2027',
    'March',
    '£',
    ',',
    '000',
    'k',
    'p.a.',
    '+',
    '(',
    ')',
    'years',
    'x',
    'to',
    '\u0000',
    'é',
  )
  const junk = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.array(pieces, { maxLength: 12 }).map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(junk, text => {
      const day = readDay(text, { side: 'end' }).day
      expect(day === undefined || /^\d{4}-\d{2}-\d{2}$/.test(day)).toBe(true)
      const { pounds } = readMoney(text)
      expect(pounds === undefined || Number.isFinite(pounds)).toBe(true)
      readLength(text, 'months')
      readExtension(text, 'years')
    }),
    { numRuns: 2000 },
  )
})
