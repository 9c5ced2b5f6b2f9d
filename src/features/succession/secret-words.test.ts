import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeName } from './job-title.ts'
import { placesIn, wrongWithPlaces } from './places.ts'
import { secretIn } from './secret-words.ts'

const small = 'abcdefghijkmnopqrstuvwxyz'
const from = (signs: string, most: number) =>
  fc.array(fc.constantFrom(...signs), { minLength: 2, maxLength: most }).map(picked => picked.join(''))
const mixed = fc
  .tuple(from(small, 6), from(small.toUpperCase(), 6), from('23456789', 6))
  .map(parts => parts.join(''))

const word = fc.constantFrom(
  ...'the council keeps its accounts in one folder of Bins and every March we renew a certificate for Leeds'.split(
    ' ',
  ),
)
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map(words => words.join(' '))
const link = from(`${small}${small.toUpperCase()}0123456789-_`, 40).map(
  path => `https://docs.example.org/document/d/${path}/edit`,
)

describe('a secret', () => {
  test('is found whatever stands around it', () => {
    const secret = fc.oneof(
      fc
        .tuple(mixed, fc.constantFrom('!', '£$', '#', '@'))
        .map(([words, sign]) => `password: ${words}${sign}`),
      mixed.map(words => `pwd=${words}`),
      from('0123456789', 4).map(pin => `PIN: 0${pin}`),
      fc.tuple(mixed, from(small, 3), mixed).map(([a, sign, b]) => `Aa1${a}!${sign}${b}`),
      from('0123456789abcdef', 40).map(hex => hex.padEnd(40, 'a')),
      from(`${small}0123456789`, 30).map(key => `ghp_${key.padEnd(30, 'x')}`),
      mixed.map(token => `https://api.example.org/bins?access_token=${token}`),
      fc.tuple(from(small, 6), mixed).map(([name, key]) => `https://${name}:${key}@db.example.org/bins`),
    )
    fc.assert(
      fc.property(sentence, secret, sentence, (before, one, after) => {
        expect(secretIn(`${before} ${one} ${after}`)).not.toBeNull()
        expect(secretIn(`${before}\n${one}\n${after}`)).not.toBeNull()
      }),
    )
  })

  test('is not seen in plain words and in links to documents', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(sentence, link), { maxLength: 6 }), lines => {
        expect(secretIn(lines.join('\n'))).toBeNull()
      }),
    )
  })

  test.each([
    'The password is in the safe of the council, folder Bins',
    'Password: see the safe. Access: ask whoever leads the web team',
    'Passwords are kept by IT. API keys: in the vault',
    'GOV.UK Pay, GOV.UK Notify and Microsoft 365; server BINS-PROD-01',
    'Mail bins.team@leeds.gov.uk, or ring 0113 222 4444 after 9am',
    'Data: https://data.example.org/x?id=550e8400-e29b-41d4-a716-446655440000',
    'Contract 2024/LCC/0881, renewed on 31 March 2027 for £48,000',
    'Secrets management is by the platform team; PIN entry by the supplier',
  ])('is not seen in “%s”', words => expect(secretIn(words)).toBeNull())

  test.each([
    'Password is Winter2026!',
    'login admin / P@ssw0rd1',
    '-----BEGIN OPENSSH PRIVATE KEY-----',
    'api key = 7f3e-9912',
    'AKIAIOSFODNN7EXAMPLE',
    'recovery code: 4821-9934',
  ])('is seen in “%s”', words => expect(secretIn(words)).not.toBeNull())
})

test.each([
  ['Jane Smith', true],
  ['Mrs J. Okafor', true],
  ['jo.bloggs@leeds.gov.uk', true],
  ['Siân Lloyd-Price', true],
  ['Data Protection Officer', false],
  ['Head of Waste', false],
  ['Senior Solicitor', false],
  ['waste crew lead', false],
  ['DPO', false],
])('“%s” as a job title is taken for a name: %s', (words, expected) => {
  expect(looksLikeName(words)).toBe(expected)
})

describe('a place', () => {
  test('is a line of words, with its address where it has one', () => {
    expect(
      placesIn('Code: https://code.example/bins.\n\n  The safe, folder Bins \nhttps://www.board.example/x'),
    ).toEqual([
      { words: 'Code', href: 'https://code.example/bins' },
      { words: 'The safe, folder Bins', href: null },
      { words: 'board.example', href: 'https://www.board.example/x' },
    ])
  })

  test('leads nowhere but to https', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('javascript:', 'http://', 'data:', 'ftp://', 'file://', 'https://'),
        fc.webPath(),
        (scheme, path) => {
          const text = `It: ${scheme}code.example${path}`
          const leads = placesIn(text).flatMap(({ href }) => (href ? [href] : []))
          for (const href of leads) expect(href.startsWith('https://')).toBe(true)
          if (scheme.endsWith('//') && scheme !== 'https://') expect(wrongWithPlaces(text)).not.toBeNull()
        },
      ),
    )
  })
})
