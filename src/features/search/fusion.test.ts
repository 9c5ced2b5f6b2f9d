import { expect, test } from 'vitest'
import { fuse, fusing, isLiteral, phrasesOf, spread } from './fusion.ts'

const words = [
  { id: 'a', score: 10 },
  { id: 'b', score: 9 },
  { id: 'c', score: 1 },
]
const { least, most } = fusing.similarity
const near = [
  { id: 'c', similarity: 0.9 },
  { id: 'd', similarity: least + 0.75 * (most - least) },
  { id: 'b', similarity: 0.1 },
]
const ids = (found: { id: string }[]) => found.map(({ id }) => id)

test('without weight the order is that of the words, with all of it that of meaning', () => {
  expect(ids(fuse(words, near, 0)).slice(0, 3)).toEqual(['a', 'b', 'c'])
  expect(ids(fuse(words, near, 1)).slice(0, 2)).toEqual(['c', 'd'])
})

test('both together are the weighted sum of both, each from 0 to 1', () => {
  const found = new Map(fuse(words, near, 0.4).map(({ id, score }) => [id, score]))
  expect(found.get('a')).toBeCloseTo(0.6)
  expect(found.get('b')).toBeCloseTo(0.6 * 0.9)
  expect(found.get('c')).toBeCloseTo(0.6 * 0.1 + 0.4)
  expect(found.get('d')).toBeCloseTo(0.4 * 0.75)
})

test('what has no meaning kept is judged by its words, a little behind what answers by both', () => {
  const found = fuse(words, near, 0.4, id => id === 'a')
  expect(found[0]).toEqual({ id: 'a', score: 0.6 + 0.4 * fusing.namesOnly })
})

test('services fill no page while other work answers nearly as well, and the best of all stays first', () => {
  const rows = (...of: [string, number][]) => of.map(([id, score]) => ({ id, score }))
  const isService = ({ id }: { id: string }) => id.startsWith('service')
  const services = rows(['service 1', 1], ['service 2', 0.9], ['service 3', 0.9], ['service 4', 0.8])
  const others = rows(['problem 1', 0.5], ['project', 0.4], ['bid', 0.4], ['far', 0.1])
  expect(ids(spread([...services, ...others], isService))).toEqual([
    'service 1',
    'problem 1',
    'project',
    'service 2',
    'bid',
    'service 3',
    'service 4',
    'far',
  ])
  expect(ids(spread([...others, ...rows(['service 1', 0.05])], isService)).at(-1)).toBe('service 1')
  expect(spread(services, isService)).toEqual(services)
})

test('nothing found, by words or by meaning, is no matter', () => {
  expect(fuse([], [], 0.4)).toEqual([])
  expect(ids(fuse<string>([], [{ id: 'x', similarity: 0.5 }], 0.4))).toEqual(['x'])
})

test.each([
  ['“missed bins” in Leeds', ['missed bins']],
  ['"a" and "b c"', ['a', 'b c']],
  ['12" pipes', []],
  ['""', []],
])('the phrases of %s are %j', (text, phrases) => {
  expect(phrasesOf(text)).toEqual(phrases)
})

test.each([
  ['E07000223', true],
  ['DOS-7211', true],
  ['"missed bins"', true],
  ['bins', true],
  ['covid-19 grants', false],
  ['bins in 2018', false],
  ['missed bins', false],
])('%s is meant literally: %s', (text, expected) => {
  expect(isLiteral(text)).toBe(expected)
})
