import { expect, test } from 'vitest'
import { testDatabase } from '#test/support.ts'
import { everydayServices } from './everyday-words.ts'
import { listServicesById } from './queries.ts'
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

test('a service is offered by what people call it, though its entry in the list has other words', async () => {
  const db = await testDatabase()
  for (const [typed, meant] of [
    ['bins', 'Household waste collection'],
    ['Rubbish!', 'Household waste collection'],
    ['pot holes', 'Road maintenance'],
    ['blue badge', 'Disabled parking permits'],
    ['FOI', 'Freedom of Information'],
  ] as const) {
    const { suggestions } = await resolveService(db, typed)
    expect([typed, suggestions?.map(({ name }) => name)]).toEqual([typed, expect.arrayContaining([meant])])
    expect(suggestions?.length).toBeLessThanOrEqual(6)
  }
  expect((await resolveService(db, 'cabins')).suggestions?.map(({ id }) => id)).not.toContain(524)
})

test('everyday words lead only to services that the list has', async () => {
  const db = await testDatabase()
  const every =
    'bins, recycling centre, potholes, street lights, rats, blue badge, parking ticket, lollipop, meals on wheels, care home, home care, council house, EHCP, DFG, planning permission, FOI, GDPR, mould'
  const ids = everydayServices(every)
  expect(ids.length).toBeGreaterThan(18)
  const services = await listServicesById(db, ids)
  expect([...services.values()].filter(({ status }) => status === 'live')).toHaveLength(ids.length)
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
