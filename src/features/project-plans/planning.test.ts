import { describe, expect, test } from 'vitest'
import { testApp } from '#test/support.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Officer = Awaited<ReturnType<App['signedIn']>>

/** Lets what an organisation publishes be shown at once, as after a curator has released a post of its. */
const trust = async ({ db, clock }: App, { organisationId }: Officer) => {
  await db
    .insertInto('moderation_trusted')
    .values({ organisation_id: organisationId!, since: clock.now() })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

const beginPlan = async (officer: Officer, form: Record<string, string> = {}) => {
  const { headers, statusCode } = await officer.post('/plans', { title: 'Fewer missed bins', ...form })
  expect(statusCode).toBe(303)
  return String(headers.location).replace(/\/problems$/, '')
}

const saveParts = async (officer: Officer, path: string, parts: Record<string, Record<string, string>>) => {
  for (const [part, form] of Object.entries(parts)) {
    const { statusCode, body } = await officer.post(`${path}/parts/${part}`, form)
    expect([part, statusCode, statusCode === 303 || body]).toEqual([part, 303, true])
  }
}

const needed = {
  why: { why: 'Crews cannot see which bins were missed yesterday.' },
  phase: { phase: 'discovery', starts_on: '1 February 2027', ends_on: '30 June 2027' },
  visibility: { visibility: 'public' },
}

const publish = async (officer: Officer, path: string) => {
  const { statusCode, headers } = await officer.post(`${path}/publication`)
  expect(statusCode).toBe(303)
  return String(headers.location)
}

describe('planning a project', () => {
  test('goes from a title to a page in the list and the search', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    await trust(app, officer)
    const path = await beginPlan(officer)
    await saveParts(officer, path, needed)
    const address = await publish(officer, path)
    expect(address).toBe('/projects/fewer-missed-bins')
    await app.drain()

    const page = await app.get(address)
    expect(page.statusCode).toBe(200)
    for (const words of ['Fewer missed bins', 'Crews cannot see', 'Planned', 'Leeds City Council', 'Discovery'])
      expect(page.body).toContain(words)
    expect((await app.get('/projects')).body).toContain('href="/projects/fewer-missed-bins"')
    expect((await app.get('/projects')).body).toContain('>44 projects</h1>')
    expect((await app.get('/search?q=crews+missed+bins')).body).toContain('/projects/fewer-missed-bins')
    expect((await app.get('/projects.csv')).body).toContain('/projects/fewer-missed-bins')
    expect((await app.get('/organisations/leeds-city-council')).body).toContain('/projects/fewer-missed-bins')
    expect((await app.get('/sitemap.xml')).body).toContain('/projects/fewer-missed-bins')
  })
})
