import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { isSafeAddress, Link } from './link.tsx'

describe('an address that a person gave', () => {
  test.each([
    'https://example.org/a?b=c:d#e',
    'HTTP://example.org',
    'mailto:team@example.org',
    '/problems/missed-bins',
    '?page=2',
    '#main-content',
    './notes:draft/1',
    '',
  ])('becomes a link when it is %s', address => {
    expect(isSafeAddress(address)).toBe(true)
  })

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript:alert(1)//https://example.org',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://example.org/1',
    'file:///etc/passwd',
  ])('keeps its words but is no link when it is %j', address => {
    expect(render(<Link href={address}>our page</Link>)).toBe('<span class="govuk-link">our page</span>')
  })
})

test('no component but the link writes an anchor', () => {
  const folder = inRoot('src', 'ui')
  const writers = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .filter(name =>
      /<a[\s>]/.test(readFileSync(join(folder, name), 'utf8').replaceAll(/\/\*\*.*?\*\//gs, '')),
    )
  expect(writers).toEqual(['link.tsx'])
})
