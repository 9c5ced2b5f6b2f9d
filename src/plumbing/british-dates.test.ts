import { expect, test } from 'vitest'
import { readBritishDate } from './british-dates.ts'

test.each([
  ['18 March 2019'],
  ['18th March 2019'],
  ['Monday, 18 March 2019'],
  ['Mon 18 Mar 2019'],
  ['18-Mar-19'],
  ['18/03/2019'],
  ['18/3/19'],
  ['18.03.2019'],
  ['18-03-2019'],
  ['2019-03-18'],
  ['2019-3-18'],
  ['  18   March\u00a02019 '],
  ['March 18, 2019'],
])('“%s” is the eighteenth of March', written => {
  expect(readBritishDate(written)).toEqual({ date: '2019-03-18', precision: 'day' })
})

test.each([['2018-12'], ['December 2018'], ['Dec. 2018'], ['12/2018']])(
  '“%s” is known to the month',
  written => {
    expect(readBritishDate(written)).toEqual({ date: '2018-12-01', precision: 'month' })
  },
)

test('a year alone is known to the year', () => {
  expect(readBritishDate('2021')).toEqual({ date: '2021-01-01', precision: 'year' })
})

test('the day comes before the month, as in Britain', () => {
  expect(readBritishDate('04/05/2019')?.date).toBe('2019-05-04')
  expect(readBritishDate('1 Sept 2019')?.date).toBe('2019-09-01')
})

test.each([
  ['31 February 2019'],
  ['29/02/2019'],
  ['13/13/2019'],
  ['2019-00'],
  ['soon'],
  ['12 weeks'],
  ['3 months'],
  [''],
])('“%s” is no date', written => {
  expect(readBritishDate(written)).toBeUndefined()
})

test('a leap day exists in leap years', () => {
  expect(readBritishDate('29 February 2020')?.date).toBe('2020-02-29')
})
