import { expect, test } from 'vitest'
import { testDatabase } from '#test/support.ts'
import { councilsLike } from './page-queries.ts'
import { listOrganisationsById } from './queries.ts'
import { resolveOrganisationCodes, resolveOrganisations, resolveOrganisationTyped } from './resolve.ts'

test('names resolve as people write them, through short, former and listed names', async () => {
  const db = await testDatabase()
  const found = await resolveOrganisations(db, [
    'Hackney Council',
    'Bath & North East Somerset',
    'North East Lincolnshire',
    'Allerdale',
    'MHCLG',
    'FUTUREGOV. LTD',
  ])
  expect(Object.fromEntries([...found].map(([name, { slug }]) => [name, slug]))).toEqual({
    'Hackney Council': 'london-borough-of-hackney',
    'Bath & North East Somerset': 'bath-and-north-east-somerset-council',
    'North East Lincolnshire': 'north-east-lincolnshire-council',
    Allerdale: 'allerdale-borough-council',
    MHCLG: 'ministry-of-housing-communities-and-local-government',
    'FUTUREGOV. LTD': 'futuregov-ltd',
  })
})

test('a name that stands for two organisations gives the first, and the other beside it', async () => {
  const db = await testDatabase()
  const found = await resolveOrganisations(db, ['Adur & Worthing Councils'])
  const { name, also } = found.get('Adur & Worthing Councils')!
  expect([name, also.map(other => other.name)]).toEqual([
    'Adur District Council',
    ['Worthing Borough Council'],
  ])
})

test('what is unknown or ambiguous is absent', async () => {
  const db = await testDatabase()
  const names = ['', 'Council', 'one partner council (not named)', 'Atlantis City Council']
  expect(await resolveOrganisations(db, names)).toEqual(new Map())
})

test('codes resolve in any letter case, a present one before a former one', async () => {
  const db = await testDatabase()
  const found = await resolveOrganisationCodes(db, ['lds', 'E08000035', 'E47000010', 'mhclg', 'QQQ'])
  expect([...found].map(([code, { slug }]) => [code, slug])).toEqual([
    ['lds', 'leeds-city-council'],
    ['E08000035', 'leeds-city-council'],
    ['E47000010', 'north-east-combined-authority-neca'],
    ['mhclg', 'ministry-of-housing-communities-and-local-government'],
  ])
})

test('a typed name or code is understood, and a misspelt one brings suggestions', async () => {
  const db = await testDatabase()
  expect((await resolveOrganisationTyped(db, ' leeds ')).match?.slug).toBe('leeds-city-council')
  expect((await resolveOrganisationTyped(db, 'NEL')).match?.slug).toBe('north-east-lincolnshire-council')
  const { match, suggestions } = await resolveOrganisationTyped(db, 'Wolverhamton')
  expect(match).toBeUndefined()
  expect(suggestions?.map(({ name }) => name)).toContain('City of Wolverhampton Council')
  expect(await resolveOrganisationTyped(db, '')).toEqual({ suggestions: [] })
  expect(await resolveOrganisationTyped(db, 'zzzzqqqq')).toEqual({ suggestions: [] })
})

test('facts come by id, with the type in words', async () => {
  const db = await testDatabase()
  const codes = await resolveOrganisationCodes(db, ['SRY', 'dxw'])
  const facts = await listOrganisationsById(
    db,
    [...codes.values()].map(({ id }) => id),
  )
  expect([...facts.values()].map(({ type, region, code }) => [type, region, code]).sort()).toEqual([
    ['County council', 'South East', 'SRY'],
    ['Supplier', null, null],
  ])
})

test('councils like one are of its type and not itself; a body that is no council has none', async () => {
  const db = await testDatabase()
  const codes = await resolveOrganisationCodes(db, ['SRY', 'dxw', 'ALL'])
  const surrey = await councilsLike(db, codes.get('SRY')!.id, 4)
  expect(surrey?.like).toHaveLength(4)
  expect(surrey?.like[0]?.name).toBe('Hertfordshire County Council')
  expect(await councilsLike(db, codes.get('dxw')!.id, 4)).toBeUndefined()
  expect(await councilsLike(db, codes.get('ALL')!.id, 4)).toBeUndefined()
})
