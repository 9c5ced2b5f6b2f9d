import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { enqueue } from '#plumbing/jobs.ts'
import { insertContracts, type MadeContract, wasteWindow } from '#test/made-contracts.ts'
import { handClock, testApp } from '#test/support.ts'
import { listDearFigures } from './dear-figure-queries.ts'
import { dimensions } from './horizon-query.ts'
import { replaceKeptFigures } from './stored-figures.ts'

const waste = 524
const window = `/horizon/service-${waste}/2027-03-31`

async function horizonOf(contracts: MadeContract[]) {
  const clock = handClock()
  const app = await testApp({ clock })
  // Whatever ships is not what these tests count.
  await sql`truncate contract cascade`.execute(app.db)
  const ids = await insertContracts(app.db, app.clock, contracts)
  return { ...app, clock, ids }
}

const unfolded = (text: string) => text.replaceAll('\r\n ', '')

describe('the horizon', () => {
  test('says what is known and how a register comes in where nothing ends', async () => {
    const { get } = await horizonOf([{ by: 'leeds-city-council', endsOn: null }])
    const { body, statusCode } = await get('/horizon')
    expect(statusCode).toBe(200)
    expect(body).toContain('No contract is known that ends in the next 36 months')
    expect(body).toContain('1 contract is known')
    expect(body).toContain('1 is open-ended')
    expect((await get('/horizon?region=London')).body).toContain('No contract fits these filters')
  })

  test('shows rows with a number for each month, the window in a bracket, and the same as a table', async () => {
    const { get } = await horizonOf(wasteWindow(waste))
    const { body } = await get('/horizon')
    expect(body).toContain('6 contracts of 6 organisations end in 36 months')
    expect(body).toMatch(/<text class="timeline__count"[^>]*>1<\/text>/)
    expect(body).toMatch(/timeline__bracket[\s\S]*?5 organisations/)
    const cells = [...body.matchAll(/<td class="govuk-table__cell[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell)
    const ends = cells.slice(1).flatMap((cell, at) => (cell === '1' ? [at] : []))
    expect([cells.length, ends]).toEqual([37, [4, 5, 7, 10, 13, 25]])
    expect(body).toContain(`href="${window}"`)
  })

  test('has rows by product, supplier, region and type', async () => {
    const { get } = await horizonOf(
      wasteWindow(waste).map(contract => ({ ...contract, product: 'round-planner' })),
    )
    expect((await get('/horizon?by=product')).body).toContain('round-planner (6)')
    const bySupplier = (await get('/horizon?by=supplier')).body
    expect(bySupplier).toContain('dxw (3)')
    expect(bySupplier).toContain('3 contracts more name no supplier that is known')
    expect(bySupplier).toContain(`/horizon/supplier-dxw-service-${waste}/2027-03-31`)
    expect((await get('/horizon?by=region')).body).toContain('South East (3)')
    const byType = (await get('/horizon?by=type')).body
    expect(byType).toContain('Metropolitan district (2)')
    expect((await get(`/horizon/product-round-planner/2027-03-31`)).body).toContain('The same product')
  })

  test('is narrowed by each filter, by months, and by all at once', async () => {
    const { get } = await horizonOf(
      wasteWindow(waste).map((contract, at) => ({
        ...contract,
        product: at < 2 ? 'round-planner' : undefined,
      })),
    )
    const countFor = async (query: string) =>
      Number(
        /(\d+) contracts? of \d+ organisations? ends? in/.exec((await get(`/horizon?${query}`)).body)?.[1] ??
          0,
      )
    expect(await countFor(`service=${waste}`)).toBe(6)
    expect(await countFor('service=1')).toBe(0)
    expect(await countFor('supplier=dxw')).toBe(3)
    expect(await countFor('product=round-planner')).toBe(2)
    expect(await countFor('region=South+East')).toBe(3)
    expect(await countFor('type=County')).toBe(1)
    expect(await countFor('from=2027-04&to=2027-06')).toBe(2)
    expect(await countFor('from=2027-04&to=2027-06&supplier=dxw&region=South+East')).toBe(1)
    expect(await countFor('from=2020-01&to=2020-02')).toBe(6)
  })

  test('names what is chosen, also where nothing is left of it', async () => {
    const { get } = await horizonOf(wasteWindow(waste))
    const { body } = await get(`/horizon?service=${waste}&service=1&supplier=dxw&region=South+East`)
    for (const name of ['dxw', 'Home schooling', 'Household waste collection'])
      expect(body).toContain(`Only for ${name}.`)
    expect(body).toContain('<input type="hidden" name="supplier" value="dxw"/>')
    expect(body).toMatch(/value="South East" checked/)
    expect(body).toMatch(/South East <span[^>]*>\(2\)/)
    expect(body).toMatch(/Yorkshire and The Humber <span[^>]*>\(1\)/)
  })

  test('lists the contracts once it is narrowed, and only then', async () => {
    const { get } = await horizonOf([
      { by: 'leeds-city-council', endsOn: '2027-03-31', serviceId: waste, title: 'Rounds of Leeds' },
    ])
    expect((await get(`/horizon?service=${waste}`)).body).toMatch(/Rounds of Leeds[\s\S]*ends 31 March 2027/)
    expect((await get('/horizon')).body).not.toContain('Rounds of Leeds')
  })

  test('gives its figures and contracts as files in which no cell is a formula', async () => {
    const { get } = await horizonOf([
      { by: 'leeds-city-council', endsOn: '2027-03-31', serviceId: waste, title: '=cmd|x' },
    ])
    const figures = await get('/horizon.csv')
    expect(figures.body).toMatch(/^service_key,service,month,contracts\r\n524,[^\r]*,2027-03,1\r\n$/)
    const { body } = await get('/horizon/contracts.csv')
    expect(body.split('\r\n')).toHaveLength(3)
    expect(body).toContain("'=cmd|x")
  })

  test('is a calendar of whole days whose entries keep their names', async () => {
    const { get, ids, clock } = await horizonOf(wasteWindow(waste))
    const answer = await get('/horizon.ics?supplier=dxw')
    expect(answer.headers['content-type']).toContain('text/calendar')
    const lines = unfolded(answer.body).split('\r\n')
    expect(lines.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(3)
    expect(lines).toContain(`UID:contract-${ids[0]}@pipeline.test`)
    expect(lines).toContain('DTSTART;VALUE=DATE:20270331')
    expect(lines).toContain('SUMMARY:Contract ends: Leeds City Council\\, Collection of waste')
    clock.forward(86_400_000)
    expect(unfolded((await get('/horizon.ics?supplier=dxw')).body).split('\r\n')).toEqual(lines)
  })

  test('counts what was a council’s of the past to the one of today', async () => {
    const { get } = await horizonOf(
      ['allerdale-borough-council', 'carlisle-city-council', 'copeland-borough-council'].map(by => ({
        by,
        endsOn: '2027-03-31',
        serviceId: waste,
      })),
    )
    const { body } = await get('/horizon')
    expect(body).toContain('3 contracts of 1 organisation end')
    expect((await get(window)).body).toContain('This is no longer a window')
  })

  test('leaves out what a curator took out of sight', async () => {
    const { get, db, clock, ids } = await horizonOf(wasteWindow(waste))
    await db
      .insertInto('moderation_hold')
      .values({
        subject_kind: 'contract',
        subject_id: ids[0]!,
        state: 'withheld',
        reason: 'It names a person',
        since: clock.now(),
      })
      .execute()
    expect((await get('/horizon')).body).toContain('5 contracts of 5 organisations')
    expect((await get('/horizon/contracts.csv')).body).not.toContain('Leeds')
  })
})

describe('a window', () => {
  test('shows whose contracts end when, with what is known of money and extensions', async () => {
    const { get } = await horizonOf(wasteWindow(waste))
    const { body, statusCode } = await get(window)
    expect(statusCode).toBe(200)
    expect(body).toContain('5 contracts for')
    expect(body).toContain('end from 31 March to 31 December 2027')
    for (const name of ['Leeds City Council', 'Kirklees Council', 'Bins &amp; Sons Ltd', '31 March 2029'])
      expect(body).toContain(name)
    expect(body).not.toContain('Mid Devon')
    expect(body).toContain('At least £170,000.50: the value of 2 of 5 contracts is known')
    expect(body).toContain(`/sign-in?next=${encodeURIComponent(window)}`)
    expect((await get(`${window}/contracts.csv`)).body.split('\r\n')).toHaveLength(7)
    expect((await get(`${window}/calendar.ics`)).body.match(/BEGIN:VEVENT/g)).toHaveLength(5)
  })

  test('keeps its address when a contract is added before it, and when its first has ended', async () => {
    const { get, db, clock } = await horizonOf(wasteWindow(waste))
    await insertContracts(db, clock, [
      { by: 'mid-devon-district-council', endsOn: '2027-03-30', serviceId: waste },
    ])
    const earlier = await get(window)
    expect([earlier.statusCode, earlier.headers.location]).toEqual([
      303,
      `/horizon/service-${waste}/2027-03-30`,
    ])
    expect((await get(String(earlier.headers.location))).statusCode).toBe(200)
    await db.deleteFrom('contract').where('ends_on', '<=', '2027-03-31').execute()
    const rest = await get(window)
    expect([rest.statusCode, rest.headers.location]).toEqual([303, `/horizon/service-${waste}/2027-04-01`])
    expect((await get(String(rest.headers.location))).statusCode).toBe(200)
  })

  test('that is no more says so and keeps what was in it; what never was is absent', async () => {
    const { get } = await horizonOf(wasteWindow(waste).slice(0, 2))
    const { body, statusCode } = await get(window)
    expect(statusCode).toBe(200)
    expect(body).toContain('This is no longer a window')
    expect(body).toContain('Leeds City Council')
    for (const path of [
      `/horizon/service-${waste}/2019-01-01`,
      '/horizon/service-999999/2027-03-31',
      '/horizon/product-none/2027-03-31',
      '/horizon/anything/2027-03-31',
      `${window}/calendar.ics`,
      `/horizon/service-${waste}/2027-02-31`,
    ])
      expect((await get(path)).statusCode).toBe(404)
  })

  test('of a product that was renamed leads to its present name', async () => {
    const { get, db } = await horizonOf(
      wasteWindow(waste).map(contract => ({ ...contract, product: 'round-planner' })),
    )
    const { id } = await db
      .selectFrom('product')
      .select('id')
      .where('slug', '=', 'round-planner')
      .executeTakeFirstOrThrow()
    await db.insertInto('product_former_address').values({ slug: 'bin-planner', product_id: id }).execute()
    const { statusCode, headers } = await get('/horizon/product-bin-planner/2027-03-31')
    expect([statusCode, headers.location]).toEqual([301, '/horizon/product-round-planner/2027-03-31'])
  })

  test('becomes the draft of a problem with the service, the organisations and the days', async () => {
    const { signedIn, db } = await horizonOf(wasteWindow(waste))
    const officer = await signedIn({ of: 'leeds-city-council' })
    expect((await officer.get(window)).body).toContain('Start a joint problem')
    const answer = await officer.post(`${window}/problem`)
    expect(answer.statusCode).toBe(303)
    const problem = await db.selectFrom('problem').selectAll().executeTakeFirstOrThrow()
    expect(answer.headers.location).toBe(`/problems/${problem.id}/parts/what-happens`)
    expect(problem).toMatchObject({
      state: 'draft',
      service_id: waste,
      organisation_id: officer.organisationId,
    })
    expect(problem.happens).toContain('Kirklees Council: with Bins & Sons Ltd, ends on 30 June 2027')
    expect(problem.happens).toContain('5 organisations have contracts')
    expect(problem.happens).toContain('They are worth £170,001 in all')
    expect((await officer.get(String(answer.headers.location))).body).toContain(problem.title)
  })

  test('is no joint problem of a supplier, who is not offered to start one', async () => {
    const { signedIn, db } = await horizonOf(wasteWindow(waste))
    const supplier = await signedIn({ of: 'dxw', role: 'lead' })
    const { statusCode, body } = await supplier.get(window)
    expect(statusCode).toBe(200)
    expect(body).not.toContain('joint problem')
    expect((await supplier.post(`${window}/problem`)).statusCode).toBe(404)
    expect(await db.selectFrom('problem').select('id').execute()).toEqual([])
  })

  test('becomes a common need that a curator words and publishes, held by its organisations', async () => {
    const { signedIn, get, db, ids, clock } = await horizonOf(wasteWindow(waste))
    const curator = await signedIn({ of: 'adur-district-council', duties: ['curator'] })
    const answer = await curator.post(`${window}/need`)
    expect(answer.statusCode).toBe(303)
    const path = String(answer.headers.location).replace(/\/curation.*/, '')
    const curation = await curator.get(String(answer.headers.location))
    expect(curation.body).toContain('They are Leeds City Council, Adur District Council')
    await curator.post(`${path}/publication`, { title: 'Waste rounds', summary: 'Together from 2027.' })
    const { body } = await get(path)
    expect(body).toContain('5 organisations have this need')
    expect(body).toContain('Contracts that end together')
    expect(body).toContain(', by its contract')
    expect(body).toContain('by what registers say of 2 of 5 contracts')
    expect(body).toContain('Source: A register that was made up, 1 October 2026')
    expect(body).not.toContain('Nobody has said yet')
    expect(body).toContain('The councils in it so far are district councils in counties, county councils and')
    const again = await curator.post(`${window}/need`)
    expect(again.headers.location).toBe(path)
    expect((await get(window)).body).toContain(`href="${path}" class="govuk-link">Waste rounds</a>`)
    await db
      .insertInto('moderation_hold')
      .values({
        subject_kind: 'contract',
        subject_id: ids[0]!,
        state: 'withheld',
        reason: 'x',
        since: clock.now(),
      })
      .execute()
    expect((await get(path)).body).toContain('4 organisations have this need')
  })

  test('is no more than read by who does not speak, or is no curator', async () => {
    const { signedIn, freshBrowser } = await horizonOf(wasteWindow(waste))
    const visitor = freshBrowser()
    await visitor.get('/sign-in')
    expect((await visitor.post(`${window}/problem`)).headers.location).toContain('/sign-in')
    const officer = await signedIn({ of: 'leeds-city-council', role: 'lead' })
    expect((await officer.post(`${window}/need`)).statusCode).toBe(404)
    expect((await officer.get(window)).body).not.toContain('Make it a common need')
  })
})

describe('a horizon of many contracts', () => {
  const withKept = async () => {
    const app = await horizonOf(
      wasteWindow(waste).map(contract => ({ ...contract, product: 'round-planner' })),
    )
    expect(await listDearFigures(app.db, app.clock)).toEqual([])
    const kept = await listDearFigures(app.db, app.clock, 1)
    const keep = () => app.db.transaction().execute(trx => replaceKeptFigures(trx, kept))
    return { ...app, keep }
  }
  const withoutMoment = (body: string) => body.replace(/<p class="app-source">Counted on.*?<\/p>/, '')

  test('is kept by each dimension just as it would be counted, and says when it was', async () => {
    const { get, keep } = await withKept()
    const paths = dimensions.map(by => `/horizon?by=${by}`)
    const counted = await Promise.all(paths.map(async path => (await get(path)).body))
    await keep()
    const kept = await Promise.all(paths.map(async path => (await get(path)).body))
    expect(kept.map(withoutMoment)).toEqual(counted)
    for (const body of kept) expect(body).toContain('Counted on 21 November 2026, 9:15am')
    expect((await get('/horizon?region=London')).body).not.toContain('Counted on')
  })

  test('is counted anew on another day, and shows no product that was hidden since', async () => {
    const { get, keep, db, clock } = await withKept()
    await keep()
    const { id } = await db
      .selectFrom('product')
      .select('id')
      .where('slug', '=', 'round-planner')
      .executeTakeFirstOrThrow()
    const held = { subject_kind: 'product', subject_id: id, state: 'held' as const, since: clock.now() }
    await db.insertInto('moderation_hold').values(held).execute()
    const { body } = await get('/horizon?by=product')
    expect(body).toContain('Counted on')
    expect(body).not.toContain('round-planner')
    clock.forward(86_400_000)
    expect((await get('/horizon')).body).not.toContain('Counted on')
  })

  test('is counted each hour', async () => {
    const { db, clock, drain } = await horizonOf(wasteWindow(waste))
    await db
      .insertInto('horizon_figures')
      .values({ rows_by: 'service', figures: '{}', counted_at: clock.now() })
      .execute()
    await enqueue(db, clock, 'count-horizon', 'now', {})
    await drain()
    expect(await db.selectFrom('horizon_figures').select('rows_by').execute()).toEqual([])
  })
})
