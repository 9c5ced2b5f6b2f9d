import { describe, expect, test } from 'vitest'
import { type App, beginPlan, neededParts, publishPlan, saveParts, trust } from '#test/planning.ts'
import { testApp } from '#test/support.ts'

const readFirst = 'A curator reads this before anyone else sees it'

describe('planning a project', () => {
  test('goes from a title to a page in the list, the search and the files', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    const { address } = await publishPlan(app, officer)
    expect(address).toBe('/projects/fewer-missed-bins')
    await app.drain()

    const { body } = await app.get(address)
    for (const words of [
      'Fewer missed bins',
      'Crews cannot see',
      'Planned',
      'Leeds City Council',
      'Partners welcome until 31 January 2027',
      'A district council to test with',
      '1 February to 30 June 2027 (estimated end)',
      'The organisation wrote this here itself',
    ])
      expect(body).toContain(words)
    for (const once of ['31 January 2027', '30 June 2027', 'Discovery'])
      expect([once, body.split(once).length]).toEqual([once, 2])
    expect(body).toMatch(/Budget\s*<\/dt>\s*<dd[^>]*>\s*Not said/)
    expect((await app.get('/projects')).body).toContain('>44 projects</h1>')
    const listing = ['/projects', '/projects.csv', '/sitemap.xml', '/search?q=crews+missed+bins', '/']
    for (const place of [...listing, '/organisations/leeds-city-council'])
      expect([place, (await app.get(place)).body.includes(address)]).toEqual([place, true])
    const answer = await app.get(
      `/check?problem=${encodeURIComponent('Crews cannot see which bins were missed')}`,
    )
    expect(answer.body).toContain(address)
    expect(answer.body).toContain('partners welcome until 31 January 2027')
  })

  test('keeps every field, and shows it under its heading', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    const parts = {
      title: { title: 'Bins on time', problem: 'Bins are missed.', department: 'Waste services' },
      users: { users_and_needs: 'Residents want to know.' },
      money: { budget: '50k-100k', collaboration_level: 'Open to conversation' },
      team: { existing_team: 'A product owner.' },
      'prior-work': { prior_work: 'A spreadsheet.' },
      market: { early_market_engagement: 'Two suppliers.' },
      more: { additional_info: 'Nothing before May.', tags: 'waste, bins,  waste' },
      service: { service: 'other', other: 'Household waste collection' },
      outcome: { outcome: 'Half as many calls.', learned: 'Ask crews first.' },
    }
    const { path, address } = await publishPlan(app, officer, { parts })
    await officer.post(`${path}/links`, { kind: 'code', label: 'Our code', url: 'https://example.org/bins' })
    const { body } = await app.get(address)
    for (const words of [
      'Bins are missed.',
      'Waste services',
      'Residents want to know.',
      '£50,000 to £100,000',
      'Open to conversation',
      'A product owner.',
      'A spreadsheet.',
      'Two suppliers.',
      'Nothing before May.',
      'waste, bins<',
      'Chosen by the organisation itself',
      'Half as many calls.',
      'What we learned',
      'href="https://example.org/bins"',
    ])
      expect([words, body.includes(words)]).toEqual([words, true])
    expect(body.indexOf('Problem to be solved')).toBeLessThan(body.indexOf('Why the work is being done'))
    await app.drain()
    expect((await app.get('/services/524')).body).toContain('Bins on time')
    expect((await app.get('/search?q=ask+crews+first')).body).toContain(address)
  })

  test('is left and come back to: the steps say what is done', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    const path = await beginPlan(officer, { problem: 'Crews are blind.' })
    const left = await officer.post(`${path}/parts/why`, { why: 'They ask us.', next: 'list' })
    expect(left.headers.location).toBe(path)
    const { body } = await officer.get(path)
    expect(body).toMatch(/Why\s*<\/a>[\s\S]*?Done/)
    expect((await officer.get(`${path}/parts/title`)).body).toContain('Crews are blind.')
    expect((await officer.get('/my')).body).toContain(path)
  })

  test('is not published before what is needed is there', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    const path = await beginPlan(officer)
    const refused = await officer.post(`${path}/publication`)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Choose who may see it')
    expect(refused.body).not.toContain('>Publish<')
  })

  test('says in plain words what each phase is', async () => {
    const { signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const path = await beginPlan(officer)
    const { body } = await officer.get(`${path}/parts/phase`)
    expect(body).toMatch(/Alpha[\s\S]*Trying several ways to meet the need/)
    expect(body.match(/govuk-radios__hint/g)).toHaveLength(6)
    expect((await officer.get(path)).body).toContain('Talks with suppliers')
  })

  test('says what is wrong with a step, with what was typed', async () => {
    const { signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const path = await beginPlan(officer)
    const { statusCode, body } = await officer.post(`${path}/parts/phase`, {
      phase: 'alpha',
      starts_on: '1 June 2027',
      ends_on: '1 May 2027',
    })
    expect(statusCode).toBe(422)
    expect(body).toContain('Write an end that is not before the start')
    expect(body).toContain('1 June 2027')
    const days = [
      ['phase', { phase: 'idea', starts_on: '1 January 1900' }, 'Write a day in the years from 2000 to 2099'],
      ['phase', { phase: 'idea', ends_on: '1 January 3000' }, 'Write a day in the years from 2000 to 2099'],
      ['joining', { partners_welcome_until: '20 November 2026' }, 'Write a day that has not passed'],
    ] as const
    for (const [part, form, message] of days) {
      const refused = await officer.post(`${path}/parts/${part}`, form)
      expect([refused.statusCode, refused.body.includes(message)]).toEqual([422, true])
    }
    const today = { partners_welcome_until: '21 November 2026' }
    expect((await officer.post(`${path}/parts/joining`, today)).statusCode).toBe(303)
    const links = await officer.post(`${path}/links`, {
      kind: 'code',
      label: 'x',
      url: 'javascript:alert(1)',
    })
    expect(links.statusCode).toBe(422)
    expect(links.body).toContain('begins with https://')
  })

  test('keeps on offering the services its words speak of, and a box to write another, when one is not known', async () => {
    const { signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const path = await beginPlan(officer, { title: 'Fewer missed bins' })
    const household = 'name="service" type="radio" value="524"'
    expect((await officer.get(`${path}/parts/service`)).body).toContain(household)
    for (const other of ['', 'flying pigs']) {
      const { statusCode, body } = await officer.post(`${path}/parts/service`, { service: 'other', other })
      expect(statusCode).toBe(422)
      expect(body).toContain(household)
      expect(body).toMatch(new RegExp(`name="other"[^>]*${other && `value="${other}"`}`))
    }
    await officer.post(`${path}/parts/service`, { service: '524' })
    expect((await officer.get(`${path}/parts/service`)).body).toMatch(/value="524" checked/)
  })

  test('warns of what looks personal, and publishes all the same', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    await trust(app, officer)
    const path = await beginPlan(officer)
    await saveParts(officer, path, { ...neededParts, why: { why: 'Ask jo.smith@leeds.example about it.' } })
    expect((await officer.get(`${path}/publication`)).body).toContain('jo.smith@leeds.example')
    expect((await officer.post(`${path}/publication`)).statusCode).toBe(303)
  })

  test('waits for a curator when it is the first that its organisation publishes', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    const curator = await app.signedIn({ duties: ['curator'] })
    const path = await beginPlan(officer)
    await saveParts(officer, path, neededParts)
    expect((await officer.get(`${path}/publication`)).body).toContain(readFirst)
    const address = String((await officer.post(`${path}/publication`)).headers.location)
    await app.drain()
    expect((await officer.get(address)).body).toContain('waits for a curator')
    expect((await curator.get(address)).statusCode).toBe(200)
    expect((await app.get(address)).statusCode).toBe(404)
    expect((await app.get('/projects')).body).toContain('>43 projects</h1>')
    expect((await app.get('/search?q=crews+missed+bins')).body).not.toContain(address)
    expect((await officer.get('/my')).body).toContain('waits for a curator')
    await trust(app, officer)
    const next = await beginPlan(officer)
    await saveParts(officer, next, neededParts)
    expect((await officer.get(`${next}/publication`)).body).not.toContain(readFirst)
  })

  test('begins from a problem, and stands on its page', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    const slug = await insertProblem(app, officer.organisationId!)
    const offered = await app.get(`/problems/${slug}`)
    expect(offered.body).toContain(`/plans/new?addresses=${slug}`)
    const begun = (await officer.get(`/plans/new?addresses=${slug}`)).body
    expect(begun).toContain('It is about the problem')
    expect(begun).toContain('They are missed.</textarea>')
    const { address } = await publishPlan(app, officer, { form: { addresses: slug } })
    expect((await app.get(address)).body).toContain('Household waste collection')
    const page = (await app.get(address)).body
    expect(page).toContain('Problems it addresses')
    expect(page).toContain(`href="/problems/${slug}"`)
    expect((await app.get(`/problems/${slug}`)).body).toContain(`href="${address}"`)
  })

  test('asks who speaks for no organisation for whom they speak, and leads back with what was typed', async () => {
    const { db, clock, signedIn } = await testApp()
    const newcomer = await signedIn({ email: 'robin@leeds.gov.uk' })
    const address = '/plans/new?problem=Bins+are+missed'
    const asked = await newcomer.get(address)
    expect(asked.statusCode).toBe(200)
    expect(asked.body).toContain('For whom do you speak?')
    expect(asked.body).toContain(`href="/welcome?next=${encodeURIComponent(address)}"`)
    await insertMembership(db, clock.now(), newcomer.personId)
    const waiting = await newcomer.get(address)
    expect(waiting.body).toContain('You have asked to speak for Adur District Council')
    expect(waiting.body).not.toContain('/welcome?next')
  })

  test('takes over what was typed on the check page', async () => {
    const { get, signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const { body } = await get('/check?problem=Bins+are+missed+every+week')
    expect(body).toContain('/plans/new?problem=Bins+are+missed+every+week')
    const started = await officer.get('/plans/new?problem=Bins+are+missed+every+week')
    expect(started.body).toContain('Bins are missed every week')
  })
})

async function insertMembership(db: App['db'], requested_at: Date, person_id: string) {
  const { id } = await db
    .selectFrom('organisation')
    .select('id')
    .where('slug', '=', 'adur-district-council')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('membership')
    .values({
      id: '019aa111-0000-7000-8000-000000000003',
      person_id,
      organisation_id: id,
      role: 'member',
      state: 'requested',
      ground: 'word',
      requested_at,
    })
    .execute()
}

async function insertProblem(
  { db, clock }: Awaited<ReturnType<typeof testApp>>,
  organisation_id: string,
): Promise<string> {
  const slug = 'missed-bins'
  await db
    .insertInto('problem')
    .values({
      id: '019aa111-0000-7000-8000-000000000001',
      slug,
      organisation_id,
      state: 'published',
      visibility: 'public',
      title: 'Missed bins',
      happens: 'They are missed.',
      service_id: 524,
      version: 1,
      created_at: clock.now(),
      changed_at: clock.now(),
      published_at: clock.now(),
    })
    .execute()
  return slug
}
