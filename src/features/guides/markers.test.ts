import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentBlocks } from './document-blocks.ts'
import { brokenMarkers, fillTemplate, fillWords, markersIn } from './markers.ts'

const textOf = (markdown: string) =>
  documentBlocks(markdown).map(({ kind, runs }) => ({ kind, text: runs.map(({ text }) => text).join('') }))
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()

const nasty = fc.string({ unit: fc.constantFrom(...'ab1 #*_-+=~`>[]()!.&<{}|\\\n\t:;/"\''), maxLength: 60 })
const typed = fc
  .oneof(nasty, fc.string({ maxLength: 60 }))
  .map(text => text.replace(/(?![\n\t])\p{Cc}/gu, ''))
  .filter(text => text.trim() !== '')

describe('what is filled in stays what was typed', () => {
  test('on a line of its own it becomes paragraphs with the same words, and nothing else', () => {
    fc.assert(
      fc.property(typed, text => {
        const blocks = textOf(fillWords('## What\n\n{{what happens}}\n\n## Who', { 'what happens': text }))
        expect(blocks.at(0)).toEqual({ kind: 'heading', text: 'What' })
        expect(blocks.at(-1)).toEqual({ kind: 'heading', text: 'Who' })
        const inner = blocks.slice(1, -1)
        expect(new Set(inner.map(({ kind }) => kind))).toEqual(new Set(['paragraph']))
        expect(squeezed(inner.map(block => block.text).join(' '))).toBe(squeezed(text))
      }),
      { numRuns: 500 },
    )
  })

  test('within a line it stays in that line', () => {
    fc.assert(
      fc.property(typed, text => {
        const blocks = textOf(fillWords('- **By:** {{led by}}\n- End', { 'led by': text }))
        expect(blocks).toHaveLength(2)
        expect(blocks[0]!.kind).toBe('item')
        expect(squeezed(blocks[0]!.text)).toBe(squeezed(`By: ${text}`))
      }),
      { numRuns: 500 },
    )
  })

  test('a list becomes as many items', () => {
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 5 }), lines => {
        const blocks = textOf(fillWords('{{partners}}', { partners: lines }))
        expect(blocks.map(({ kind }) => kind)).toEqual(lines.map(() => 'item'))
        expect(blocks.map(({ text }) => squeezed(text))).toEqual(lines.map(squeezed))
      }),
      { numRuns: 300 },
    )
  })
})

test('steps are counted from the number that they begin with', () => {
  const numbers = documentBlocks('1. One\n2. Two\n\nThen\n\n3. Three').flatMap(block =>
    block.kind === 'step' ? block.number : [],
  )
  expect(numbers).toEqual([1, 2, 3])
})

test('a text that holds a marker is not filled in again', () => {
  expect(textOf(fillWords('{{title}}', { title: 'See {{budget}}', budget: '£1' }))[0]!.text).toBe(
    'See {{budget}}',
  )
})

test('what is not known is named, to be written by hand', () => {
  expect(textOf(fillWords('{{title}}\n\n- By: {{led by}}', { title: '' }))).toEqual([
    { kind: 'paragraph', text: '[title]' },
    { kind: 'item', text: 'By: [led by]' },
  ])
})

test('advice goes where all under its heading is filled in, and stays where something is missing', () => {
  const template =
    '## One\n\n> Say it.\n\n{{title}}\n\n## Two\n\n> Say more.\n\n{{why}}\n\n## Three\n\n> Think.\n'
  const kinds = textOf(fillTemplate(template, { title: 'Bins' })).map(({ kind, text }) => `${kind} ${text}`)
  expect(kinds).toEqual([
    'heading One',
    'paragraph Bins',
    'heading Two',
    'advice Say more.',
    'paragraph [why]',
    'heading Three',
    'advice Think.',
  ])
})

test('markers are told from braces that are none', () => {
  expect(markersIn('{{title}} {{ led by }} {{title}} {{Title}} {title}')).toEqual(['title', 'led by'])
  expect(brokenMarkers('{{title}} and {{Led By}}')).toEqual(['{{Led By}}'])
})

test('names of what every object has are no values', () => {
  expect(fillWords('{{constructor}}', {})).toBe('[constructor]')
})
