import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { insertContracts } from '#test/made-contracts.ts'
import { organisationIdOf } from '#test/people.ts'
import { publishPlan, trust } from '#test/planning.ts'
import { raiseProblem } from '#test/raised-problems.ts'
import { testApp } from '#test/support.ts'
import { boundsOfAreas, frameAround, viewBoxOf } from '#ui/map-frame.ts'
import { site as wholeSite } from '../../features.ts'
import { listDearPages } from './dear-page-queries.ts'
import { replaceKeptPages } from './stored-pages.ts'

const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true })

async function site() {
  const app = await testApp()
  const table = async (file: string) => rowsOf((await app.get(`/insights/tables/${file}`)).body)
  const leadOf = async (of: string) => {
    const lead = await app.signedIn({ of, role: 'lead' })
    await trust(app, lead)
    return lead
  }
  return { app, table, leadOf }
}

test('problems are counted under their service and place, and only those that everyone can read', async () => {
  const { table, leadOf } = await site()
  const leeds = await leadOf('leeds-city-council')
  const address = await raiseProblem(leeds)
  await raiseProblem(leeds, { visibility: { visibility: 'public-sector' } })
  expect(await table('problems-by-place.csv')).toEqual([
    { region: 'Yorkshire and The Humber', open: '1', solved: '0' },
  ])
  const [own] = await table('problems-by-place.csv?region=yorkshire-and-the-humber')
  expect(own).toMatchObject({ organisation: 'Leeds City Council', open: '1' })
  expect(await table('problems-by-place.csv?region=london')).toEqual([])
  await leeds.post(`${address}/solution`, { note: 'We send a text the day before.' })
  expect((await table('problems-by-service.csv'))[0]).toMatchObject({ open: '0', solved: '1' })
})

test('what two councils of a place have is a problem in common there, and nowhere else', async () => {
  const { app, table, leadOf } = await site()
  const leeds = await leadOf('leeds-city-council')
  const address = await raiseProblem(leeds)
  await app.drain()
  for (const council of ['calderdale-metropolitan-borough-council', 'surrey-county-council']) {
    const other = await leadOf(council)
    const { statusCode } = await other.post(`${address}/stances`, { says: 'have-it', offers: 'lead' })
    expect([council, statusCode]).toEqual([council, 303])
  }
  const file = 'problems-in-common.csv'
  expect((await table(file))[0]).toMatchObject({
    have_it: '3',
    would_fund_or_lead: '2',
    problem_page: address,
  })
  const inYorkshire = await table(`${file}?region=west-yorkshire-combined-authority`)
  expect(inYorkshire[0]).toMatchObject({ have_it: '2', would_fund_or_lead: '1' })
  expect(await table(`${file}?region=south-east`)).toEqual([])
})

test('a council is missing until something of it is here', async () => {
  const { app, table, leadOf } = await site()
  const page = '/insights/regions/south-east'
  const missing = async () => {
    const { body } = await app.get(page)
    const from = body.indexOf('id="not-yet"')
    return body.slice(from, body.indexOf('</section>', from))
  }
  expect(await missing()).toContain('Elmbridge Borough Council')
  const heard = async () => Number((await table('missing-by-region.csv?region=south-east'))[0]!.heard_from)
  const before = await heard()
  const lead = await leadOf('elmbridge-borough-council')
  expect((await table('missing-by-region.csv?region=south-east'))[0]).toMatchObject({ with_an_account: '1' })
  await publishPlan(app, lead)
  expect(await heard()).toBe(before + 1)
  expect(await missing()).not.toContain('Elmbridge Borough Council')
})

test('a planned project is counted in its phase, state and place', async () => {
  const { app, table, leadOf } = await site()
  const planned = async (query = '') =>
    (await table(`projects-by-phase.csv${query}`)).find(({ phase }) => phase === 'Discovery')?.planned
  const before = Number((await planned()) ?? 0)
  await publishPlan(app, await leadOf('adur-district-council'))
  expect(await planned()).toBe(String(before + 1))
  expect(await planned('?region=south-east&type=non-metropolitan-district')).toBe('1')
  expect(await planned('?region=wales')).toBeUndefined()
  expect((await app.get('/insights/phases/discovery')).body).toContain('Fewer missed bins')
})

test('one choice has an address of its own, and what does not exist is an absent page', async () => {
  const { app } = await site()
  const { statusCode, headers } = await app.get('/insights?region=london&area=&type=')
  expect([statusCode, headers.location]).toEqual([301, '/insights/regions/london'])
  for (const path of [
    '/insights/regions/atlantis',
    '/insights/phases/gamma',
    '/insights/types/parish',
    '/insights/suppliers/leeds-city-council',
    '/insights/service-areas/2',
    '/insights/tables/ghosts.csv',
    // What it shows cannot be told by phase.
    '/insights/tables/problems-by-place.csv?phase=alpha',
  ])
    expect([path, (await app.get(path)).statusCode]).toEqual([path, 404])
})

test('every nation and region and every authority has its page', async () => {
  const { app } = await site()
  const { body } = await app.get('/insights')
  const places = new Set([...body.matchAll(/href="(\/insights\/regions\/[^"]+)"/g)].map(([, path]) => path!))
  expect(places.size).toBe(34)
})

test('where there is much to count, a page is counted each hour, and says when', async () => {
  const { app, table, leadOf } = await site()
  const reading = { ...app, site: wholeSite }
  expect(await listDearPages(reading)).toEqual([])
  const pages = await listDearPages(reading, 0)
  expect(pages.map(({ path }) => path)).toContain('/insights/regions/london')
  const before = (await app.get('/insights/regions/london')).body
  await app.db.transaction().execute(trx => replaceKeptPages(trx, pages))
  const kept = await app.get('/insights/regions/london')
  expect(kept.body.replace(/<p class="app-source">Counted on.*?<\/p>/, '')).toBe(before)
  expect(kept.body).toContain('Counted on 21 November 2026, 9:15am')
  await raiseProblem(await leadOf('leeds-city-council'))
  expect(await table('problems-by-place.csv')).toEqual([])
  await app.db.transaction().execute(trx => replaceKeptPages(trx, []))
  expect(await table('problems-by-place.csv')).toHaveLength(1)
}, 60_000)

test('each authority, council and supplier leads to the figures of its place', async () => {
  const { app } = await site()
  const { rows } = await sql<{ slug: string }>`
    select slug from organisation where tier = 'strategic' and status = 'current'`.execute(app.db)
  for (const { slug } of rows)
    expect([slug, (await app.get(`/insights/regions/${slug}`)).statusCode]).toEqual([slug, 200])
  for (const [slug, path] of [
    ['greater-manchester-combined-authority', '/insights/regions/greater-manchester-combined-authority'],
    ['leeds-city-council', '/insights/regions/yorkshire-and-the-humber'],
    ['dxw', '/insights/suppliers/dxw'],
  ]) {
    expect((await app.get(`/organisations/${slug}`)).body).toContain(`href="${path}"`)
    expect((await app.get(path!)).statusCode).toBe(200)
  }
}, 60_000)

test('a council is heard from once it has a register of its own or said which systems it runs', async () => {
  const { app, table } = await site()
  const row = async () => (await table('missing-by-region.csv?region=west-yorkshire-combined-authority'))[0]!
  const before = await row()
  const id = await organisationIdOf(app.db, 'kirklees-council')
  await sql`delete from project_partner where organisation_id = ${id}`.execute(app.db)
  const [contractId] = await insertContracts(app.db, app.clock, [
    { by: 'kirklees-council', endsOn: '2027-03-31' },
  ])
  expect((await row()).with_own_contracts_or_systems).toBe(before.with_own_contracts_or_systems)
  await app.db.updateTable('contract').set({ is_confirmed: true }).where('id', '=', contractId!).execute()
  const after = await row()
  expect(Number(after.with_own_contracts_or_systems)).toBe(Number(before.with_own_contracts_or_systems) + 1)
  expect(Number(after.heard_from)).toBeGreaterThanOrEqual(Number(before.heard_from))
  const { body } = await app.get('/insights/regions/west-yorkshire-combined-authority')
  const [missing] = body.slice(body.indexOf('id="not-yet"')).split('</section>')
  expect(missing).not.toContain('Kirklees Council')
})

test('a project led from elsewhere is said to have a partner here, and counts for no region but its own', async () => {
  const { app, table } = await site()
  const rows = async (query: string) =>
    (await table(`projects-by-place.csv${query}`)).map(row => row.organisation)
  const named = await rows('?region=yorkshire-and-the-humber')
  const outside = named.filter(name => name!.endsWith(', with a partner from here'))
  expect(outside).toContain('Oxford City Council, with a partner from here')
  expect(named).toContain('Leeds City Council')
  expect(await rows('?region=south-east')).toContain('Oxford City Council')
  expect((await app.get('/insights/regions/yorkshire-and-the-humber')).body).toContain(
    'it is led from elsewhere, and organisations from here only take part',
  )
})

test('a long page shows the first rows of a chart and folds the others, and loses none', async () => {
  const { app, table } = await site()
  const { body } = await app.get('/insights')
  const part = (key: string) => body.slice(body.indexOf(`<section id="${key}"`)).split('<section id="')[1]!
  const ending = part('contracts-ending')
  expect(ending).toContain('8 more rows of 12')
  expect(ending.match(/<tr class="govuk-table__row">/g)).toHaveLength(12 + 2)
  const services = await table('projects-by-service.csv')
  expect(part('projects-by-service')).toContain(`Projects by service (${services.length} rows)`)
  for (const { service_area } of services)
    expect(part('projects-by-service')).toContain(`>${service_area!.replaceAll('&', '&amp;')}</a>`)
})

test('the map of a place is drawn around it', async () => {
  const { app } = await site()
  const frame = async (path: string) =>
    /class="map__picture[^>]*viewBox="([\d -]+)"/.exec((await app.get(path)).body)![1]
  expect(await frame('/insights')).toBe('0 0 1000 1835')
  const { body } = await app.get('/insights/regions/london')
  const codes = [...body.matchAll(/#(E\d+)"/g)].map(([, code]) => code!)
  expect(await frame('/insights/regions/london')).toBe(viewBoxOf(frameAround(boundsOfAreas(codes))))
})
