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

test('a long name is cut after a whole word', () => {
  expect(slugOf(`${'word '.repeat(15)}and-no-further`)).toBe('word-'.repeat(15).concat('and'))
  expect(slugOf('a'.repeat(90))).toBe('a'.repeat(80))
})
