import { expect, test } from 'vitest'
import { firstBlocks, inSentences, plainBlocks } from './plain-blocks.ts'

test('Markdown becomes words: links keep their address, a list is one sentence, headings fall away', () => {
  const blocks = plainBlocks(
    '# Found\n\nSee [the map](https://a.example/map), **now**:\n\n- one\n- two.\n\n`code` ends',
  )
  expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'heading: Found',
    'paragraph: See the map (https://a.example/map), now:',
    'item: one',
    'item: two.',
    'paragraph: code ends',
  ])
  expect(inSentences(blocks)).toBe('See the map (https://a.example/map), now: one; two. code ends.')
})

test('tags and scripts stay words', () => {
  expect(plainBlocks('<script>alert(1)</script> x')).toEqual([
    { kind: 'paragraph', text: '<script>alert(1)</script> x' },
  ])
})

test('a long text ends at a word', () => {
  expect(firstBlocks(plainBlocks('one two three four\n\nfive'), 9)).toEqual([
    { kind: 'paragraph', text: 'one two …' },
  ])
})
