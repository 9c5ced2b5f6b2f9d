import { expect, test } from 'vitest'
import { limits, planReading } from './reading.ts'

const term = (id: number, documentFrequency: number, weight = 10_000 - id) => ({
  id,
  term: `word${id}`,
  weight,
  documentFrequency,
})

test('short lists are read whole', () => {
  const { terms, isWhole } = planReading([term(1, 10), term(2, 1900)])
  expect(isWhole).toBe(true)
  expect(terms.every(({ most, documentFrequency }) => most > documentFrequency)).toBe(true)
})

test('of a common word only the best part is read', () => {
  const { terms, isWhole } = planReading([term(1, 10), term(2, 1_000_000)])
  expect(isWhole).toBe(false)
  expect(terms.map(({ most, isWhole }) => [most, isWhole])).toEqual([
    [limits.perTerm, true],
    [limits.perTerm, false],
  ])
})

test('however much is pasted, no more is read than of one search, and the rarest words first', () => {
  const { terms } = planReading(Array.from({ length: 500 }, (_, n) => term(n, 500 + n)))
  const read = terms.reduce((sum, { most, documentFrequency }) => sum + Math.min(most, documentFrequency), 0)
  expect(terms.length).toBe(limits.terms)
  expect(read).toBeLessThanOrEqual(limits.perQuery)
  expect(terms[0]!.documentFrequency).toBeLessThan(terms.at(-1)!.documentFrequency)
  expect(terms.at(-1)!.most).toBe(0)
})
