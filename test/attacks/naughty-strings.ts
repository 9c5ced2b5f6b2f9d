import { createRequire } from 'node:module'

const published: string[] = createRequire(import.meta.url)('big-list-of-naughty-strings')

/** What has broken a site like this one, beside what is published. */
const own = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u001b[31m\u0007',
  'a\r\nset-cookie: a=b\r\n\r\n<script>',
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  '//evil.example/',
  '/\\evil.example',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '-'.repeat(36),
  '9'.repeat(40),
  '-1',
  '1e9',
  '2147483648',
  '9007199254740991',
  'x'.repeat(3000),
  ...[
    ['a\u0000', '01900000-0000-7000-8000-000000000000'],
    ['0000-01-01', '01900000-0000-7000-8000-000000000000'],
    [9e15, '01900000-0000-7000-8000-000000000000'],
    [{}, []],
  ].map(key => Buffer.from(JSON.stringify(key)).toString('base64url')),
]

export const naughtyStrings = [...published, ...own]

/** Numbers from 0 to 1 that are the same in every run. */
export function seededNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** As many of these, in another order. */
export function someOf<T>(all: T[], count: number, random: () => number): T[] {
  const ranked = all.map(one => ({ one, rank: random() })).sort((a, b) => a.rank - b.rank)
  return ranked.slice(0, count).map(({ one }) => one)
}
