import { describe, expect, test } from 'vitest'
import { formatDate, formatDateRange, formatMoment, londonDay } from './date.ts'

test('a date is written as people say it, as exactly as it is known', () => {
  expect(formatDate('2026-11-21')).toBe('21 November 2026')
  expect(formatDate('2026-01-05')).toBe('5 January 2026')
  expect(formatDate('2019-04')).toBe('April 2019')
  expect(formatDate('2019')).toBe('2019')
})

describe('a range', () => {
  test.each([
    ['2019-01', '2019-04', 'January to April 2019'],
    ['2018-11', '2019-03', 'November 2018 to March 2019'],
    ['2026-11-21', '2026-11-23', '21 to 23 November 2026'],
    ['2026-01-03', '2026-04-14', '3 January to 14 April 2026'],
    ['2018', '2019', '2018 to 2019'],
    ['2019-01', '2019-01', 'January 2019'],
    ['2019-01', null, 'from January 2019'],
    [null, '2019-04', 'until April 2019'],
    [null, null, ''],
  ])('from %s to %s reads "%s"', (start, end, said) => {
    expect(formatDateRange(start, end)).toBe(said)
  })
})

test('a moment is told in the time of London, summer and winter', () => {
  expect(formatMoment(new Date('2026-07-01T11:05:00Z'))).toBe('1 July 2026, 12:05pm')
  expect(formatMoment(new Date('2026-12-01T00:05:00Z'))).toBe('1 December 2026, 12:05am')
  expect(londonDay(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01')
})
