import { expect, test } from 'vitest'
import { differencesBetween, differencesOf } from './differences.tsx'

test('differences are told by words', () => {
  expect(differencesBetween('Bins are missed.', 'Bins are often missed.')).toEqual([
    { text: 'Bins are ', change: null },
    { text: 'often ', change: 'added' },
    { text: 'missed.', change: null },
  ])
})

test('numbers are told whole', () => {
  expect(differencesBetween('Leeds: 33.11%', 'Leeds: 34.5%')).toEqual([
    { text: 'Leeds: ', change: null },
    { text: '33.11', change: 'removed' },
    { text: '34.5', change: 'added' },
    { text: '%', change: null },
  ])
})

test('headings under which nothing differs are left out; without a version before, all is plain', () => {
  const said = [
    { title: 'Title', before: 'Bins', after: 'Bins' },
    { title: 'Tried', before: 'A form', after: '' },
  ]
  expect(differencesOf(said)).toEqual([
    { title: 'Tried', stretches: [{ text: 'A form', change: 'removed' }] },
  ])
  expect(differencesOf([{ title: 'Title', before: null, after: 'Bins' }])).toEqual([
    { title: 'Title', stretches: [{ text: 'Bins', change: null }] },
  ])
})
