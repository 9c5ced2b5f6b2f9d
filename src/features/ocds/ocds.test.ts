import { expect, test } from 'vitest'
import { breachesOfOcds } from '#test/ocds-schema.ts'
import { publishPlan, saveParts } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'
import type { PlanningRelease } from './planning-release.ts'

const everything = '/ocds/planned-projects.json'

type Package = { releases: PlanningRelease[]; publishedDate: string; uri: string }

async function planned() {
  const clock = handClock()
  const app = await testApp({ clock })
  const officer = await app.signedIn({ of: 'leeds-city-council', role: 'lead' })
  const releases = async (path = everything): Promise<Package['releases']> =>
    (await app.get(path)).json<Package>().releases
  return { app, clock, officer, releases }
}

test('a planned project is a release of the planning stage that fits the schema', async () => {
  const { app, officer } = await planned()
  const { address } = await publishPlan(app, officer, {
    parts: { money: { budget: '50k-100k' }, title: { title: 'Fewer missed bins' } },
  })
  for (const path of [everything, `${address}/ocds.json`]) {
    const released = (await app.get(path)).json<Package>()
    expect(breachesOfOcds(released)).toEqual([])
    const [release] = released.releases
    expect(release).toMatchObject({
      ocid: expect.stringMatching(/^ocds-000000-[0-9a-f-]{36}$/),
      tag: ['planning'],
      initiationType: 'tender',
      buyer: { id: 'GB-LAE-LDS', name: 'Leeds City Council' },
      parties: [{ identifier: { scheme: 'GB-LAE', id: 'LDS' }, roles: ['buyer'] }],
      planning: {
        rationale: 'Crews cannot see which bins were missed yesterday.',
        budget: { amount: { amount: 100_000, currency: 'GBP' } },
        milestones: [
          { id: 'partners', dueDate: '2027-01-31T23:59:59Z' },
          { id: 'start', dueDate: '2027-02-01T23:59:59Z' },
          { id: 'end' },
        ],
      },
      tender: { status: 'planning', minValue: { amount: 50_000 }, value: { amount: 100_000 } },
    })
    expect(released.publishedDate).toBe(release!.date)
  }
})

test('its ocid stays, and what is changed is another release', async () => {
  const { app, clock, officer, releases } = await planned()
  const { path } = await publishPlan(app, officer)
  const [first] = await releases()
  expect((await releases())[0]!.id).toBe(first!.id)
  clock.forward(3_600_000)
  await saveParts(officer, path, { money: { budget: 'over-1m', version: '1' } })
  const [second] = await releases()
  expect(second!.ocid).toBe(first!.ocid)
  expect(second!.id).not.toBe(first!.id)
  expect(second!.date > first!.date).toBe(true)
  expect(breachesOfOcds((await app.get(everything)).json())).toEqual([])
})

test('only what everyone may see, and nobody has bought for yet, is given out', async () => {
  const { app, officer, releases } = await planned()
  expect((await app.get(everything)).statusCode).toBe(404)
  const beta = await publishPlan(app, officer, {
    parts: { phase: { phase: 'beta', starts_on: '1 February 2026', ends_on: '30 June 2027' } },
    form: { title: 'A beta' },
  })
  const closed = await publishPlan(app, officer, {
    parts: { visibility: { visibility: 'public-sector' } },
    form: { title: 'Not for all' },
  })
  const open = await publishPlan(app, officer, { form: { title: 'For all' } })
  expect((await releases()).map(({ tender }) => tender.title)).toEqual(['For all'])
  for (const { address } of [beta, closed])
    expect((await app.get(`${address}/ocds.json`)).statusCode).toBe(404)
  await officer.post(`${open.path}/withdrawal`, { note: 'No longer planned.' })
  expect((await app.get(`${open.address}/ocds.json`)).statusCode).toBe(404)
})

test('a partner takes part in the release once it has said yes', async () => {
  const { app, officer, releases } = await planned()
  const other = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  await publishPlan(app, officer, { partners: ['Adur District Council'] })
  const names = async () => (await releases())[0]!.parties
  expect(await names()).toHaveLength(1)
  const { id } = await app.db.selectFrom('plan_partner').select('id').executeTakeFirstOrThrow()
  await other.post(`/partner-requests/${id}/decision`, { answer: 'confirm' })
  expect(await names()).toMatchObject([{ name: 'Adur District Council', roles: ['partner'] }, {}])
  expect(breachesOfOcds((await app.get(everything)).json())).toEqual([])
})

test('the page says what is in the files, and that the prefix is not registered yet', async () => {
  const { app, officer } = await planned()
  expect((await app.get('/ocds')).body).toContain('No project is planned here just now')
  const { address } = await publishPlan(app, officer)
  const { body } = await app.get('/ocds')
  expect(body).toContain('1 planned project as one release package')
  expect(body).toContain('no registered prefix yet')
  expect((await app.get(address)).body).toContain(`${address}/ocds.json`)
  expect((await app.get('/data')).body).toContain('href="/ocds"')
})

test('control: what the schema does not allow is noticed', () => {
  expect(breachesOfOcds({ uri: 'x', version: '1.1', publisher: {}, releases: [] })).not.toEqual([])
})
