import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Db } from '#plumbing/database/database.ts'
import { inRoot } from '#plumbing/root.ts'
import { testDatabase } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'
import { seeds } from './imports.ts'
import { listServicesById } from './queries.ts'

const take = (db: Db, format: string, text: string, source = { name: 'a test', asOf: '2026-11-21' }) =>
  takeIn(db, { format, text, source })

const columns =
  'lgsl_id,name,description,status,created,modified,area_id,subarea_id,providing_tier,govuk_slug'

test('13 areas, 100 sub-areas, 978 live services and 24 discontinued ones are in', async () => {
  const db = await testDatabase()
  const areas = await db.selectFrom('service_area').select('parent_id').execute()
  const services = await db.selectFrom('service').select('status').execute()
  const top = areas.filter(({ parent_id }) => parent_id === null).length
  const live = services.filter(({ status }) => status === 'live').length
  expect([top, areas.length - top, live, services.length - live]).toEqual([13, 100, 978, 24])
})

test.each(seeds)('$format in again changes nothing', async ({ format, file, source }) => {
  const db = await testDatabase()
  const { counts } = await take(db, format, readFileSync(inRoot(file), 'utf8'), source)
  expect({ ...counts, unchanged: 0 }).toEqual({ added: 0, changed: 0, unchanged: 0, refused: 0 })
  expect(counts.unchanged).toBeGreaterThan(100)
})

test('bad rows are reported by line, good ones go in and leave an activity each', async () => {
  const db = await testDatabase()
  const text = [
    columns,
    '9001,Drone licences,Leave to fly,Live,2026-01-01,2026-01-01,82,85,all,',
    'nine,Name,Words,Live,,,,,,',
    '9002,Name,Words,Paused,,,,,,',
    '9003,Name,Words,Live,2026-01-01,,999,,,',
    '9004,,Words,Live,,,,,,',
  ].join('\n')
  const { counts, lines } = await take(db, 'services', text)
  expect(counts).toEqual({ added: 1, changed: 0, unchanged: 0, refused: 4 })
  expect(lines.slice(1).map(({ line, remarks }) => [line, ...remarks])).toEqual([
    [3, 'lgsl_id is not a whole number'],
    [4, 'status is neither Live nor Discontinued'],
    [5, 'there is no area 999'],
    [6, 'name is empty'],
  ])
  expect((await listServicesById(db, [9001, 9003])).get(9001)).toMatchObject({
    name: 'Drone licences',
    area: 'Licences, permits and permissions',
    subarea: 'Building and construction',
  })
  await take(db, 'services', text.replace('Leave to fly', 'Permission to fly'))
  const activities = await db
    .selectFrom('activity')
    .select('kind')
    .where('subject_kind', '=', 'service')
    .where('subject_id', '=', '9001')
    .orderBy('id')
    .execute()
  expect(activities.map(({ kind }) => kind)).toEqual(['service.listed', 'service.changed'])
})

test('a sub-area of an unknown area is refused', async () => {
  const db = await testDatabase()
  const text = 'function_id,label,level,parent_id\n901,Nowhere,2,900\n902,Space,1,\n903,Orbits,2,902\n'
  const { counts, lines } = await take(db, 'service-areas', text)
  expect(counts).toEqual({ added: 2, changed: 0, unchanged: 0, refused: 1 })
  expect(lines[0]).toMatchObject({ line: 2, remarks: ['there is no area 900 above it'] })
})
