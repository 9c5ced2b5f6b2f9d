import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { inRoot, root } from '#plumbing/root.ts'
import { papers } from '../scripts/draw-features.ts'
import { site } from '../src/features.ts'

const texts = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).map(path => ({ path, text: read(path) }))

function read(path: string) {
  return readFileSync(inRoot(path), 'utf8')
}

const linksOf = (text: string) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to!)

test('the graph, the joins and the settings in the papers are those of the code (else: npm run types)', () => {
  for (const [path, text] of papers()) expect(read(path)).toBe(text)
})

test('the graph shows every feature that the site is made of', () => {
  const text = papers().get('docs/architecture.md')!
  const missing = site.features.filter(({ name }) => !new RegExp(`^ {2}${name}( -->|$)`, 'm').test(text))
  expect(missing).toEqual([])
})

test('every link to a file leads to one', () => {
  const local = texts.flatMap(({ path, text }) =>
    linksOf(text)
      .filter(to => !/^(https?:|mailto:|#)/.test(to))
      .map(to => ({ path, to: join(dirname(path), to.split('#')[0]!) })),
  )
  expect(local.length).toBeGreaterThan(20)
  expect(local.filter(({ to }) => !existsSync(inRoot(to)))).toEqual([])
})

test('CONTRIBUTING names every npm script, and only those; there are ten at most', () => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
  const named = [...read('CONTRIBUTING.md').matchAll(/^\| `npm (?:run )?([\w:-]+)/gm)].map(([, name]) => name)
  expect(named.toSorted()).toEqual(scripts.toSorted())
  expect(scripts.length).toBeLessThanOrEqual(10)
})

test('operating.md names every import format and every command', () => {
  const text = read('docs/operating.md')
  const missing = [
    ...site.slot('imports').map(({ format }) => `\n| \`${format}\` |`),
    ...site.slot('commands').map(({ name }) => `npx pipeline ${name}`),
  ].filter(words => !text.includes(words))
  expect(missing).toEqual([])
})

test('each decision is one page with the same four parts', () => {
  const decisions = texts.filter(({ path }) => path.startsWith('docs/decisions/'))
  expect(decisions.length).toBeGreaterThan(10)
  for (const { path, text } of decisions) {
    const parts = [...text.matchAll(/^## (.+)$/gm)].map(([, part]) => part)
    expect({ path, parts }).toEqual({ path, parts: ['Context', 'Decision', 'Why', 'Consequences'] })
    expect(text.startsWith(`# ${Number(/(\d{4})-/.exec(path)![1])}. `)).toBe(true)
  }
})
