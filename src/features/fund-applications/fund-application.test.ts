import { describe, expect, test } from 'vitest'
import { readableTitle, roundCertainty, roundRank, sourceAddress } from './fund-application.ts'

test('a bare subject in brackets becomes a title that says whose words it is', () => {
  expect(readableTitle('(Pipeline)', 'expression-of-interest')).toEqual({
    title: 'Expression of interest about Pipeline',
    title_is_ours: true,
  })
  expect(readableTitle('Housing (repairs)', 'application')).toEqual({
    title: 'Housing (repairs)',
    title_is_ours: false,
  })
})

test('later rounds stand before earlier ones, and the unknown last', () => {
  const rounds = [null, 'R1', 'R2', 'R2 or R3', 'R3', 'R4', 'C-19', 'R5']
  const ranks = rounds.map(roundRank)
  expect(ranks.toSorted((a, b) => a - b)).toEqual(ranks)
})

describe('how sure a round is', () => {
  test.each([
    ['inferred (80k discovery cap)', true, '80k discovery cap'],
    ['stated (award lists)', false, 'award lists'],
    ['unknown', false, null],
    [null, false, null],
  ])('is read from “%s”', (basis, isInferred, because) => {
    expect(roundCertainty(basis)).toEqual({ isInferred, because })
  })
})

test('a file in a repository gets the address of that file', () => {
  expect(sourceAddress('github:Someone/a-site.github.io full-application.md')).toBe(
    'https://github.com/Someone/a-site.github.io/blob/HEAD/full-application.md',
  )
  expect(sourceAddress('https://example.org/bid')).toBe('https://example.org/bid')
  expect(sourceAddress(null)).toBeNull()
})
