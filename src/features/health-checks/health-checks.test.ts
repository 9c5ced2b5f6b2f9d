import { describe, expect, test } from 'vitest'
import { collaborate } from '#test/collaborating.ts'
import type { App } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'
import { askMonthly } from './actions.ts'

const well = { aims: '3', pace: '3', deciding: '3', language: '3', cover: '3' }

async function opened(making: Parameters<typeof collaborate>[1] = {}) {
  const clock = handClock('2026-11-21T09:15:00Z')
  const app = await testApp({ clock })
  const made = await collaborate(app, making)
  const ask = (instant: string) => {
    clock.set(instant)
    return app.db.transaction().execute(trx => askMonthly(trx, clock))
  }
  await ask('2026-12-08T08:10:00Z')
  return { ...made, app, ask, health: `${made.path}/health` }
}

/** The links of the last such mail to someone, by how they begin. */
async function linksTo({ db }: App, email: string) {
  const { letter } = await db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', email)
    .where('about', '=', 'health-check')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  const hrefs = JSON.stringify(letter).match(/\/health\/[\w-]{43}\/[\w-]+/g) ?? []
  return Object.fromEntries(hrefs.map(href => [href.split('/').at(-1)!, href]))
}

const mailsTo = async ({ db }: App, email: string) =>
  (
    await db
      .selectFrom('mail')
      .select('id')
      .where('recipient', '=', email)
      .where('about', '=', 'health-check')
      .execute()
  ).length

describe('the five questions of a month', () => {
  test('come to each partner once, from the month after a beginning, and answer by one press', async () => {
    const { app, ask, owner, partner, health } = await opened()
    await ask('2026-12-09T08:10:00Z')
    expect([await mailsTo(app, owner.email), await mailsTo(app, partner.email)]).toEqual([1, 1])
    const browser = app.freshBrowser()
    const { well: allFive } = await linksTo(app, partner.email)
    const before = await browser.get(allFive!)
    expect(before.body).toContain('you answer yes to all five')
    expect((await owner.get(health)).body).not.toContain('Over time')
    expect((await browser.post(allFive!, well)).body).toContain('Thank you')
    await owner.post(health, { ...well, aims: '1', note: 'We no longer agree on the depots.' })
    const seen = (await partner.get(health)).body
    expect(seen).toContain('Yes: Adur District Council. No: Leeds City Council.')
    expect(seen).toContain('We no longer agree on the depots.')
    expect(seen).toContain('Ask a curator to be a critical friend')
  })

  test('are not asked in the first days, nor where one organisation is alone', async () => {
    const clock = handClock('2026-11-25T09:15:00Z')
    const app = await testApp({ clock })
    const { partner, owner } = await collaborate(app, { areJoined: false })
    clock.set('2026-12-01T08:10:00Z')
    await app.db.transaction().execute(trx => askMonthly(trx, clock))
    clock.set('2026-12-20T08:10:00Z')
    await app.db.transaction().execute(trx => askMonthly(trx, clock))
    expect([await mailsTo(app, owner.email), await mailsTo(app, partner.email)]).toEqual([0, 0])
  })

  test('show what others say only to who has answered', async () => {
    const { owner, partner, health } = await opened()
    await owner.post(health, { ...well, cover: '2', note: 'Kestrel' })
    const unanswered = (await partner.get(health)).body
    expect([unanswered.includes('Kestrel'), unanswered.includes('Leeds City Council')]).toEqual([
      false,
      false,
    ])
    const refused = await partner.post(health, { ...well, pace: '' })
    expect([refused.statusCode, refused.body.includes('Kestrel')]).toEqual([422, false])
    await partner.post(health, well)
    expect((await partner.get(health)).body).toContain('Kestrel')
  })

  test('fill themselves in from the last month', async () => {
    const { app, ask, owner, health } = await opened()
    await owner.post(health, { ...well, language: '2' })
    await ask('2027-01-05T08:10:00Z')
    const browser = app.freshBrowser()
    const { 'as-before': asBefore } = await linksTo(app, owner.email)
    const { body } = await browser.get(asBefore!)
    expect(body).toMatch(/name="language"[^>]*value="2"[^>]*checked/)
    await browser.post(asBefore!, { ...well, language: '1' })
    const lead = await app.signedIn({ of: 'leeds-city-council', role: 'lead' })
    const { body: page } = await lead.get(health)
    expect(page).toContain('Leeds City Council said better of it the last time.')
    const cells = page.match(
      /Do you understand each other, and say what goes wrong\? Month by month.*?<\/table>/s,
    )![0]
    expect(cells.match(/January 2027|December 2026|>No<|>Partly</g)).toEqual([
      'January 2027',
      'December 2026',
      '>No<',
      '>Partly<',
    ])
  })

  test('are not asked once the project has finished', async () => {
    const { app, ask, owner } = await opened()
    await ask('2027-03-08T08:10:00Z')
    const { id } = await app.db.selectFrom('plan').select('id').executeTakeFirstOrThrow()
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    const finished = {
      version: '1',
      finished_on: '1 March 2027',
      outcome: 'In use in two depots.',
      learned: 'Ask the crews.',
    }
    expect((await officer.post(`/plans/${id}/parts/outcome`, finished)).statusCode).toBe(303)
    await ask('2027-04-05T08:10:00Z')
    expect(await mailsTo(app, owner.email)).toBe(2)
  })

  test('are not asked where an organisation has paused them', async () => {
    const { app, ask, owner, partner, health } = await opened()
    await partner.post(`${health}/pause`, { paused: 'yes' })
    await ask('2027-01-05T08:10:00Z')
    expect([await mailsTo(app, owner.email), await mailsTo(app, partner.email)]).toEqual([2, 1])
    const lead = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
    await lead.post(`${health}/pause`, { paused: '' })
    await ask('2027-02-02T08:10:00Z')
    expect(await mailsTo(app, partner.email)).toBe(2)
  })

  test('are answered for the month in which the page was opened, and no other', async () => {
    const { app, ask, owner, health } = await opened()
    const round = /name="round" value="([\w-]+)"/.exec((await owner.get(health)).body)![1]!
    await ask('2027-01-02T08:10:00Z')
    const late = await app.signedIn({ of: 'leeds-city-council', role: 'lead' })
    const note = 'Zebrawood is late.'
    const refused = await late.post(health, { ...well, note, round })
    expect([refused.statusCode, refused.body.includes(note)]).toEqual([422, true])
    const now = /name="round" value="([\w-]+)"/.exec(refused.body)![1]!
    expect((await late.post(health, { ...well, note, round: now })).statusCode).toBe(303)
  })
})

describe('a link of the mail', () => {
  test('is nothing for anyone else, after the month, and once its person no longer speaks for a partner', async () => {
    const { app, ask, partner, path } = await opened()
    const browser = app.freshBrowser()
    expect((await browser.get(`/health/${'x'.repeat(43)}/well`)).statusCode).toBe(404)
    const { well: december } = await linksTo(app, partner.email)
    await ask('2027-01-05T08:10:00Z')
    expect((await browser.get(december!)).statusCode).toBe(404)
    const { well: january } = await linksTo(app, partner.email)
    expect((await browser.get(january!)).statusCode).toBe(200)
    const lead = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
    await lead.post(`${path}/leaving`)
    expect((await browser.get(january!)).statusCode).toBe(404)
    expect((await browser.post(january!, well)).statusCode).toBe(404)
  })
})

test('nobody but partners sees how it goes', async () => {
  const { app, owner, path, health } = await opened({ form: { visibility: 'public' } })
  await owner.post(health, { ...well, note: 'Kestrel' })
  const curator = await app.signedIn({ duties: ['curator'] })
  const council = await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
  expect([(await curator.get(health)).statusCode, (await council.get(health)).statusCode]).toEqual([404, 404])
  expect((await council.get(path)).body).not.toContain('How it goes')
})
