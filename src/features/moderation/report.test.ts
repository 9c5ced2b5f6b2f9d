import { describe, expect, test } from 'vitest'
import { newId } from '#plumbing/id.ts'
import { aReport, report, withPosters } from '#test/posters.ts'
import { silentLog } from '#test/support.ts'
import { site } from '../../features.ts'
import { reportPath } from './moderation.ts'
import { forgetReporters } from './schedules.ts'

describe('a report', () => {
  test('is sent by anyone, and shows first what it is about', async () => {
    const app = await withPosters()
    const { poster, at } = await app.shownPoster()
    const { body } = await app.get(reportPath({ kind: 'poster', id: poster.id }))
    expect(body).toContain('Report this poster')
    expect(body).toContain('Poster 1')
    expect(body).toContain('Leeds City Council')
    const { headers } = await report(app, poster.id, { words: 'The year is 2019.', email: 'Jo@Example.com' })
    expect(headers.location).toBe('/report/thanks')
    const page = (await app.curator.get(at)).body
    expect(page).toContain('It is wrong or out of date')
    expect(page).toContain('The year is 2019.')
    expect(page).toContain('jo@example.com')
    expect(await app.activities(poster.id)).toContain('moderation.reported')
  })

  test('needs a reason, keeps what was typed, and says so at the top', async () => {
    const app = await withPosters()
    const { poster } = await app.shownPoster()
    const { statusCode, body } = await report(app, poster.id, { reason: '', words: 'Look at page 2' })
    expect(statusCode).toBe(422)
    expect(body).toContain('Choose what is wrong with it')
    expect(body).toContain('Look at page 2')
  })

  test('takes no address that is none', async () => {
    const app = await withPosters()
    const { poster } = await app.shownPoster()
    expect((await report(app, poster.id, { email: 'jo at example' })).statusCode).toBe(422)
  })

  test('of what one may not see, of what is hidden and of what is nothing is a page that does not exist', async () => {
    const app = await withPosters()
    const { poster } = await app.shownPoster()
    const held = await app.publishAs(await app.signedIn({ of: 'adur-district-council' }))
    app.posters.find(({ id }) => id === poster.id)!.isDraft = true
    for (const id of [poster.id, held.poster.id, newId(), 'nothing']) {
      expect((await app.get(`/report?kind=poster&id=${id}`)).statusCode).toBe(404)
      expect((await report(app, id)).statusCode).toBe(404)
    }
    expect((await app.get(`/report?kind=ghost&id=${poster.id}`)).statusCode).toBe(404)
    expect((await app.get(`/report?kind=poster`)).statusCode).toBe(404)
    expect((await app.officer.get(reportPath({ kind: 'poster', id: poster.id }))).statusCode).toBe(200)
  })

  test('of the same thing is gathered with the others: one case, one mail', async () => {
    const app = await withPosters()
    const { poster } = await app.shownPoster()
    const before = (await app.mailsTo('curator@example.gov.uk')).length
    await report(app, poster.id)
    await report(app, poster.id, { reason: 'offensive' })
    expect(await app.mailsTo('curator@example.gov.uk')).toHaveLength(before + 1)
    const { body } = await app.curator.get('/moderation')
    expect(body.match(/Poster 1/g)).toHaveLength(1)
    expect(body).toContain('2 reports')
  })

  test('is refused after ten in an hour from one network, and keeps what was typed', async () => {
    const app = await withPosters()
    const { poster } = await app.shownPoster()
    for (let n = 0; n < 10; n++) expect((await report(app, poster.id)).statusCode).toBe(303)
    const { statusCode, body } = await report(app, poster.id, { words: 'The eleventh' })
    expect(statusCode).toBe(422)
    expect(body).toContain('The eleventh')
  })

  test('dismissed closes the case, tells who reported it, and can come up again', async () => {
    const app = await withPosters()
    const { poster, at } = await app.shownPoster()
    await report(app, poster.id, { words: 'Buy my pills', email: 'jo@example.com' })
    await report(app, poster.id)
    await app.curator.post(`${at}/dismissal`, { dismissal: 'The figure is right.' })
    expect((await app.curator.get('/moderation')).body).toContain('Nothing waits for you')
    const [letter, ...more] = await app.mailsTo('jo@example.com')
    expect(more).toEqual([])
    expect(JSON.stringify(letter)).toContain('The figure is right.')
    expect(JSON.stringify(letter)).not.toContain('pills')
    await report(app, poster.id)
    expect((await app.curator.get('/moderation')).body).toContain('1 report')
  })
})

test('who is erased leaves the report, and nothing of theirs in it', async () => {
  const app = await withPosters()
  const { poster, at } = await app.shownPoster()
  await app.officer.get('/sign-in')
  await app.officer.post('/report', aReport(poster.id, { words: 'I wrote it', email: 'own@example.com' }))
  await report(app, poster.id, { words: 'Signed out', email: app.officer.email })
  const [held] = site.slot('personalData').filter(({ title }) => title.includes('reported'))
  expect(await held!.export(app.db, app.officer.personId)).toMatchObject([
    { words: 'I wrote it', email: 'own@example.com', reason: 'wrong' },
    { words: 'Signed out', email: app.officer.email },
    { act: 'held' },
  ])
  await held!.erase(app.db, app.clock, app.officer.personId)
  const { body } = await app.curator.get(at)
  expect(body).toContain('2 reports')
  expect(body).not.toMatch(/I wrote it|Signed out|own@example/)
  expect(await held!.export(app.db, app.officer.personId)).toMatchObject([{ act: 'held' }])
})

test('an address left with a report is forgotten after twelve months, and not before', async () => {
  const app = await withPosters()
  const { poster, at } = await app.shownPoster()
  await report(app, poster.id, { email: 'jo@example.com' })
  const forget = async (now: string) => {
    app.clock.set(now)
    await forgetReporters.run(app.db, { ...app, site, log: silentLog })
    return (await app.curator.get(at)).body
  }
  const curatorStaysIn = { ends_at: new Date('2028-01-01T00:00:00Z') }
  await app.db.updateTable('session').set(curatorStaysIn).execute()
  expect(await forget('2027-11-21T09:00:00Z')).toContain('jo@example.com')
  expect(await forget('2027-11-22T09:00:00Z')).not.toContain('jo@example.com')
})
