import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type Facet, FilterLink, FilterPanel, KeysetPagination, SortLinks } from './filter.tsx'

const phase = (isChosen: boolean): Facet => ({
  name: 'phase',
  title: 'Phase',
  values: [{ value: 'alpha', label: 'Alpha', count: 1652, isChosen }],
})
const panel = (facets: Facet[]) =>
  render(
    <FilterPanel
      action="/search"
      facets={facets}
      keep={[{ name: 'q', value: 'bins' }]}
      clearHref="/search?q=bins"
    />,
  )

test('filters are a form of their own that keeps what was sought', () => {
  const html = panel([phase(false)])
  expect(html).toContain('<form class="app-filter" id="filter" action="/search" method="get"')
  expect(html).toContain('<input type="hidden" name="q" value="bins"/>')
  expect(html).toContain('(1,652)')
})

test('a facet with a choice stands open and can be cleared', () => {
  expect(panel([phase(false)])).not.toMatch(/ open|Clear filters/)
  const chosen = panel([phase(true)])
  expect(chosen).toContain('<details class="app-facet" open>')
  expect(chosen).toContain('1 chosen')
  expect(chosen).toContain('Clear filters')
})

test('a facet without values is not offered, nor a panel without facets', () => {
  const empty = { ...phase(false), name: 'region', title: 'Region', values: [] }
  expect(panel([phase(false), empty])).not.toContain('Region')
  expect(panel([empty])).toBe('')
  expect(render(<FilterLink facets={[empty]} />)).toBe('')
  expect(render(<FilterLink facets={[phase(false)]} />)).toContain('href="#filter"')
})

test('the present order is no link', () => {
  const html = render(
    <SortLinks
      choices={[
        { label: 'Closest', href: '/1', isCurrent: true },
        { label: 'Newest', href: '/2' },
      ]}
    />,
  )
  expect(html).toContain('<strong aria-current="true">Closest</strong>')
  expect(html.match(/href=/g)).toHaveLength(1)
})

test('a list that fits on one page offers no steps', () => {
  expect(render(<KeysetPagination />)).toBe('')
  const last = render(<KeysetPagination previousHref="/search?before=1" />)
  expect(last).toContain('Previous')
  expect(last).not.toContain('Next')
})
