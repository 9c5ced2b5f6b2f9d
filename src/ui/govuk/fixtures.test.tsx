import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { official } from './fixtures-as-props.tsx'
import { sameMarkup, sameWords } from './markup.ts'

interface Fixture {
  name: string
  options: never
  html: string
}

const fixturesOf = (component: string): Fixture[] => {
  const folder = inRoot('node_modules', 'govuk-frontend', 'dist', 'govuk', 'components', component)
  return JSON.parse(readFileSync(join(folder, 'fixtures.json'), 'utf8')).fixtures
}

const all = Object.entries(official).flatMap(([component, element]) =>
  fixturesOf(component).map(fixture => ({
    ...fixture,
    component,
    ours: () => render(element(fixture.options)),
  })),
)

describe(`${all.length} official examples of ${Object.keys(official).length} components, none left out`, () => {
  test.each(all)('$component: $name', ({ html, ours }) => {
    const mine = ours()
    expect(sameMarkup(mine)).toEqual(sameMarkup(html))
    expect(sameWords(mine)).toBe(sameWords(html))
  })
})

describe('the comparison notices', () => {
  const spoilt: [string, (html: string) => string][] = [
    ['a lost aria-hidden', html => html.replace(' aria-hidden="true"', '')],
    ['a lost error class', html => html.replace(' govuk-input--error', '')],
    ['a lost described-by', html => html.replace(/ aria-describedby="[^"]*"/, '')],
    ['escaping gone', html => html.replace('&lt;', '<')],
    ['words run together', html => html.replace('</span> ', '</span>')],
    ['words left out', html => html.replace('Warning', '')],
    ['an element of another name', html => html.replaceAll('h2', 'h3')],
    ['a lost disabled', html => html.replace(' disabled', '')],
  ]
  test.each(spoilt)('%s, wherever an example has it', (_, spoil) => {
    const changed = all
      .map(({ html }) => ({ html, bad: spoil(html) }))
      .filter(({ html, bad }) => html !== bad)
    expect(changed.length).toBeGreaterThan(0)
    const missed = changed.filter(
      ({ html, bad }) =>
        JSON.stringify(sameMarkup(html)) === JSON.stringify(sameMarkup(bad)) &&
        sameWords(html) === sameWords(bad),
    )
    expect(missed).toEqual([])
  })
})
