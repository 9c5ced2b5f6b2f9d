import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Differences, differencesBetween, differencesOf } from './differences.tsx'

test('a text is told by the words that stayed, came and went', () => {
  expect(differencesBetween('three crews rode', 'four crews rode')).toEqual([
    { text: 'three', change: 'removed' },
    { text: 'four', change: 'added' },
    { text: ' crews rode', change: null },
  ])
})

test('what is the same is left out, and without a version before all that is said is shown as it is', () => {
  expect(differencesOf([{ title: 'Why', before: 'a', after: 'a' }])).toEqual([])
  expect(differencesOf([{ title: 'Why', before: null, after: '' }])).toEqual([])
  expect(differencesOf([{ title: 'Why', before: null, after: 'a' }])).toEqual([
    { title: 'Why', stretches: [{ text: 'a', change: null }] },
  ])
})

test('who listens hears which words were added and which taken away', () => {
  const differences = differencesOf([{ title: 'Why', before: 'three', after: 'four' }])
  const html = renderToString(<Differences differences={differences} />)
  expect(html.replace(/<[^>]+>/g, '')).toContain('[removed: three]  [added: four]')
})
