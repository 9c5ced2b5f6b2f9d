import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asUri } from './uri.ts'

const ajv = new Ajv()
addFormats(ajv)
const isUri = ajv.compile({ type: 'string', format: 'uri' })

test('addresses as people paste them become such as the standard wants', () => {
  expect(asUri('https://github.com/leeds/bins')).toBe('https://github.com/leeds/bins')
  expect(asUri('https://example.org/a b|c?x=[1]#y#z')).toBe('https://example.org/a%20b%7Cc?x=%5B1%5D#y%23z')
  expect(asUri('https://example.org/50%')).toBe('https://example.org/50%25')
  expect(asUri('javascript:alert(1)')).toBeNull()
  expect(asUri('see our wiki')).toBeNull()
})

test('whatever is made of an address fits the format', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), rest => {
      const made = asUri(`https://example.org/${rest}`)
      expect(made === null || isUri(made)).toBe(true)
    }),
  )
})
