import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Db } from '#plumbing/database/database.ts'
import { inRoot } from '#plumbing/root.ts'
import { testDatabase } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'
import { imports, seeds } from './seeds.ts'

const take = (db: Db, format: string, text: string, source = { name: 'a test', asOf: '2026-11-21' }) =>
  takeIn(db, { format, text, source })

const headOf = (format: string) => {
  const { file } = seeds.find(seed => seed.format === format)!
  return readFileSync(inRoot(file), 'utf8').split('\n')[0]!
}

/** A file of one format: only the named cells are filled. */
function fileOf(format: string, rows: Record<string, string>[]): string {
  const columns = headOf(format).trim().split(',')
  const lines = rows.map(row => columns.map(column => JSON.stringify(row[column] ?? '')).join(','))
  return [columns.join(','), ...lines].join('\n')
}

const newCouncil = {
  code: 'ZZA',
  official_name: 'Leeds City Council',
  short_name: 'New Leeds',
  type_name: 'Unitary authority',
  tier: 'single',
  nation: 'England',
  region: 'North West',
  gss_code: 'E06999999',
}

describe('what ships with the product', () => {
  test('398 councils of today, 75 former ones with what they became, and 36 other bodies are in', async () => {
    const db = await testDatabase()
    const rows = await db
      .selectFrom('organisation')
      .select(({ fn }) => ['kind', 'status', fn.countAll<number>().as('count')])
      // Suppliers that other features' files name come on top.
      .where('source', 'in', [...new Set(seeds.map(({ source }) => source.name))])
      .groupBy(['kind', 'status'])
      .execute()
    const count = (kind: string, status: string) =>
      rows.filter(row => (row.kind === 'council') === (kind === 'council') && row.status === status)
    const sum = (kind: string, status: string) =>
      count(kind, status).reduce((total, row) => total + row.count, 0)
    expect([sum('council', 'current'), sum('council', 'former'), sum('other', 'current')]).toEqual([
      398, 75, 36,
    ])
    const became = await db
      .selectFrom('organisation_succession')
      .select(({ fn }) => fn.count<number>('from_id').distinct().as('count'))
      .where('certainty', '=', 'done')
      .executeTakeFirstOrThrow()
    expect(became.count).toBe(50)
  })

  test.each(seeds)('$format in again changes nothing', async ({ format, file, source }) => {
    const db = await testDatabase()
    const { counts } = await take(db, format, readFileSync(inRoot(file), 'utf8'), source)
    expect({ ...counts, unchanged: 0 }).toEqual({ added: 0, changed: 0, unchanged: 0, refused: 0 })
    expect(counts.unchanged).toBeGreaterThan(10)
  })

  test('every format has its seed', () => {
    expect(imports.map(({ format }) => format).sort()).toEqual(seeds.map(({ format }) => format).sort())
  })
})

describe('councils', () => {
  test('a bad row is reported by its line, and good ones go in', async () => {
    const db = await testDatabase()
    const text = fileOf('councils', [
      { ...newCouncil, tier: 'middle' },
      newCouncil,
      { ...newCouncil, code: 'ZZB', official_name: '' },
      { ...newCouncil, code: 'ZZC', population_2020: 'many' },
    ])
    const { counts, lines } = await take(db, 'councils', text)
    expect(counts).toEqual({ added: 1, changed: 0, unchanged: 0, refused: 3 })
    expect(
      lines.filter(({ outcome }) => outcome === 'refused').map(({ line, remarks }) => [line, remarks]),
    ).toEqual([
      [2, ['tier is none of single, upper, lower, strategic']],
      [4, ['official_name is empty']],
      [5, ['population_2020 is not a number']],
    ])
  })

  test('a second council of the same name gets a slug of its own, and both keep theirs when they change', async () => {
    const db = await testDatabase()
    await take(db, 'councils', fileOf('councils', [newCouncil]))
    await take(db, 'councils', fileOf('councils', [{ ...newCouncil, official_name: 'Renamed Council' }]))
    const { slug, name } = await db
      .selectFrom('organisation')
      .select(['slug', 'name'])
      .where('gss_code', '=', 'E06999999')
      .executeTakeFirstOrThrow()
    expect([slug, name]).toEqual(['leeds-city-council-zza', 'Renamed Council'])
  })

  test('each council that is listed or changed leaves one activity', async () => {
    const db = await testDatabase()
    const first = await take(db, 'councils', fileOf('councils', [newCouncil]))
    await take(db, 'councils', fileOf('councils', [{ ...newCouncil, region: 'London' }]))
    const { id } = await db
      .selectFrom('organisation')
      .select('id')
      .where('gss_code', '=', 'E06999999')
      .executeTakeFirstOrThrow()
    const kinds = await db
      .selectFrom('activity')
      .select('kind')
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute()
    expect(first.counts.added).toBe(1)
    expect(kinds.map(({ kind }) => kind)).toEqual(['organisation.listed', 'organisation.changed'])
  })

  test('a council that moves to the list of former ones stays the same organisation', async () => {
    const db = await testDatabase()
    const row = { ...newCouncil, code: 'LDS', official_name: 'Leeds City Council', end_date: '2026-04-01' }
    await take(db, 'former-councils', fileOf('former-councils', [row]))
    const rows = await db
      .selectFrom('organisation')
      .select(['status', 'ends_on', 'slug'])
      .where('name', '=', 'Leeds City Council')
      .execute()
    expect(rows).toEqual([{ status: 'former', ends_on: '2026-04-01', slug: 'leeds-city-council' }])
  })
})

test('a planned council that has come is the same organisation, and no later note makes it planned again', async () => {
  const db = await testDatabase()
  const come = { ...newCouncil, code: 'ESY', official_name: 'East Surrey Council', short_name: 'East Surrey' }
  await take(db, 'councils', fileOf('councils', [come]))
  const row = {
    code: 'REI',
    successor_name: 'East Surrey Council',
    effective_date: '2027-04-02',
    status: 'legislated',
  }
  const { counts } = await take(
    db,
    'planned-successors',
    fileOf('planned-successors', [{ ...row, whole_or_part: 'whole', source: 'a note' }]),
  )
  const rows = await db
    .selectFrom('organisation')
    .select(['slug', 'status', 'gss_code'])
    .where('name', '=', 'East Surrey Council')
    .execute()
  expect(counts.changed).toBe(1)
  expect(rows).toEqual([{ slug: 'east-surrey-council', status: 'current', gss_code: 'E06999999' }])
})

test.each([
  ['former-council-succession', { code: 'QQQ', end_date: '2026-04-01', successor_codes: 'LDS' }],
  ['former-council-succession', { code: 'LDS', end_date: '2026-04-01', successor_codes: 'QQQ' }],
  [
    'planned-successors',
    { code: 'QQQ', successor_name: 'N', effective_date: '2028-04-01', status: 'x', source: 'y' },
  ],
  ['council-neighbours', { layer: 'lad', code_a: 'LDS', code_b: 'QQQ' }],
  ['council-profiles', { code: 'QQQ' }],
  ['council-memberships', { code: 'LDS', county_code: 'QQQ' }],
  [
    'strategic-authorities',
    { short_name: 'N', official_name: 'N', instrument: 'SI 1', constituent_codes: 'LDS|QQQ' },
  ],
])('%s refuses a row with an unknown council code and names it', async (format, row) => {
  const db = await testDatabase()
  const { counts, lines } = await take(db, format, fileOf(format, [row]))
  expect(counts.refused).toBe(1)
  expect(lines[0]).toMatchObject({ line: 2, remarks: ['there is no council with the code QQQ'] })
})

test('a listed name with an unknown organisation is refused, and one that stands for none says so', async () => {
  const db = await testDatabase()
  const { lines } = await take(
    db,
    'organisation-names',
    fileOf('organisation-names', [
      { name: 'Adur & Friends', organisations: 'ADU|nobody' },
      { name: 'not a body', organisations: '' },
    ]),
  )
  expect(lines.map(({ outcome, remarks }) => [outcome, remarks])).toEqual([
    ['refused', ['there is no organisation nobody']],
    ['added', ['“not a body” stands for no organisation']],
  ])
})
