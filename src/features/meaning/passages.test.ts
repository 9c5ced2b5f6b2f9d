import { expect, test } from 'vitest'
import { passagesOf } from './passages.ts'

const wordsAsPieces = (text: string) => text.split(/\s+/).filter(Boolean).map(Number)
const sentence = (words: number) => `${Array.from({ length: words }, () => 'word').join(' ')}.`

test('a text that the model can read whole is one passage', () => {
  expect(passagesOf('Bins are missed. Nobody knows why.', wordsAsPieces)).toEqual([
    { text: 'Bins are missed. Nobody knows why.', pieces: 6 },
  ])
  expect(passagesOf(' \n ', wordsAsPieces)).toEqual([])
})

test('a longer one is cut between sentences, and a sentence that is too long at a space', () => {
  const passages = passagesOf([sentence(100), sentence(20), sentence(90)].join(' '), wordsAsPieces)
  expect(passages.map(({ pieces }) => pieces)).toEqual([120, 90])
  const long = passagesOf(sentence(300), wordsAsPieces).map(({ pieces }) => pieces)
  expect(Math.max(...long)).toBeLessThanOrEqual(128)
  expect(long.reduce((sum, length) => sum + length, 0)).toBe(300)
})

test('of an endless text the beginning is read', () => {
  const passages = passagesOf(sentence(100_000), wordsAsPieces)
  expect(passages.length).toBeLessThanOrEqual(24)
})
