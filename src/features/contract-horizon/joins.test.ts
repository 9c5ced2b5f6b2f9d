import { describe, expect, test } from 'vitest'
import { insertContracts, wasteWindow } from '#test/made-contracts.ts'
import { testApp } from '#test/support.ts'
import { windowTable } from './open-data.ts'
import { sitemap } from './sitemap.ts'

const waste = 524
const window = `/horizon/service-${waste}/2027-03-31`

async function withWindow() {
  const app = await testApp()
  const ids = await insertContracts(app.db, app.clock, wasteWindow(waste))
  const service = await app.db
    .selectFrom('service')
    .select('name')
    .where('id', '=', waste)
    .executeTakeFirstOrThrow()
  return { ...app, ids, service: service.name }
}

const question = 'Residents keep phoning about missed bins and we cannot see what the crews did'

describe('what ends together stands', () => {
  test('on the check page, with the reason, where the service was chosen', async () => {
    const { get, service } = await withWindow()
    const asked = new URLSearchParams({ problem: question, service })
    const { body } = await get(`/check?${asked}`)
    expect(body).toContain('Contracts that end soon')
    expect(body).toContain(`Same service: ${service}`)
    expect(body).toContain('Ends on 31 March 2027')
    expect(body).toContain('5 organisations’ contracts end together')
    expect(body).toContain(`/horizon?service=${waste}`)
    const note = await get(`/check/note.md?${asked}`)
    expect(note.body).toContain('Contracts that end soon')
  })

  test('and not on the check page once it was said that it is not the same', async () => {
    const { get, service, ids } = await withWindow()
    const asked = new URLSearchParams([
      ['problem', question],
      ['service', service],
      ...ids.map(id => ['not', id]),
    ])
    expect((await get(`/check?${asked}`)).body).not.toContain('Contracts that end soon')
  })

  test('among the reasons for a partner, with a weight of its own', async () => {
    const { get } = await withWindow()
    const path = '/organisations/leeds-city-council/partners'
    const says = /Its contract for [^<]* ends on 30 June 2027, yours on 31 March 2027/
    expect((await get(`${path}?contracts=5&most=100`)).body).toMatch(says)
    expect((await get(`${path}?contracts=0&most=100`)).body).not.toMatch(says)
    expect((await get('/organisations/mid-devon-district-council/partners?most=100')).body).not.toContain(
      'Its contract for',
    )
  })

  test('among the reasons for a partner where only a product is shared', async () => {
    const { get, db, clock } = await testApp()
    await insertContracts(db, clock, [
      { by: 'leeds-city-council', endsOn: '2027-03-31', product: 'round-planner' },
      { by: 'adur-district-council', endsOn: '2027-12-31', product: 'round-planner' },
      { by: 'mid-devon-district-council', endsOn: '2028-01-01', product: 'round-planner' },
    ])
    const { body } = await get('/organisations/leeds-city-council/partners?contracts=5&most=100')
    expect(body).toContain('Its contract for round-planner ends on 31 December 2027, yours on 31 March 2027')
    expect(body).not.toContain('ends on 1 January 2028')
  })

  test('on the pages of the organisations and of the service', async () => {
    const { get } = await withWindow()
    for (const path of ['/organisations/kirklees-council', `/services/${waste}`])
      expect((await get(path)).body).toContain(window)
    expect((await get('/organisations/mid-devon-district-council')).body).not.toContain(window)
  })

  test('in the open data and for search engines', async () => {
    const { db } = await withWindow()
    const rows = (await Array.fromAsync(windowTable.rows(db))).flat()
    expect(rows.find(({ page }) => page === window)).toMatchObject({
      kind: 'service',
      service_id: waste,
      values_known_of: 2,
      value_known: 170_000.5,
    })
    expect((await sitemap.list(db)).map(({ path }) => path)).toContain(window)
  })

  test('on the home page as a figure once any contract ends within a year', async () => {
    const { get } = await withWindow()
    expect((await get('/')).body).toMatch(/contracts? ends? <|contracts? ends?</)
  })
})
