import { expect, test } from 'vitest'
import { slugOf } from './slug.ts'

test.each([
  ['Leeds City Council', 'leeds-city-council'],
  ['St. Helens Council', 'st-helens-council'],
  ['Bath & North East Somerset', 'bath-and-north-east-somerset'],
  ["King's Lynn", 'kings-lynn'],
  ['Ynys Môn', 'ynys-mon'],
  ['  (CBMDC)  ', 'cbmdc'],
  ['!?', 'unnamed'],
])('“%s” is read in an address as “%s”', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test('a long name is cut without a hyphen at its end', () => {
  expect(slugOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79))
})
