import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { insertOpportunity } from '#test/made-opportunity.ts'
import { trust } from '#test/planning.ts'
import { raiseProblem } from '#test/raised-problems.ts'
import { testApp } from '#test/support.ts'

async function councils(...slugs: string[]) {
  const app = await testApp()
  const leads = []
  for (const of of slugs) {
    const lead = await app.signedIn({ of, role: 'lead' })
    await trust(app, lead)
    leads.push(lead)
  }
  const table = async (file: string): Promise<Record<string, string>[]> =>
    parse((await app.get(`/insights/tables/${file}`)).body, { columns: true })
  return { app, leads, table }
}

const three = ['leeds-city-council', 'adur-district-council', 'surrey-county-council']

test('money is summed from three organisations on, and never told of fewer', async () => {
  const { app, leads, table } = await councils(...three)
  const [leeds, adur, surrey] = leads
  const address = await raiseProblem(leeds!)
  await app.drain()
  await adur!.post(`${address}/stances`, { says: 'have-it', cost: '10k-50k' })
  const demand = async (query = '') => (await table(`demand-by-service.csv${query}`))[0]
  expect(await demand()).toMatchObject({ problems: '1', organisations: '2', pounds_a_year_from: '' })
  const { body } = await app.get('/for-suppliers')
  const from = body.indexOf('id="demand-by-service"')
  expect(body.slice(from, body.indexOf('</table>', from))).not.toContain('£')
  await surrey!.post(`${address}/stances`, { says: 'have-it', cost: 'over-1m' })
  expect(await demand()).toMatchObject({
    organisations: '3',
    pounds_a_year_from: String(50_000 + 10_000 + 1_000_000),
    pounds_a_year_to: 'no upper end',
  })
  expect(await demand('?region=south-east')).toMatchObject({ organisations: '2', pounds_a_year_from: '' })
})

test('each organisation counts once, with the highest band that it gave', async () => {
  const { app, leads, table } = await councils(...three)
  const [leeds, adur, surrey] = leads
  const first = await raiseProblem(leeds!)
  const second = await raiseProblem(adur!, { cost: { cost_band: '250k-1m', cost: '' } })
  await app.drain()
  await leeds!.post(`${second}/stances`, { says: 'have-it', cost: 'under-10k' })
  await surrey!.post(`${first}/stances`, { says: 'have-it', cost: 'under-10k' })
  expect((await table('demand-by-place.csv')).map(row => [row.region, row.organisations])).toEqual([
    ['South East', '2'],
    ['Yorkshire and The Humber', '1'],
  ])
  const [demand] = await table('demand-by-service.csv')
  expect(demand).toMatchObject({
    problems: '2',
    organisations: '3',
    pounds_a_year_from: String(50_000 + 250_000),
    pounds_a_year_to: String(250_000 + 1_000_000 + 10_000),
  })
})

test('an open call is there for suppliers too, and the page says what it never does', async () => {
  const { app } = await councils()
  const before = (await app.get('/for-suppliers')).body
  expect(before).toContain('No call for partners is open here just now')
  expect(before).toContain('nobody can pay to be seen')
  await insertOpportunity(app.db, app.clock, 'published')
  const { body } = await app.get('/for-suppliers')
  expect(body).toContain('Nobody knows why a bin was missed')
  expect(body).toContain('1 March 2027')
})

test('a supplier finds the page on their own page; a council is not led there', async () => {
  const { signedIn } = await testApp()
  const section = 'What councils need, by service and region'
  expect((await (await signedIn({ of: 'idox' })).get('/my')).body).toContain(section)
  expect((await (await signedIn({ of: 'leeds-city-council' })).get('/my')).body).not.toContain(section)
})
