import { expect, test } from 'vitest'
import { createSite, type Feature } from './feature.ts'

const feature = (name: string, ...dependsOn: string[]): Feature => ({ name, dependsOn })
const order = (...features: Feature[]) => createSite(features).features.map(({ name }) => name)

test('each feature comes after those it depends on, whatever the order they are listed in', () => {
  expect(order(feature('c', 'b', 'a'), feature('b', 'a'), feature('a'))).toEqual(['a', 'b', 'c'])
})

test('features that depend in a circle are refused, and the circle is shown', () => {
  const circle = [feature('a', 'b'), feature('b', 'c'), feature('c', 'a')]
  expect(() => createSite(circle)).toThrow('Features depend in a circle: a → b → c → a')
  expect(() => createSite([feature('a', 'a')])).toThrow('a → a')
})

test('a feature that depends on an unknown one is refused', () => {
  expect(() => createSite([feature('a', 'z')])).toThrow('The feature a depends on z, which does not exist.')
})

test('two features of one name are refused', () => {
  expect(() => createSite([feature('a'), feature('a')])).toThrow('the same name')
})

test('a slot holds what all features put into it, in the order of the features', () => {
  const site = createSite([
    { name: 'b', dependsOn: ['a'], activities: ['thing.happened'] },
    { name: 'a', activities: ['pot.imported'] },
  ])
  expect(site.slot('activities')).toEqual(['pot.imported', 'thing.happened'])
  expect(site.slot('commands')).toEqual([])
})
