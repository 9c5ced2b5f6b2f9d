import { readdirSync, readFileSync } from 'node:fs'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { htmlAsText } from './html-text.ts'
import { parsing, writtenIn } from './incoming.ts'
import { replyWords } from './reply-words.ts'

const folder = inRoot('test', 'mails', 'replies')
const names = readdirSync(folder).flatMap(name => (name.endsWith('.eml') ? [name.slice(0, -4)] : []))

describe('of an answer is taken what its writer wrote, as sent by', () => {
  test.each(names)('%s', async name => {
    const email = await PostalMime.parse(readFileSync(`${folder}/${name}.eml`), parsing)
    const { words, hasFiles } = writtenIn(email)
    expect(`${words}\n`).toBe(readFileSync(`${folder}/${name}.txt`, 'utf8'))
    expect(hasFiles).toBe(false)
  })

  test('at least twenty-five kinds of mail programs and mails', () => {
    expect(names.length).toBeGreaterThanOrEqual(25)
  })
})

describe('words', () => {
  test('that only look like a quote or a signature stay', () => {
    for (const words of [
      'From: the log of the crews, sent each week.',
      'On Monday my colleague wrote: count them twice.\nAnd we did.',
      'Thanks\n\nWe count them by the log of the crews, and a clerk looks through what the residents told us in the week before.\nThen we compare the two, street by street, and ring whoever reported a bin that the log says was emptied on that day.',
      'This email address is not in use any more: ask the depot.',
      'The cost is 5 -- or 6 -- pounds.',
    ])
      expect(replyWords(words).words).toBe(words)
  })

  test('that are marked as not for everyone are known as such, and a quoted marking is not', () => {
    expect(replyWords('OFFICIAL-SENSITIVE\n\nThe log.').isSensitive).toBe(true)
    expect(replyWords('The log.', 'RE: [OFFICIAL SENSITIVE] bins').isSensitive).toBe(true)
    expect(replyWords('The log.\n\n> OFFICIAL-SENSITIVE').isSensitive).toBe(false)
    expect(replyWords('OFFICIAL\n\nThe log.')).toEqual({ words: 'The log.', isSensitive: false })
  })

  test.each([
    ['quotes', '> '.repeat(100_000)],
    ['introductions', 'On a\n'.repeat(50_000)],
    ['heads', 'From: a\n'.repeat(25_000)],
    ['rules', '________\n'.repeat(22_000)],
    ['spaces', ' '.repeat(200_000)],
    ['stars', '*'.repeat(200_000)],
    ['signatures', '--\n'.repeat(60_000)],
    ['small print', 'This email \n\n'.repeat(15_000)],
  ])('of nothing but %s are read to their end', (_, text) => {
    expect(replyWords(text).isSensitive).toBe(false)
  })

  test.each([
    ['official', 'official'],
    ['a greeting', 'kind regards'],
    ['a name of a header', 'From'],
  ])('with %s before a long run of spaces are read to their end', (_, word) => {
    const text = `${word}${' '.repeat(19_000)}x\n`.repeat(10)
    expect(replyWords(`The log.\n${text}`, `${word}${'\u2003'.repeat(120_000)}x`).words).toContain('The log.')
  })
})

describe('HTML', () => {
  test.each([
    ['tags that do not end', '<a '.repeat(300_000)],
    ['comments that do not end', '<!--'.repeat(250_000)],
    ['scripts that do not end', '<script>'.repeat(120_000)],
    ['quotes in quotes', '<blockquote>'.repeat(80_000)],
    ['entities', '&amp'.repeat(250_000)],
    ['signs', '<'.repeat(1_000_000)],
    ['spaces that do not break', `${'\u00a0'.repeat(999_999)}x`],
  ])('of nothing but %s is read to its end', (_, html) => {
    expect(htmlAsText(html)).not.toContain('alert')
  })

  test('becomes text: what runs or is not shown is left out', () => {
    expect(
      htmlAsText('<p>a &lt;b&gt; &#x1F600; &pound;3 &bogus;</p><style>p{}</style><script>x</script>'),
    ).toBe('a <b> 😀 £3 &bogus;')
  })
})
