import { expect, test } from 'vitest'
import { backOffSeconds } from './job-runs.ts'

test('the wait between tries doubles from five seconds up to six hours, give or take a fifth', () => {
  const seconds = Array.from({ length: 14 }, (_, n) => backOffSeconds(n + 1, 0.5))
  expect(seconds.slice(0, 4)).toEqual([5, 10, 20, 40])
  expect(seconds.slice(12)).toEqual([20_480, 21_600])
  expect(backOffSeconds(1, 0)).toBeCloseTo(4)
  expect(backOffSeconds(1, 1)).toBeCloseTo(6)
})
