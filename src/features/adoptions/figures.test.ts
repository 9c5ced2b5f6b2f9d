import { expect, test } from 'vitest'
import { effortOf, middleBand, middleOf } from './figures.ts'

test('the middle of an even count lies between two, and of none there is none', () => {
  expect(middleOf([])).toBeUndefined()
  expect(middleOf([30])).toEqual({ middle: 30, least: 30, most: 30, count: 1 })
  expect(middleOf([40, 2, 10])).toMatchObject({ middle: 10, least: 2, most: 40 })
  expect(middleOf([1, 2, 4, 40])).toMatchObject({ middle: 3, count: 4 })
})

test('the middle band is one that somebody named, the lower of two', () => {
  expect(middleBand([])).toBeUndefined()
  expect(middleBand(['over-1m', 'under-10k', '10k-50k'])).toEqual({ band: '10k-50k', count: 3 })
  expect(middleBand(['over-1m', 'under-10k'])).toEqual({ band: 'under-10k', count: 2 })
})

test('who only looks at a thing tells nothing of what it takes', () => {
  const said = { days: 9, cost: 'under-10k' as const }
  expect(effortOf([{ state: 'looking', ...said }])).toEqual({ days: undefined, cost: undefined })
  expect(effortOf([{ state: 'stopped', days: 9, cost: null }])).toMatchObject({ days: { middle: 9 } })
})
