import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Marked } from './closeness.tsx'
import { MetaLine, ResultRow } from './result-row.tsx'

test('a row says how close it is in words, why it is there, and what each action is about', () => {
  const html = render(
    <ResultRow
      title="Missed bins"
      href="/problems/1"
      closeness={3}
      why={<Marked segments={[{ text: 'Same ' }, { text: 'bins', isMarked: true }]} />}
      actions={[{ label: 'Watch', href: '/problems/1/watch' }]}
    />,
  )
  expect(html).toContain('Very close')
  expect(html.match(/app-closeness__rest/g)).toHaveLength(1)
  expect(html).toContain('Same <mark class="app-mark">bins</mark>')
  expect(html).toContain('Watch<span class="govuk-visually-hidden">: Missed bins</span>')
})

test('a row that only has a title leaves no empty boxes behind', () => {
  expect(render(<ResultRow title="Missed bins" href="/problems/1" actions={[false]} />)).toBe(
    '<article class="app-row"><h3 class="app-row__title"><a href="/problems/1" class="govuk-link">Missed bins</a></h3></article>',
  )
})

test('facts in a line stand apart, and absent ones leave no dots', () => {
  expect(render(<MetaLine who="Elmford Council" items={[false, 'alpha', '', '£50,000']} />)).toBe(
    '<p class="app-meta"><strong>Elmford Council</strong> · alpha · £50,000</p>',
  )
  expect(render(<MetaLine items={[undefined]} />)).toBe('')
})

test('what people wrote is escaped wherever it stands', () => {
  const nasty = '<img src=x onerror=alert(1)>'
  const html = render(
    <ResultRow
      title={nasty}
      href="/1"
      who={nasty}
      meta={[nasty]}
      why={nasty}
      actions={[{ label: nasty, href: '/2' }]}
    >
      {nasty}
    </ResultRow>,
  )
  expect(html).not.toContain('<img')
  expect(html.match(/&lt;img/g)).toHaveLength(7)
})
