import { expect, test } from 'vitest'
import { type App, type Officer, publishPlan } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'

const updateIn = (html: string) => /\/projects\/[a-z0-9-]+\/updates\/[0-9a-f-]{36}/.exec(html)![0]

async function writeUpdate(app: App, owner: Officer, address: string, form: Record<string, string>) {
  expect((await owner.post(`${address}/updates`, form)).statusCode).toBe(303)
  await app.drain()
  return updateIn((await owner.get(address)).body)
}

const renderings = (update: string) => [`${update}/report`, `${update}/report.docx`, `${update}/elsewhere`]

test('one update gives a report, a Word file, a paragraph, cards and a feed', async () => {
  const app = await testApp({ clock: handClock() })
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const { address } = await publishPlan(app, owner)
  await owner.post(`${address}/milestones`, { title: 'Crews interviewed', done_on: '20 November 2026' })
  await owner.post(`${address}/milestones`, { title: 'Prototype tested', due_on: '31 March 2027' })
  const update = await writeUpdate(app, owner, address, {
    text: 'We met *three* crews.',
    next: 'We build a prototype.',
    in_the_way: 'Our data is late.',
    asked: 'A second district to test with.',
  })
  const { body } = await app.get(update)
  expect(body).toMatch(
    /What comes next[\s\S]*We build a prototype[\s\S]*Crews interviewed \(20 November 2026\)/,
  )
  expect(body).toContain('type="application/atom+xml"')

  const report = (await app.get(`${update}/report`)).body
  for (const said of [
    'We met three crews.',
    'Crews interviewed (20 November 2026)',
    'Our data is late.',
    'On its dates',
  ])
    expect(report).toContain(said)
  expect(report).toContain('Prototype tested, due on 31 March 2027')

  const word = await app.get(`${update}/report.docx`)
  expect(word.headers['content-type']).toContain('wordprocessingml')
  expect(word.headers['content-disposition']).toContain('highlight-report-fewer-missed-bins-2026-11-21.docx')

  const elsewhere = (await app.get(`${update}/elsewhere`)).body
  expect(elsewhere).toContain('The team met three crews.')
  expect(elsewhere).toContain('The committee is asked to note the position.')
  expect(elsewhere).toContain('AdaptiveCard')

  const feed = await app.get(`${address}/updates.atom`)
  expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
  expect(feed.body).toContain('<title>Fewer missed bins: update of 21 November 2026</title>')
  expect(feed.body).toContain('– Crews interviewed (20 November 2026)')
  expect((await app.get(address)).body).toContain(`href="${address}/updates.atom"`)
})

test.each(['public-sector', 'partners'])(
  'what is shown to %s is told only to them, in every form',
  async visibility => {
    const app = await testApp()
    const owner = await app.signedIn({ of: 'leeds-city-council' })
    const council = await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
    const { address } = await publishPlan(app, owner, { parts: { visibility: { visibility } } })
    const update = await writeUpdate(app, owner, address, { text: 'We met three crews.' })
    const places = [update, ...renderings(update), `${address}/updates.atom`]
    for (const place of places) {
      expect([place, (await app.get(place)).statusCode]).toEqual([place, 404])
      const seenBySector = visibility === 'public-sector' ? 200 : 404
      expect([place, (await council.get(place)).statusCode]).toEqual([place, seenBySector])
      expect([place, (await owner.get(place)).statusCode]).toEqual([place, 200])
    }
    const own = (await owner.get(`${update}/elsewhere`)).body
    expect(own).toContain('This project is not public.')
    expect((await owner.get(update)).body).not.toContain('application/atom+xml')
    expect((await owner.get(`${update}/report`)).body).toContain('Not public.')
    expect((await owner.get(address)).body).not.toContain('application/atom+xml')
  },
)

test('what was withdrawn is told nowhere any more', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const { address } = await publishPlan(app, owner)
  const update = await writeUpdate(app, owner, address, { text: 'We met three crews.' })
  await owner.post(`${update}/withdrawal`)
  for (const place of renderings(update)) expect((await owner.get(place)).statusCode).toBe(404)
  expect((await app.get(`${address}/updates.atom`)).body).not.toContain('three crews')
})

test('what waits for a curator is told to its writers only', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const partner = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const { address } = await publishPlan(app, owner, { partners: ['Adur District Council'] })
  const request = /\/partner-requests\/[0-9a-f-]{36}/.exec((await partner.get('/my')).body)![0]
  await partner.post(`${request}/decision`, { answer: 'confirm' })
  const sent = await partner.post(`${address}/updates`, { text: 'We tried it.' })
  const update = String(sent.headers.location)
  for (const place of renderings(update)) {
    expect((await app.get(place)).statusCode).toBe(404)
    expect((await partner.get(place)).statusCode).toBe(200)
  }
  for (const reader of [app, partner])
    expect((await reader.get(`${address}/updates.atom`)).body).not.toContain('We tried it.')
})
