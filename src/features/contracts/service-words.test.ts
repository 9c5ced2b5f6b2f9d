import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { testDatabase } from '#test/support.ts'
import { cluesFile, listServicePhrases } from './service-queries.ts'
import { servicePhrases, titleKey } from './service-words.ts'

const phrases = servicePhrases({
  services: [
    { id: 1, name: 'Street lighting' },
    { id: 2, name: 'Grass cutting' },
    { id: 3, name: 'Drainage' },
  ],
  clues: [
    { service_id: 1, cpv: ['50232'], words: ['lamp columns'] },
    { service_id: 2, cpv: ['773', '50232100'], words: ['mowing'] },
    { service_id: 9, cpv: ['1'], words: ['gone'] },
  ],
  products: [
    { name: 'LampWatch', serviceId: 1 },
    { name: 'Verge', serviceId: 2 },
    { name: 'FormMaker', serviceId: 2 },
    { name: 'Lost', serviceId: 9 },
  ],
  general: ['insurance', 'formmaker'],
})

test.each([
  ['Maintenance of Street Lighting 2025', {}, { id: 1, from: 'title' }],
  ['Replacement of lamp column no. 7', {}, { id: 1, from: 'title' }],
  ['Mowing', { cpv: '50232200' }, { id: 2, from: 'title' }],
  ['Framework lot 3', { cpv: '50232200' }, { id: 1, from: 'cpv' }],
  ['Framework lot 3', { cpv: '50232100' }, { id: 2, from: 'cpv' }],
  ['Mowing round lamp columns', {}, { id: 1, from: 'title' }],
  ['Grass cutting and street lighting', { cpv: '50232200' }, { id: 1, from: 'cpv' }],
  ['Drainage works', {}, undefined],
  ['It is gone', { cpv: '10000000' }, undefined],
  ['LAMPWATCH annual fee, mowing', {}, { id: 1, from: 'product' }],
  ['Annual fee', { description: 'For LampWatch, hosted' }, { id: 1, from: 'product' }],
  ['Verge works', {}, undefined],
  ['Verge software', {}, { id: 2, from: 'product' }],
  ['FormMaker licences', {}, undefined],
  ['Lost licences', {}, undefined],
  ['Framework lot 3', { department: 'Grass cutting' }, undefined],
  ['Insurance', { cpv: '50232200' }, undefined],
])('“%s” with %j is about %j', (title, more, service) => {
  expect(phrases.find({ title, ...more })).toEqual(service)
})

test.each([
  ['Framework lot 3', 'Grass cutting', [2]],
  ['Grass cutting and street lighting', undefined, [2, 1]],
  ['Insurance', 'Grass cutting', []],
  ['Framework lot 3', undefined, []],
])('“%s” of %s could be about %j', (title, department, services) => {
  expect(phrases.listGuesses({ title, department }).toSorted()).toEqual(services.toSorted())
})

test('a title is the same in capitals, in the plural and with a sign for “and”', () => {
  expect(titleKey('Bins & Boxes')).toBe(titleKey('BIN and boxes'))
  expect(titleKey('Bins')).not.toBe(titleKey('Boxes'))
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
  const shipped = await listServicePhrases(db)
  expect(shipped.find({ title: 'Home to school taxis' })).toEqual({ id: 891, from: 'title' })
  expect(shipped.find({ title: 'Lot 2', cpv: '90511100' })).toEqual({ id: 524, from: 'cpv' })
})

type Labelled = Record<'from' | 'title' | 'description' | 'department' | 'cpv' | 'services', string>

test('of the contracts labelled by hand nine in ten are told right, and seven in ten of those that have a service', async () => {
  const shipped = await listServicePhrases(await testDatabase())
  const labelled = parse(readFileSync(inRoot('test/contract-titles/titles.csv')), {
    columns: true,
  }) as Labelled[]
  const measured = labelled.map(({ from, services, ...contract }) => {
    const right = services.split('|').filter(Boolean).map(Number)
    const told = shipped.find(contract)
    return { from, isOfOne: right.length > 0, isTold: !!told, isRight: !!told && right.includes(told.id) }
  })
  const unseen = measured.filter(({ from }) => from === 'register' || from === 'sample-rest')
  for (const some of [measured, unseen]) {
    const count = (is: 'isOfOne' | 'isTold' | 'isRight') => some.filter(one => one[is]).length
    expect(some.length).toBeGreaterThan(120)
    expect(count('isRight') / count('isTold')).toBeGreaterThan(0.9)
    expect(count('isRight') / count('isOfOne')).toBeGreaterThan(0.69)
  }
})
