import { describe, expect, test } from 'vitest'
import { companyNumber } from '#features/contract-reading/index.ts'
import {
  couldBeIndividual,
  isNobodyInParticular,
  isRedacted,
  isSurelyBody,
  looksLikeIndividual,
} from './individuals.ts'
import { isNearKey, supplierKey } from './supplier-names.ts'

describe('a supplier’s name', () => {
  test.each([
    ['Acme Kennels Ltd', 'ACME KENNELS LIMITED'],
    ['The Acme Kennels Company', 'Acme Kennels'],
    ['Day’s Accountancy Services Ltd.', "Days' Accountancy Services Limited"],
    ['Marks & Sons plc', 'Marks and Sons'],
    ['Zurich Insurance Company t/a Zurich Municipal', 'Zurich Insurance Co. Ltd'],
    ['Senator International Limited Trading As The Senator Group', 'Senator International'],
    ['Acme Kennels (Leeds) Ltd', 'Acme Kennels UK Ltd'],
  ])('%s is the same as %s', (one, other) => {
    expect(supplierKey(one)).toBe(supplierKey(other))
  })

  test.each([
    ['Civica', 'Civica UK Software'],
    ['dxw', 'Dxw Digital'],
    ['Idox Software', 'Idox Sofware'],
  ])('%s may be %s, and somebody has to say', (one, other) => {
    expect(supplierKey(one)).not.toBe(supplierKey(other))
    expect(isNearKey(supplierKey(one), supplierKey(other))).toBe(true)
  })

  test.each([
    ['Northgate', 'Northern Gas'],
    ['Leeds Kennels', 'Adur Kennels'],
  ])('%s is not %s', (one, other) => {
    expect(isNearKey(supplierKey(one), supplierKey(other))).toBe(false)
  })

  test('of nothing but legal forms still has a key', () => {
    expect(supplierKey('The Company Ltd')).not.toBe('')
  })
})

test.each([
  ['123456', '00123456'],
  ['SC 123456', 'SC123456'],
  ['GB-COH-01234567', '01234567'],
  ['12', undefined],
  ['VAT 123', undefined],
])('the company number %s is read as %s', (text, read) => {
  expect(companyNumber(text)).toBe(read)
})

test.each([
  'Rachael Placeholder',
  'Mr A Placeholder',
  'Dr. Placeholder',
  'J R Placeholder',
  'Placeholder, Sarah',
  'J. Placeholder',
])('%s looks like a person', name => {
  expect(looksLikeIndividual(name)).toBe(true)
  expect(isSurelyBody(name)).toBe(false)
})

test.each([
  'Grant Thornton UK LLP',
  'Dr Martens Ltd',
  'Rachael Placeholder Limited',
  'John Lewis Partnership',
  'Royal Mail',
  'S TAXIS',
  'Kent County Council',
  '3M',
])('%s does not look like a person', name => {
  expect(looksLikeIndividual(name)).toBe(false)
})

test.each(['REDACTED', 'Redacted - personal data', 'Individual', 'Individual (personal data withheld)'])(
  '%s names nobody, for a person’s sake',
  name => {
    expect(isRedacted(name)).toBe(true)
  },
)

test.each(['Various', 'Multiple suppliers', 'TBC', 'One Ltd|Two Ltd', '12 suppliers'])(
  '%s is nobody in particular',
  name => {
    expect(isNobodyInParticular(name)).toBe(true)
  },
)

test.each([
  'Agnieszka Kowalska',
  'agnieszka kowalska',
  'PLACEHOLDER JANE',
  'Jane PLACEHOLDER',
  'Placeholder, J',
  'Kowalska, Agnieszka',
  'Jane Placeholder t/a Sparkle',
  'Agnieszka Kowalska trading as Sparkle Cleaning Services',
  'A B Kowalska',
  'Maria da Silva',
  'Agnieszka Green',
  'Jane Church',
])('%s could be a person, and gets no page unasked', name => {
  expect(couldBeIndividual(name)).toBe(true)
  expect(isSurelyBody(name)).toBe(false)
})

test.each([
  'Bright Path',
  'Day’s Accountancy Services Limited',
  'Trustmarque',
  'Royal Mail',
  'Turning Point',
  'Lloyds Bank',
  'Citizens Advice',
  'Showcase PSR Portsdown',
  'Placeholder Jane LLP',
  'Kowalska plc',
  'Agnieszka Kowalska CIC',
  'Kowalska Memorial Trust',
  'Kowalska County Council',
  'Kowalska Primary School',
  'Kowalska Cleaning Services',
  'Kowalska Group',
  'Kowalska & Placeholder',
  'Zurich Insurance Company t/a Zurich Municipal',
  'PwC (PricewaterhouseCoopers)',
  'King James’s School',
])('%s could be nobody', name => {
  expect(couldBeIndividual(name)).toBe(false)
})

test('no key is longer than the longest name', () => {
  expect(supplierKey('('.repeat(100_000)).length).toBeLessThanOrEqual(300)
})
