import { expect, test } from 'vitest'
import { ideaVectors, readIdeas } from './ideas.ts'
import { ideaRings } from './local-embedder.ts'
import { dot } from './meaning.ts'

const rings = [
  'bailiff | enforcement agent',
  'bin | refuse',
  'missed bin | bin not emptied',
  'refuse | decline',
]
const ideas = readIdeas(rings)

test('a text speaks of an idea by any of its expressions, in any form of their words', () => {
  expect([...ideas.in('Enforcement agents came twice. The bailiffs were rude.')]).toEqual([[0, 2]])
})

test('a longer expression takes its words first', () => {
  expect([...ideas.in('They missed bins again')]).toEqual([[2, 1]])
})

test('an expression does not reach over the end of a sentence', () => {
  expect([...ideas.in('Nothing was missed. Bins were clean')]).toEqual([[1, 1]])
})

test('an expression of two ideas counts half for each', () => {
  expect([...ideas.in('refuse')]).toEqual([
    [1, 0.5],
    [3, 0.5],
  ])
})

test('texts with the same ideas are near in other words, texts with others are not', () => {
  const vectorOf = ideaVectors(ideas, [1, 1, 1, 1], 256)
  const bailiff = vectorOf('A bailiff at the door')
  expect(dot(bailiff, vectorOf('visited by an enforcement agent'))).toBeCloseTo(1, 5)
  expect(Math.abs(dot(bailiff, vectorOf('the bin')))).toBeLessThan(0.3)
  expect(vectorOf('Nothing of this').every(value => value === 0)).toBe(true)
})

test('the rings that ship are clean: no ring twice, each of several expressions in small letters', () => {
  const lines = ideaRings().map(({ expressions }) => expressions)
  expect(new Set(lines).size).toBe(lines.length)
  const broken = lines.filter(line => {
    const expressions = line.split(' | ')
    return (
      line !== line.toLowerCase() ||
      expressions.length < 2 ||
      expressions.some(one => one.trim() !== one || one === '')
    )
  })
  expect(broken).toEqual([])
})
