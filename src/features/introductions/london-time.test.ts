import { expect, test } from 'vitest'
import { instantInLondon, readTime, sayWhen } from './london-time.ts'

test.each([
  ['10:30', '10:30'],
  ['9.05', '09:05'],
  ['2pm', '14:00'],
  ['2.15 pm', '14:15'],
  ['12am', '00:00'],
  ['12 PM', '12:00'],
  ['00:00', '00:00'],
  [' 23:59 ', '23:59'],
  ['10', undefined],
  ['24:00', undefined],
  ['13pm', undefined],
  ['0am', undefined],
  ['10:60', undefined],
  ['noon', undefined],
  ['', undefined],
])('%j is read as %j', (text, time) => {
  expect(readTime(text)).toBe(time)
})

test.each([
  ['2027-01-12', '10:30', '2027-01-12T10:30:00.000Z'],
  ['2027-07-12', '10:30', '2027-07-12T09:30:00.000Z'],
  ['2027-07-12', '00:15', '2027-07-11T23:15:00.000Z'],
  ['2027-03-28', '03:00', '2027-03-28T02:00:00.000Z'],
])('%s at %s in London is %s', (date, time, instant) => {
  expect(instantInLondon(date, time).toISOString()).toBe(instant)
})

test('a moment is said with its weekday', () => {
  expect(sayWhen(new Date('2027-07-12T09:30:00Z'))).toBe('Monday 12 July 2027, 10:30am')
})
