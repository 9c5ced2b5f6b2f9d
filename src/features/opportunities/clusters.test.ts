import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findClusters, type Item } from './clusters.ts'
import { loadMatrixProduct } from './matrix-product.ts'

const matrix = await loadMatrixProduct()

import { carryOver } from './identities.ts'
import { labelClusters } from './labels.ts'
import { sayRange, sumOfBands } from './money.ts'
import { fillSeats, sayOpenSeats } from './seats.ts'

const unit = (numbers: number[]) => numbers.map(number => number / (Math.hypot(...numbers) || 1))
const vector = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 }).map(unit)
const corpus = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[0-9a-f]{1,6}$/),
      vectors: fc.array(vector, { minLength: 1, maxLength: 2 }),
    }),
    {
      selector: ({ id }) => id,
      minLength: 2,
      maxLength: 40,
    },
  )
  .chain(items => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })))

test('clusters are the same in whatever order their items come, and hold each item once', async () => {
  await fc.assert(
    fc.asyncProperty(corpus, async ([items, shuffled]) => {
      const clusters = findClusters(items, matrix)
      expect(findClusters(shuffled, matrix)).toEqual(clusters)
      expect(clusters.flatMap(({ ids }) => ids).toSorted()).toEqual(items.map(({ id }) => id).toSorted())
      for (const { name, ids } of clusters) expect(name).toBe(ids.toSorted()[0])
    }),
    { numRuns: 60 },
  )
})

test('what says the same is together, and what belongs nowhere stands by itself', async () => {
  const towards = (direction: number, aside: number) =>
    unit(Array.from({ length: 8 }, (_, at) => (at === direction ? 5 : at === 5 + aside ? 1 : 0)))
  const items: Item[] = [0, 1, 2].flatMap(aside =>
    [0, 1].map(direction => ({ id: `${direction}-${aside}`, vectors: [towards(direction, aside)] })),
  )
  const clusters = findClusters([...items, { id: 'alone', vectors: [towards(4, 0)] }], matrix)
  expect(clusters.map(({ ids }) => ids).toSorted()).toEqual([
    ['0-0', '0-1', '0-2'],
    ['1-0', '1-1', '1-2'],
    ['alone'],
  ])
})

test('an id may be the name of what every object has', () => {
  const items = ['__proto__', 'constructor', 'toString'].map(id => ({ id, vectors: [unit([1, 1, 0])] }))
  expect(findClusters(items, matrix).map(({ ids }) => ids)).toEqual([
    ['__proto__', 'constructor', 'toString'],
  ])
})

test('a thing of two passages is as near as the nearest of them', async () => {
  const items = [
    { id: 'a', vectors: [unit([1, 0, 0]), unit([0, 1, 0])] },
    { id: 'b', vectors: [unit([0, 1, 0.1])] },
    { id: 'c', vectors: [unit([0, 0, 1])] },
  ]
  expect(findClusters(items, matrix).map(({ ids }) => ids)).toEqual([['a', 'b'], ['c']])
})

test('a thing without vectors stands by itself', async () => {
  expect(findClusters([{ id: 'a', vectors: [] }], matrix)).toEqual([{ name: 'a', ids: ['a'] }])
})

test('a cluster is labelled with what its texts share and the others lack', () => {
  const [bins, damp] = labelClusters([
    ['Crews miss bins in our streets', 'A missed bin nobody can explain', 'Bins missed by crews'],
    ['Damp in council homes', 'Mould and damp reported by tenants', 'Streets of homes with mould'],
  ])
  expect(bins!.slice(0, 2)).toEqual(['bin', 'crew'])
  expect(damp).toEqual(expect.arrayContaining(['damp', 'mould']))
  expect(bins).not.toContain('damp')
})

test('a cluster keeps its identity while half of it stays, and none is given twice', () => {
  const known = [{ id: 'old', members: ['a', 'b', 'c', 'd'] }]
  expect(carryOver(known, [{ id: 'a', members: ['a', 'b', 'c', 'x'] }])).toEqual(new Map([['a', 'old']]))
  expect(carryOver(known, [{ id: 'x', members: ['d', 'x', 'y'] }])).toEqual(new Map())
  const halves = [
    { id: 'a', members: ['a', 'b', 'c'] },
    { id: 'd', members: ['d'] },
  ]
  expect(carryOver(known, halves)).toEqual(new Map([['a', 'old']]))
})

test('money at stake is the sum of the bands, of each organisation the highest', () => {
  expect(sumOfBands([{ organisationId: 'a', cost: null }])).toBeNull()
  const costs = [
    { organisationId: 'a', cost: '10k-50k' },
    { organisationId: 'a', cost: '50k-250k' },
    { organisationId: 'b', cost: 'under-10k' },
  ] as const
  expect(sayRange(sumOfBands([...costs])!)).toBe('£50,000 to £260,000')
  expect(sayRange(sumOfBands([...costs, { organisationId: 'c', cost: 'over-1m' }])!)).toBe(
    '£1,050,000 or more',
  )
})

test('seats are taken so that as many as can be are, and the rest is said', () => {
  const seats = [
    { kind: null, region: null, count: 1 },
    { kind: 'county', region: 'South East', count: 1 },
    { kind: 'district', region: null, count: 2 },
  ] as const
  const surrey = { id: 'surrey', type: 'County council', region: 'South East' }
  const kent = { id: 'kent', type: 'County council', region: 'South East' }
  const devon = { id: 'devon', type: 'County council', region: 'South West' }
  const filled = fillSeats([...seats], [surrey, devon, kent])
  expect(filled.seats.map(({ taken }) => taken)).toEqual([['devon'], ['surrey'], []])
  expect(filled.others).toEqual(['kent'])
  expect(sayOpenSeats(filled.seats)).toBe('two districts')
  expect(sayOpenSeats(fillSeats([...seats], []).seats)).toBe(
    'one organisation, one county in the South East and two districts',
  )
})
