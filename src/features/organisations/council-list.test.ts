import { describe, expect, test } from 'vitest'
import {
  type CouncilQuery,
  councilQuery,
  councilsAtOnce,
  councilsPath,
  filterCouncils,
  type ListedCouncil,
  pageOf,
} from './council-list.ts'

const council = (slug: string, facts: Partial<ListedCouncil> = {}): ListedCouncil => ({
  id: slug,
  slug,
  name: slug,
  shortName: slug,
  type: 'Unitary authority',
  nation: 'England',
  region: 'North West',
  status: 'current',
  gssCode: null,
  ...facts,
})
const asked = (query: Record<string, unknown> = {}): CouncilQuery => councilQuery.parse(query)
const slugs = (councils: ListedCouncil[]) => councils.map(({ slug }) => slug)

const some = [
  council('bolton', { type: 'Metropolitan district' }),
  council('cardiff', { nation: 'Wales', region: 'Wales', type: 'Welsh unitary authority' }),
  council('halton'),
  council('allerdale', { status: 'former' }),
]

describe('filtering', () => {
  test('without a choice the councils of today are shown, and former ones are counted', () => {
    const { found, facets } = filterCouncils(some, asked())
    expect(slugs(found)).toEqual(['bolton', 'cardiff', 'halton'])
    expect(facets.status).toEqual([
      { value: 'current', label: 'Current', count: 3, isChosen: true },
      { value: 'former', label: 'Former', count: 1, isChosen: false },
    ])
  })

  test('a name is looked for among former councils too', () => {
    expect(slugs(filterCouncils([some[3]!], asked({ q: 'allerdale' })).found)).toEqual(['allerdale'])
  })

  test('several values of one facet widen, several facets narrow', () => {
    const england = filterCouncils(some, asked({ nation: ['England', 'Wales'], type: 'Unitary authority' }))
    expect(slugs(england.found)).toEqual(['halton'])
  })

  test('the counts of a facet leave its own choice aside', () => {
    const { facets } = filterCouncils(some, asked({ nation: 'Wales' }))
    expect(facets.nation.map(({ value, count }) => [value, count])).toEqual([
      ['England', 2],
      ['Wales', 1],
    ])
    expect(facets.region.map(({ value }) => value)).toEqual(['Wales'])
  })

  test('a choice that fits nothing stays to be seen and unticked', () => {
    const { facets } = filterCouncils(some, asked({ region: 'Atlantis' }))
    expect(facets.region.find(({ value }) => value === 'Atlantis')).toMatchObject({
      count: 0,
      isChosen: true,
    })
  })
})

describe('paging', () => {
  const many = Array.from({ length: councilsAtOnce * 2 + 5 }, (_, at) =>
    council(`c${String(at).padStart(3, '0')}`),
  )

  test('going on and back shows every council once', () => {
    const first = pageOf(many, {})
    const second = pageOf(many, { after: first.after })
    const third = pageOf(many, { after: second.after })
    expect([...first.shown, ...second.shown, ...third.shown]).toEqual(many)
    expect([first.before, third.after]).toEqual([undefined, undefined])
    expect(pageOf(many, { before: third.before }).shown).toEqual(second.shown)
    expect(pageOf(many, { before: second.before }).shown).toEqual(first.shown)
  })

  test('a place that is no longer in the list begins at its start', () => {
    expect(pageOf(many, { after: 'gone' }).shown[0]?.slug).toBe('c000')
  })
})

test('an address says only what was chosen, and reads back the same', () => {
  const query = asked({ q: 'a & b', type: ['County', 'Unitary authority'], nation: 'England' })
  const path = councilsPath(query)
  expect(path).toBe('/councils?q=a+%26+b&type=County&type=Unitary+authority&nation=England')
  const read = new URLSearchParams(path.split('?')[1])
  expect(asked({ q: read.get('q'), type: read.getAll('type'), nation: read.get('nation') })).toEqual(query)
  expect(councilsPath(asked())).toBe('/councils')
})

test('nonsense in the address asks for nothing', () => {
  expect(asked({ q: ['a', 'b'], type: { x: 1 }, after: ['x'] })).toEqual(asked())
})
