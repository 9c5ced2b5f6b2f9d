import { describe, expect, test } from 'vitest'
import { plainText, tokensOf } from './plain-words.ts'

describe('plain words', () => {
  test.each([
    ['e-payments', 'payments epayments'],
    ['re-key what is re-usable', 'key rekey what is usable reusable'],
    ['COVID-19', 'covid 19 covid19'],
    ['anti-social behaviour', 'anti social antisocial behavior'],
    ['GOV.UK Pay', 'gov uk govuk pay'],
    ['OpenCommunity', 'open community opencommunity'],
    ['grants/vouchers', 'grants vouchers'],
    ['£50,000 and 3.5%', '50000 and 3.5'],
    ['the council’s crews don’t', 'the council crews'],
    ['U.K.', 'uk'],
    ['Organization, organisation', 'organisation organisation'],
    ['licence licensing children', 'license licensing child'],
    ['Ynys Môn', 'ynys mon'],
    ['2018-12-07', '2018 12 07'],
    ['constructor', 'constructor'],
    ['aa⑴b, ⒈ and ½', 'aa 1 b 1 and 1 2'],
  ])('reads “%s” as “%s”', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })

  test('what is no word leaves nothing: NUL, lone surrogates, emoji, punctuation', () => {
    expect(plainText('\u0000 \ud800 🙂 … -- // ')).toBe('')
  })

  test('other scripts stay as they are', () => {
    expect(plainText('مرحبا мир')).toBe('مرحبا мир')
  })

  test('a token knows its place in the text', () => {
    const text = '“Missed-bin” reports'
    expect([...tokensOf(text)].map(({ start, end }) => text.slice(start, end))).toEqual([
      'Missed-bin',
      'reports',
    ])
  })

  test('100 kB of one word, or of connectors, is read to its end', () => {
    expect(plainText(`${'a-'.repeat(50_000)}end`)).toMatch(/end$/)
    expect(plainText(`${'x'.repeat(100_000)} end`)).toMatch(/end$/)
    expect(plainText(`${"aA'".repeat(33_000)} end`)).toMatch(/end$/)
  })
})
