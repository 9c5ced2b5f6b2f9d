import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { testDatabase } from '#test/support.ts'
import { cluesFile, listServicePhrases } from './service-queries.ts'
import { servicePhrases } from './service-words.ts'

const services = [
  { id: 1, name: 'Street lighting' },
  { id: 2, name: 'Grass cutting' },
  { id: 3, name: 'Drainage' },
]
const clues = [
  { service_id: 1, cpv: ['50232'], words: ['lamp columns'] },
  { service_id: 2, cpv: ['773', '50232100'], words: ['mowing'] },
  { service_id: 9, cpv: ['1'], words: ['gone'] },
]

test.each([
  ['Maintenance of Street Lighting 2025', undefined, { id: 1, from: 'title' }],
  ['Replacement of lamp column no. 7', undefined, { id: 1, from: 'title' }],
  ['Mowing', '50232200', { id: 2, from: 'title' }],
  ['Framework lot 3', '50232200', { id: 1, from: 'cpv' }],
  ['Framework lot 3', '50232100', { id: 2, from: 'cpv' }],
  ['Mowing round lamp columns', undefined, { id: 1, from: 'title' }],
  ['Grass cutting and street lighting', '50232200', { id: 1, from: 'cpv' }],
  ['Drainage works', undefined, undefined],
  ['It is gone', '10000000', undefined],
])('“%s” with the code %s is about %j', (title, cpv, service) => {
  expect(servicePhrases(services, clues).find(title, cpv)).toEqual(service)
})

test('every clue that ships is of a live service, which it names as the list does', async () => {
  const db = await testDatabase()
  const listed = await db.selectFrom('service').select(['id', 'name', 'status']).execute()
  const rows = parse(readFileSync(inRoot(cluesFile)), { columns: true }) as {
    service_id: string
    service: string
  }[]
  const known = new Map(listed.map(({ id, name, status }) => [`${id} ${name}`, status]))
  expect(rows.filter(row => known.get(`${row.service_id} ${row.service}`) !== 'live')).toEqual([])
  const phrases = await listServicePhrases(db)
  expect(phrases.find('Home to school taxis')).toEqual({ id: 891, from: 'title' })
  expect(phrases.find('Lot 2', '90511100')).toEqual({ id: 524, from: 'cpv' })
})
