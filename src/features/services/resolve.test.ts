import { expect, test } from 'vitest'
import { testDatabase } from '#test/support.ts'
import { listServicesByWords, resolveService } from './resolve.ts'

test('a service is understood by its name in any letter case, and by its number', async () => {
  const db = await testDatabase()
  expect((await resolveService(db, 'household WASTE collection ')).match?.id).toBe(524)
  expect((await resolveService(db, '524')).match?.name).toBe('Household waste collection')
})

test('other words bring the services that have them, a misspelt one those that are spelt alike', async () => {
  const db = await testDatabase()
  const words = await resolveService(db, 'graffiti on walls')
  expect(words.match).toBeUndefined()
  expect(words.suggestions?.map(({ name }) => name)).toContain('Graffiti removal')
  const misspelt = await resolveService(db, 'homelesness')
  expect(misspelt.suggestions?.[0]?.name).toMatch(/homeless/i)
})

test('nothing typed, or nothing near, suggests nothing', async () => {
  const db = await testDatabase()
  expect(await resolveService(db, '  ')).toEqual({ suggestions: [] })
  expect(await resolveService(db, 'qqqqzzzz')).toEqual({ suggestions: [] })
  expect(await resolveService(db, "'; & | ! <->")).toEqual({ suggestions: [] })
})

test('a discontinued service is understood by its name, but never suggested', async () => {
  const db = await testDatabase()
  expect((await resolveService(db, 'School transport - additional support')).match?.status).toBe(
    'discontinued',
  )
  const found = await listServicesByWords(db, 'School transport additional support', 50)
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(({ status }) => status !== 'live')).toEqual([])
})
