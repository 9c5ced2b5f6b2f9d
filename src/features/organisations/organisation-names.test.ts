import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { indexNames, type NamedBody, nameKey } from './organisation-names.ts'

type Row = Record<string, string>
const rows = (file: string): Row[] => parse(readFileSync(inRoot('data', file)), { columns: true })
const parts = (cell = '') => cell.split('|').filter(Boolean)
const councils: NamedBody[] = [
  ...rows('reference/local-authorities.csv').map(row => ({
    id: row.code!,
    name: row.official_name!,
    otherNames: [row.short_name!, ...parts(row.aliases)],
    current: true,
  })),
  ...rows('reference/local-authorities-former.csv').map(row => ({
    id: row.code!,
    name: row.official_name!,
    otherNames: [row.short_name!],
    current: false,
  })),
]
const others: NamedBody[] = rows('content/other-organisations.csv').map(row => ({
  id: row.id!,
  name: row.name!,
  otherNames: parts(row.other_names),
  current: true,
}))

describe('the key of a name', () => {
  test.each([
    ['Hackney Council', 'London Borough of Hackney'],
    ['Greenwich Council', 'The Royal Borough of Greenwich'],
    ['Bath & North East Somerset', 'Bath and North East Somerset Council'],
    ['City Of Bradford Metropolitan Council (CBMDC)', 'City of Bradford Metropolitan District Council'],
    ['St. Helens Council', 'St Helens Metropolitan Borough Council'],
    ['Bristol, City of', 'Bristol City Council'],
    ['Kingston-upon-Thames', 'Royal Borough of Kingston upon Thames'],
    ["King's Lynn and West Norfolk", 'Borough Council of Kings Lynn and West Norfolk'],
    ['Doncaster MBC', 'Doncaster Metropolitan Borough Council'],
    ['Isles of Scilly', 'Council of the Isles of Scilly'],
    ['Ynys Môn', 'ynys mon'],
    ['Lancashire CCA', 'Lancashire Combined County Authority'],
    ['City of London', 'City of London Corporation'],
  ])('“%s” and “%s” are one body', (written, official) => {
    expect(nameKey(written)).toBe(nameKey(official))
  })

  test.each([
    ['Durham County Council', 'City of Durham Council'],
    ['Buckinghamshire Council', 'Buckinghamshire County Council'],
    ['Cambridge City Council', 'Cambridgeshire County Council'],
    ['Bedford Borough Council', 'Central Bedfordshire Council'],
    ['Northampton Borough Council', 'Northamptonshire County Council'],
    ['Lancashire County Council', 'Lancashire Combined County Authority'],
    ['Greater Manchester Combined Authority', 'Manchester City Council'],
    ['City of London Corporation', 'London Councils'],
    ['City of Londonderry', 'City of London'],
  ])('“%s” and “%s” stay apart', (one, another) => {
    expect(nameKey(one)).not.toBe(nameKey(another))
  })

  test('a name made only of words of kind keeps them', () => {
    expect(nameKey('The Council')).toBe('council')
    expect(nameKey('')).toBe('')
  })
})

describe('the index of all 473 councils', () => {
  const index = indexNames([...councils, ...others])

  test('no two current bodies share a key', () => {
    const owners = new Map<string, string>()
    const shared: string[] = []
    for (const { id, name, otherNames } of councils.filter(council => council.current)) {
      for (const key of [name, ...otherNames].map(nameKey)) {
        if ((owners.get(key) ?? id) !== id) shared.push(`${key}: ${owners.get(key)} and ${id}`)
        owners.set(key, id)
      }
    }
    expect(councils).toHaveLength(473)
    expect(shared).toEqual([])
  })

  test('every official name finds its own council, save the one that two bodies bore in turn', () => {
    const lost = councils.filter(({ id, name }) => index.get(nameKey(name)) !== id)
    expect(lost.map(({ id }) => id)).toEqual(['NECA'])
  })

  test('every organisation named in the content resolves by key or by a listed alias', () => {
    const listed = new Set(rows('content/organisation-aliases.csv').map(row => row.name))
    const named = [
      ...rows('content/dos_local_authority_opportunities_2016_2018.csv').map(row => row.organisation!),
      ...rows('content/dos_local_authority_opportunities_2016_2018.csv').map(row => row.winning_supplier!),
      ...rows('content/pipeline_projects_2018_2020.csv').map(row => row.organisation!),
      ...['awards', 'applications'].flatMap(kind =>
        rows(`content/fund_${kind}.csv`).flatMap(row => [row.lead!, ...parts(row.partners)]),
      ),
    ].filter(Boolean)
    const unresolved = named.filter(name => !listed.has(name) && !index.has(nameKey(name)))
    expect(new Set(named).size).toBe(140)
    expect(unresolved).toEqual([])
  })
})

test('a name that two bodies of the same standing claim belongs to neither, even as an alias of a third', () => {
  const body = (id: string, name: string, otherNames: string[] = []) => ({
    id,
    name,
    otherNames,
    current: true,
  })
  const index = indexNames([
    body('a', 'Ashton Borough Council'),
    body('b', 'Ashton District Council'),
    body('c', 'Ashtonshire', ['Ashton']),
  ])
  expect(index.get('ashton')).toBeUndefined()
  expect(index.get('ashtonshire')).toBe('c')
})

test('a former council gives way to its successor in everyday names only', () => {
  const index = indexNames([
    { id: 'old', name: 'Dorset County Council', otherNames: ['Dorset'], current: false },
    { id: 'new', name: 'Dorset Council', otherNames: [], current: true },
  ])
  expect(index.get(nameKey('Dorset'))).toBe('new')
  expect(index.get(nameKey('Dorset County Council'))).toBe('old')
})
