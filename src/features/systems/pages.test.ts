import { describe, expect, test } from 'vitest'
import { testApp } from '#test/support.ts'
import { runTheSame } from './partner-facts.ts'

const visitor = { kind: 'visitor' } as const

describe('the list of systems', () => {
  test('is narrowed by every facet, and goes on page by page without losing a row', async () => {
    const { get } = await testApp()
    const seen: string[] = []
    let next: string | undefined = '/systems?product=cmis'
    while (next) {
      const { body } = await get(next)
      expect(body).toContain('34 systems found')
      seen.push(...[...body.matchAll(/href="([^"]+#system-[^"]+)"/g)].map(([, href]) => href!))
      next = / href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(new Set(seen).size).toBe(34)
    expect((await get('/systems?product=cmis&region=London')).body).toMatch(/<h1[^>]*>\d systems? found/)
    expect((await get('/systems?service=516&supplier=idox&type=County')).body).toContain('system')
    expect((await get('/systems?standing=confirmed')).body).toContain('No system fits')
  })

  test('says of each who says so, from when, how sure it is, and where to look', async () => {
    const { get } = await testApp()
    const { body } = await get('/systems?product=cmis')
    expect(body).toMatch(
      /Unconfirmed, fairly sure\. Source: <a[^>]+>DemocracyClub\/LGSF on GitHub<\/a>, 4 October 2025/,
    )
    expect(body).toContain('what it saw')
  })

  test('is given out as CSV, in which no cell is a formula', async () => {
    const { get, db } = await testApp()
    await db.updateTable('product').set({ name: '=HYPERLINK("x")' }).where('slug', '=', 'cmis').execute()
    const { body, headers } = await get('/systems.csv?product=cmis')
    expect(headers['content-type']).toContain('text/csv')
    const lines = body.trim().split('\r\n')
    expect(lines).toHaveLength(35)
    expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`)
  })

  test('takes in no words for filters that break it', async () => {
    const { get } = await testApp()
    for (const query of [
      "service='--",
      'service=999999999999999999',
      'product=%00',
      'after=xyz',
      'region=%27',
    ])
      expect((await get(`/systems?${query}`)).statusCode).toBe(200)
  })
})

describe('a council', () => {
  test('has every row of the reference file on its page, with its source', async () => {
    const { get, db } = await testApp()
    const rows = await db
      .selectFrom('system_statement as said')
      .innerJoin('system', 'system.id', 'said.system_id')
      .innerJoin('organisation', 'organisation.id', 'system.organisation_id')
      .select(['organisation.slug', 'said.product_as_published as label', 'said.source_name as source'])
      .where('organisation.slug', 'in', ['dudley-metropolitan-borough-council', 'allerdale-borough-council'])
      .execute()
    expect(rows.length).toBeGreaterThan(15)
    for (const { slug, label, source } of rows) {
      const { body } = await get(`/organisations/${slug}/systems`)
      expect(body).toContain(`“${label.replaceAll('&', '&amp;')}”`)
      expect(body).toContain(source)
    }
  })

  test('that took over from others shows what those ran, and from whom it is', async () => {
    const { get } = await testApp()
    const former = await get('/organisations/allerdale-borough-council/systems')
    expect(former.body).toContain('Whitespace WRP')
    const { body } = await get('/organisations/cumberland-council/systems')
    expect(body).toContain('From a council that Cumberland took over')
    expect(body).toContain('Whitespace WRP')
    expect((await get('/organisations/cumberland-council')).body).toContain(
      'of Allerdale Borough Council, which it took over',
    )
  })

  test('that two sources name different registers for shows the newer, and the older as earlier', async () => {
    const { get, db } = await testApp()
    const { slug } = await db
      .selectFrom('system')
      .innerJoin('organisation', 'organisation.id', 'organisation_id')
      .select('organisation.slug')
      .where('is_earlier', '=', true)
      .where('service_id', '=', 516)
      .orderBy('organisation.slug')
      .executeTakeFirstOrThrow()
    const { body } = await get(`/organisations/${slug}/systems`)
    expect(body).toContain('<strong class="govuk-tag">Earlier</strong>')
    expect(body).toContain('<strong class="govuk-tag">Unconfirmed</strong>')
  })
})

describe('what is earlier', () => {
  test('is what another source, newer by a year, names otherwise for the same service', async () => {
    const { db } = await testApp()
    const systems = await db.selectFrom('system').selectAll().execute()
    const yearLater = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
    const serviceOf = (system: (typeof systems)[number]) => system.service_id ?? system.service_as_published
    const byOrganisation = Map.groupBy(systems, ({ organisation_id }) => organisation_id)
    for (const system of systems) {
      const isEarlier = byOrganisation
        .get(system.organisation_id)!
        .some(
          other =>
            other.id !== system.id &&
            other.product_id !== null &&
            serviceOf(other) === serviceOf(system) &&
            other.scope === system.scope &&
            other.source_name !== system.source_name &&
            other.source_as_of >= yearLater(system.source_as_of),
        )
      expect([system.id, system.is_earlier]).toEqual([system.id, isEarlier])
    }
    expect(systems.filter(({ is_earlier }) => is_earlier).length).toBeGreaterThan(30)
  })
})

describe('a supplier and a service', () => {
  test('list the products, with how many councils run each', async () => {
    const { get } = await testApp()
    const { body } = await get('/organisations/civica')
    expect(body).toContain('Products (3)')
    expect(body).toMatch(/ModernGov[\s\S]{0,300}councils run it/)
    expect((await get('/services/358')).body).toMatch(
      /Systems that councils run for it[\s\S]{0,400}ModernGov/,
    )
  })

  test('are found by the name of a product, and the product by its other names', async () => {
    const { get } = await testApp()
    expect((await get('/search?q=firmstep')).body).toContain('/products/achieveforms')
    expect((await get('/data')).body).toContain('products')
  })
})

describe('who runs the same', () => {
  const search = { problemIds: null, startsOn: null }

  test('is a partner worth asking, the more so for the service in question', async () => {
    const { db, clock, get } = await testApp()
    const { id: askerId } = await db
      .selectFrom('organisation')
      .select('id')
      .where('slug', '=', 'leeds-city-council')
      .executeTakeFirstOrThrow()
    const load = async (serviceIds: number[] | null) =>
      (await runTheSame.load(db, clock, visitor, { ...search, askerId, serviceIds })).get('same-system')!
    const planning = await load([516])
    expect(planning.size).toBeGreaterThan(200)
    expect(planning.has(askerId)).toBe(false)
    expect(new Set([...planning.values()].map(({ says }) => says))).toContain('Also runs Idox Public Access')
    expect((await load([])).size).toBe(0)
    const all = await load(null)
    expect([...all.values()].every(({ of }) => of >= 1 && of <= 100)).toBe(true)
    expect((await get('/organisations/leeds-city-council/partners')).body).toContain('Also runs')
    const without = await get('/organisations/leeds-city-council/partners?same-system=0')
    expect(without.body).not.toContain('Also runs')
  })
})
