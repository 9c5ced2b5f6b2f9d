import { expect, test } from 'vitest'
import { readBudgetBand } from './budget-band.ts'

test.each([
  ['£50K > £100k', 50_000, 100_000],
  ['£250k > £500k', 250_000, 500_000],
  ['£250,000 to £500,000', 250_000, 500_000],
  ['50000-100000', 50_000, 100_000],
  ['£500k > £1m', 500_000, 1_000_000],
  ['up to £50k', 0, 50_000],
  ['< £50K', 0, 50_000],
  ['£0 > £50k', 0, 50_000],
  ['over £1m', 1_000_000, null],
  ['> £1m', 1_000_000, null],
  ['£1.5 million+', 1_500_000, null],
  ['£75,000', 75_000, 75_000],
])('“%s” is read in pounds', (written, min, max) => {
  expect(readBudgetBand(written)).toEqual({ min, max })
})

test.each([[''], ['To be confirmed'], ['£1k, £2k or £3k']])('“%s” is no band', written => {
  expect(readBudgetBand(written)).toBeUndefined()
})
