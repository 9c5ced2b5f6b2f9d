import { expect, test } from 'vitest'
import { quartersFrom, sayQuarter } from './quarter.ts'

test('the quarters ahead begin with the present one, and follow each other without a gap', () => {
  const quarters = quartersFrom('2026-11-21', 6)
  expect(quarters.slice(0, 2)).toEqual([
    { firstDay: '2026-10-01', lastDay: '2026-12-31' },
    { firstDay: '2027-01-01', lastDay: '2027-03-31' },
  ])
  expect(quarters[5]).toEqual({ firstDay: '2028-01-01', lastDay: '2028-03-31' })
  expect(sayQuarter('2027-04-01')).toBe('April to June 2027')
})
