import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { sourceKey } from './source-key.ts'

type Row = Record<'source_key' | 'round' | 'title' | 'source' | 'id' | 'pipeline_id', string>

const rowsOf = (file: string): Row[] =>
  parse(readFileSync(inRoot('data/content', file), 'utf8'), { columns: true })

const withoutSite = (address: string) => address.replace(/^https?:\/\/[^/]+\//, '')

test.each([
  ['fund_awards.csv', (row: Row) => sourceKey('', 'award', row.round, row.title)],
  ['fund_applications.csv', (row: Row) => sourceKey('', 'application', withoutSite(row.source))],
  ['dos_local_authority_opportunities_2016_2018.csv', (row: Row) => sourceKey('', 'dos', row.id)],
  ['pipeline_projects_2018_2020.csv', (row: Row) => sourceKey('', 'pipeline', row.pipeline_id)],
])('every key in %s is the one that its row gives without it', (file, keyOf) => {
  const rows = rowsOf(file)
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.map(keyOf)).toEqual(rows.map(row => row.source_key))
})

test('a key that the file gives is taken as it is', () => {
  expect(sourceKey('award:r1:mine', 'award', 'R1', 'Another title')).toBe('award:r1:mine')
})
