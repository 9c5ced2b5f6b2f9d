import { expect, test } from 'vitest'
import { type App, publishPlan } from '#test/planning.ts'
import { testApp } from '#test/support.ts'

const visibilities = ['public', 'public-sector', 'partners'] as const

const supplierOf = ({ db }: App) =>
  db
    .selectFrom('organisation')
    .select(['slug', 'name'])
    .where('kind', '=', 'supplier')
    .orderBy('slug')
    .limit(1)
    .executeTakeFirstOrThrow()

async function browsersOf(app: App) {
  return {
    visitor: { get: (url: string) => app.get(url) },
    'of none': await app.signedIn(),
    owner: await app.signedIn({ of: 'leeds-city-council' }),
    partner: await app.signedIn({ of: 'adur-district-council' }),
    'another council': await app.signedIn({ of: 'surrey-county-council' }),
    'a supplier': await app.signedIn({ of: (await supplierOf(app)).slug }),
    curator: await app.signedIn({ duties: ['curator'] }),
  }
}

const total = (body: string) => Number(/([\d,]+) projects?/.exec(body)![1]!.replace(',', ''))

test('a list holds and counts of projects what each reader may open, and nothing else', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const { name: supplier } = await supplierOf(app)
  const addresses: string[] = []
  for (const visibility of visibilities) {
    for (const partners of [[], ['Adur District Council', supplier]]) {
      const { address } = await publishPlan(app, owner, {
        parts: {
          visibility: { visibility },
          service: { service: 'other', other: 'Household waste collection' },
        },
        partners,
      })
      addresses.push(address)
    }
  }
  await app.drain()
  const withdrawn = await publishPlan(app, owner, { parts: { visibility: { visibility: 'public-sector' } } })
  await owner.post(`${withdrawn.path}/withdrawal`, { note: 'It came to nothing.' })
  await app.drain()
  const places = [
    '/projects',
    '/projects?phase=discovery&region=Yorkshire+and+The+Humber',
    '/services/524',
    '/organisations/leeds-city-council',
  ]
  const publicTotal = total((await app.get('/projects')).body)
  for (const [name, browser] of Object.entries(await browsersOf(app))) {
    const open: string[] = []
    for (const address of addresses) if ((await browser.get(address)).statusCode === 200) open.push(address)
    for (const place of places) {
      const { body } = await browser.get(place)
      const listed = addresses.filter(address => body.includes(`href="${address}"`))
      expect([name, place, listed]).toEqual([name, place, open])
      expect(body).not.toContain(`href="${withdrawn.address}"`)
    }
    const { body, headers } = await browser.get('/projects')
    expect([name, total(body)]).toEqual([name, publicTotal + open.length - 2])
    const discoveries = /value="discovery"[\s\S]*?\(([\d,]+)\)/.exec(body)![1]
    expect([name, Number(discoveries)]).toEqual([
      name,
      total((await browser.get('/projects?phase=discovery')).body),
    ])
    expect(headers['cache-control']).toBe(
      name === 'visitor' ? 'public, max-age=0, must-revalidate' : 'no-store',
    )
    const isTagged = /govuk-tag">(Public sector|Partners) only</.test(body)
    expect([name, isTagged]).toEqual([name, open.length > 2])
    const file = (await browser.get('/projects.csv')).body
    expect(
      addresses.filter(address => file.includes(`${address}\r`) || file.includes(`${address},`)),
    ).toEqual(addresses.slice(0, 2))
  }
})
