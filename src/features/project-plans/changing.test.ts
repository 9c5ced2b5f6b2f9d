import { describe, expect, test } from 'vitest'
import { type App, type Officer, publishPlan, subjectsTo } from '#test/planning.ts'
import { testApp } from '#test/support.ts'

const changed = (officer: Officer, path: string, part: string, form: Record<string, string>) =>
  officer.post(`${path}/parts/${part}`, form)

const isListed = async (app: App, address: string) =>
  Promise.all(
    ['/projects', '/projects.csv', '/sitemap.xml', '/search?q=crews+missed+bins', '/'].map(async place =>
      (await app.get(place)).body.includes(address),
    ),
  )

describe('a published project', () => {
  test('is changed part by part, and its history shows the words', async () => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council', name: 'Robin Ashdown' })
    const { path, address } = await publishPlan(app, owner)
    const answer = await changed(owner, path, 'why', {
      why: 'Crews cannot see which bins were missed last week.',
      version: '1',
      note: 'It is a week, not a day.',
    })
    expect(answer.headers.location).toBe(address)
    expect((await app.get(address)).body).toContain('missed last week')
    const { body } = await app.get(`${address}/history`)
    expect(body).toContain('Version 2: changed')
    expect(body).toContain('It is a week, not a day.')
    expect(body).toMatch(/<del>.*yesterday.*<\/del>/)
    expect(body).not.toContain('Robin Ashdown')
  })

  test('is looked through for what is personal before a change is shown', async () => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council' })
    const { path, address } = await publishPlan(app, owner)
    const form = { why: 'Ask jo.smith@leeds.example about it.', version: '1' }
    const warned = await changed(owner, path, 'why', form)
    expect(warned.statusCode).toBe(422)
    expect(warned.body).toContain('Publish it all the same')
    expect((await app.get(address)).body).not.toContain('jo.smith')
    expect((await changed(owner, path, 'why', { ...form, seen: 'yes' })).statusCode).toBe(303)
    expect((await app.get(address)).body).toContain('jo.smith')
  })

  test('keeps the address when its title changes', async () => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council' })
    const { path, address } = await publishPlan(app, owner)
    await changed(owner, path, 'title', { title: 'No bins missed', version: '1' })
    expect((await app.get(address)).body).toContain('No bins missed')
  })

  test('is not changed over a colleague’s head', async () => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council' })
    const { path, address } = await publishPlan(app, owner)
    await changed(owner, path, 'why', { why: 'First.', version: '1' })
    const late = await changed(owner, path, 'why', { why: 'Second.', version: '1' })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('Someone else has changed this project')
    expect(late.body).toContain('Second.')
    expect((await app.get(address)).body).toContain('First.')
  })

  test('tells its phases with the days since when', async () => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council' })
    const { path, address } = await publishPlan(app, owner, {
      parts: { phase: { phase: 'discovery', starts_on: '1 June 2026' } },
    })
    await changed(owner, path, 'phase', { phase: 'alpha', starts_on: '1 June 2026', version: '1' })
    const { body } = await app.get(address)
    expect(body.replace(/<[^>]+>/g, '')).toContain('Alpha, from 21 November 2026Discovery, from 1 June 2026')
  })

  test('stops with a reason, stays to be found, and can go on', async () => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council' })
    const { path, address } = await publishPlan(app, owner)
    await owner.post(`${path}/stop`, { note: 'The supplier closed its interface.' })
    await app.drain()
    expect((await app.get(address)).body).toContain('Stopped: The supplier closed its interface.')
    expect((await app.get('/projects?state=stopped')).body).toContain(address)
    expect((await app.get(address)).body).not.toContain('Ask to join')
    await owner.post(`${path}/resumption`)
    await app.drain()
    expect((await app.get('/projects?state=planned')).body).toContain(address)
    expect((await app.get(`${address}/history`)).body).toContain('Version 3: goes on after all')
  })

  test('finishes on a day that has come, says so, and can go on', async () => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council' })
    const { path, address } = await publishPlan(app, owner, {
      parts: { phase: { phase: 'idea', starts_on: '1 November 2026', ends_on: '30 June 2027' } },
    })
    const before = await changed(owner, path, 'outcome', { finished_on: '31 October 2026', version: '1' })
    expect(before.body).toContain('not before the start of its phase')
    const early = await changed(owner, path, 'outcome', { finished_on: '22 November 2026', version: '1' })
    expect(early.statusCode).toBe(422)
    expect(early.body).toContain('Write today or a day before')
    const outcome = { outcome: 'Half as many calls.', learned: '' }
    await changed(owner, path, 'outcome', { finished_on: '20 November 2026', ...outcome, version: '1' })
    await app.drain()
    const { body } = await app.get(address)
    expect(body).toContain('Finished on 20 November 2026')
    expect(body).not.toContain('Ask to join')
    expect((await app.get('/projects?state=finished')).body).toContain(address)
    expect((await app.get('/projects.csv')).body).toMatch(new RegExp(`${address},.*,finished,.*2026-11-20`))
    expect((await app.get(`${address}/history`)).body).toContain('Finished on')
    await changed(owner, path, 'outcome', { finished_on: '', ...outcome, version: '2' })
    await app.drain()
    expect((await app.get('/projects?state=planned')).body).toContain(address)
  })

  test('is withdrawn from every list, keeps its address and says so, and can come back', async () => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council' })
    const { path, address } = await publishPlan(app, owner)
    await app.drain()
    expect(await isListed(app, address)).toEqual([true, true, true, true, true])
    await owner.post(`${path}/withdrawal`, { note: 'It was published twice.' })
    await app.drain()
    expect(await isListed(app, address)).toEqual([false, false, false, false, false])
    expect((await app.get('/projects')).body).toContain('>43 projects</h1>')
    expect((await app.get('/organisations/leeds-city-council')).body).not.toContain(address)
    const page = await app.get(address)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Withdrawn on 21 November 2026')
    expect(page.body).toContain('It was published twice.')
    expect((await owner.post(`${path}/parts/why`, { why: 'x', version: '2' })).statusCode).toBe(409)
    await owner.post(`${path}/publication`)
    await app.drain()
    expect(await isListed(app, address)).toEqual([true, true, true, true, true])
    expect((await app.get(address)).body).not.toContain('Withdrawn')
  })

  test('is changed by its organisation alone', async () => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council' })
    const partner = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
    const curator = await app.signedIn({ of: 'surrey-county-council', duties: ['curator', 'operator'] })
    const { path, address } = await publishPlan(app, owner, { partners: ['Adur District Council'] })
    for (const other of [partner, curator]) {
      expect((await other.get(address)).statusCode).toBe(200)
      expect((await other.get(path)).statusCode).toBe(404)
      for (const act of ['parts/why', 'stop', 'withdrawal', 'publication', 'partners', 'links'])
        expect([act, (await other.post(`${path}/${act}`, { why: 'x', note: 'x' })).statusCode]).toEqual([
          act,
          404,
        ])
    }
    expect((await app.post(`${path}/withdrawal`, { note: 'x' })).statusCode).toBe(303)
    expect((await app.get(address)).body).not.toContain('Withdrawn')
  })

  test('lets a curator take it down: the page says why, and nothing of it', async () => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council' })
    const curator = await app.signedIn({ duties: ['curator'] })
    const { path, address } = await publishPlan(app, owner)
    await app.drain()
    const subject = `project/${path.slice('/plans/'.length)}`
    await curator.post(`/moderation/cases/${subject}/withholding`, { withholding: 'It names a resident.' })
    await app.drain()
    expect(await isListed(app, address)).toEqual([false, false, false, false, false])
    const { body, statusCode } = await app.get(address)
    expect(statusCode).toBe(200)
    expect(body).toContain('It names a resident.')
    expect(body).not.toContain('Crews cannot see')
    expect((await app.get(`${address}/history`)).statusCode).toBe(404)
    expect((await owner.get(address)).body).toContain('Crews cannot see')
  })
})

describe('who may see a project', () => {
  test('of the public sector: signed-in members of public bodies', async () => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council' })
    const council = await app.signedIn({ of: 'surrey-county-council' })
    const nobody = await app.signedIn()
    const { address } = await publishPlan(app, owner, {
      parts: { visibility: { visibility: 'public-sector' } },
    })
    await app.drain()
    expect((await council.get(address)).statusCode).toBe(200)
    for (const end of ['', '/history']) {
      expect((await app.get(address + end)).statusCode).toBe(404)
      expect((await nobody.get(address + end)).statusCode).toBe(404)
    }
    expect(await isListed(app, address)).toEqual([false, false, false, false, false])
    expect((await app.get('/organisations/leeds-city-council')).body).not.toContain(address)
  })

  test('of partners: those who were asked or take part, and curators', async () => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council' })
    const asked = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
    const council = await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
    const curator = await app.signedIn({ duties: ['curator'] })
    const { path, address } = await publishPlan(app, owner, {
      parts: { visibility: { visibility: 'partners' } },
      partners: ['Adur District Council'],
    })
    await app.drain()
    for (const reader of [owner, asked, curator]) expect((await reader.get(address)).statusCode).toBe(200)
    for (const end of ['', '/history', '/partners/new'])
      expect((await council.get(address + end)).statusCode).toBe(404)
    expect((await council.post(`${address}/partners`, {})).statusCode).toBe(404)
    const narrower = await owner.post(`${path}/parts/visibility`, { visibility: 'public', version: '1' })
    expect(narrower.statusCode).toBe(303)
    expect((await council.get(address)).statusCode).toBe(200)
    const refused = await owner.post(`${path}/parts/visibility`, { visibility: 'partners', version: '2' })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('cannot be shown to fewer')
  })
})

test('who is erased leaves the organisation’s words behind, without their name', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council', name: 'Robin Ashdown' })
  const other = await app.signedIn({ of: 'surrey-county-council', name: 'Sam Byfield' })
  await app.db.updateTable('person').set({ is_shown: true }).execute()
  const { address } = await publishPlan(app, owner)
  await owner.post(`${address}/updates`, { text: 'We met three crews.' })
  await other.post(`${address}/partners`, { message: 'Sam here, we can help.' })
  expect((await app.get(`${address}/history`)).body).toContain('Robin Ashdown')

  const { personalDataOf } = await import('#features/privacy/personal-data.ts')
  const { site } = await import('../../features.ts')
  const written = personalDataOf(site).find(({ title }) => title.startsWith('Projects and updates'))!
  const exported = JSON.stringify(await written.export(app.db, owner.personId))
  for (const words of ['Fewer missed bins', 'We met three crews.', 'published'])
    expect(exported).toContain(words)
  expect(JSON.stringify(await written.export(app.db, other.personId))).toContain('Sam here')
  for (const { personId } of [owner, other]) {
    await written.erase(app.db, app.clock, personId)
    expect(await written.export(app.db, personId)).toEqual([])
  }
  expect((await app.get(`${address}/history`)).body).not.toContain('Robin Ashdown')
  expect((await app.get(address)).body).toContain('We met three crews.')
  const request = /\/partner-requests\/[0-9a-f-]{36}/.exec((await owner.get('/my')).body)![0]
  expect((await owner.get(request)).body).not.toContain('Sam here')
  expect(await subjectsTo(app, owner.email)).toHaveLength(1)
})

test('an imported project has no history here, and says so', async () => {
  const { get } = await testApp()
  const { body, statusCode } = await get('/projects/visualising-failure-in-waste-services/history')
  expect(statusCode).toBe(200)
  expect(body).toContain('Nobody has changed it here')
})
