import { expect, test } from 'vitest'
import { knownParts, readWordVectors, wordsIn, writeWordVectors } from './word-vectors.ts'

test('what is written is read again, to a hundredth of the largest number', () => {
  const vectors = [
    { word: 'bin', rank: 0, vector: [1, -0.5, 0.25] },
    { word: 'naïve', rank: 70_000, vector: [0, 0, 0] },
  ]
  const read = readWordVectors(writeWordVectors(vectors, 3))
  const sum = new Float32Array(3)
  expect(read.add('bin', 2, sum)).toBe(true)
  for (const [at, value] of [2, -1, 0.5].entries()) expect(sum[at]).toBeCloseTo(value, 1)
  expect([read.rankOf('bin'), read.rankOf('naïve'), read.rankOf('tip')]).toEqual([0, 70_000, undefined])
  expect(read.add('tip', 1, sum)).toBe(false)
})

test('a word that is not known whole is looked for without its ’s, and in its parts', () => {
  const known = (word: string) => ['fly', 'tipping', 'council', 're-use'].includes(word)
  expect(wordsIn('The Council’s fly-tipping, re-use')).toEqual(['the', "council's", 'fly-tipping', 're-use'])
  expect(wordsIn('The Council’s fly-tipping, re-use').flatMap(word => knownParts(word, known))).toEqual([
    'council',
    'fly',
    'tipping',
    're-use',
  ])
})
