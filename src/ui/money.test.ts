import { expect, test } from 'vitest'
import { countOf, formatCount, formatMoney, formatMoneyBand } from './money.ts'

test('money is written in pounds, with pence only where there are some', () => {
  expect(formatMoney(50_000)).toBe('£50,000')
  expect(formatMoney(69_178.5)).toBe('£69,178.50')
  expect(formatMoney(-1200)).toBe('−£1,200')
})

test('a band says both ends, or on which side it is open', () => {
  expect(formatMoneyBand(50_000, 100_000)).toBe('£50,000 to £100,000')
  expect(formatMoneyBand(null, 50_000)).toBe('under £50,000')
  expect(formatMoneyBand(0, 50_000)).toBe('under £50,000')
  expect(formatMoneyBand(1_000_000, null)).toBe('over £1,000,000')
  expect(formatMoneyBand(5000, 5000)).toBe('£5,000')
  expect(formatMoneyBand(null, null)).toBe('')
})

test('a figure that came out of a division is shown whole', () => {
  expect(formatCount(721.5093205051112)).toBe('722')
  expect(formatCount(999.6)).toBe('1,000')
})

test('a count agrees with its noun', () => {
  expect(countOf(1, 'council')).toBe('1 council')
  expect(countOf(1652, 'system')).toBe('1,652 systems')
  expect(countOf(0, 'body', 'bodies')).toBe('0 bodies')
})
