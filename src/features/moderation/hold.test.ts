import { describe, expect, test } from 'vitest'
import { aReport, report, withPosters } from '#test/posters.ts'
import { reportPath } from './moderation.ts'

describe('the first post of an organisation', () => {
  test('is held, and the curators hear of it', async () => {
    const { officer, publishAs, hidden, mailsTo, activities } = await withPosters()
    const { poster, waits } = await publishAs(officer)
    expect(waits).toBe(true)
    expect(await hidden(poster.id)).toMatchObject({ state: 'held', reason: null })
    expect(await activities(poster.id)).toEqual(['moderation.held'])
    const [letter] = await mailsTo('curator@example.gov.uk')
    expect(letter!.subject).toBe('A first post of Leeds City Council waits for you')
    expect(JSON.stringify(letter)).not.toContain('Poster 1')
  })

  test('is shown once a curator releases it, and later posts are not held', async () => {
    const { officer, curator, publishAs, hidden, mailsTo, activities } = await withPosters()
    const { poster, at } = await publishAs(officer)
    const { headers } = await curator.post(`${at}/release`)
    expect(headers.location).toBe(`${at}?done=released`)
    expect(await hidden(poster.id)).toBeUndefined()
    expect(await activities(poster.id)).toEqual(['moderation.held', 'moderation.released'])
    expect((await mailsTo(officer.email)).map(({ subject }) => subject)).toEqual(['“Poster 1” is published'])
    expect((await publishAs(officer)).waits).toBe(false)
  })

  test('two of them are both held while the first waits, and each is released by itself', async () => {
    const { officer, curator, publishAs, hidden } = await withPosters()
    const first = await publishAs(officer)
    const second = await publishAs(officer)
    expect(second.waits).toBe(true)
    await curator.post(`${first.at}/release`)
    expect(await hidden(second.poster.id)).toMatchObject({ state: 'held' })
    await curator.post(`${second.at}/release`)
    expect(await hidden(second.poster.id)).toBeUndefined()
  })

  test('one organisation’s release says nothing of another’s', async () => {
    const { signedIn, publishAs, shownPoster } = await withPosters()
    await shownPoster()
    const other = await signedIn({ of: 'adur-district-council' })
    expect((await publishAs(other)).waits).toBe(true)
  })

  test('of a curator’s own organisation is held too', async () => {
    const { signedIn, publishAs } = await withPosters()
    const both = await signedIn({ of: 'adur-district-council', duties: ['curator'] })
    expect((await publishAs(both)).waits).toBe(true)
  })

  test('published again while it waits makes no second mail', async () => {
    const { officer, publishAs, mailsTo } = await withPosters()
    const { poster } = await publishAs(officer)
    expect((await publishAs(officer, poster.id)).waits).toBe(true)
    expect(await mailsTo('curator@example.gov.uk')).toHaveLength(1)
  })

  test('can be withheld instead; then the next is held again', async () => {
    const { officer, curator, publishAs, hidden } = await withPosters()
    const { poster, at } = await publishAs(officer)
    await curator.post(`${at}/withholding`, { withholding: 'It names a resident.' })
    expect(await hidden(poster.id)).toMatchObject({ state: 'withheld', reason: 'It names a resident.' })
    expect((await publishAs(officer)).waits).toBe(true)
  })
})

describe('what is withheld', () => {
  test('is hidden with its reason, its owner and its reporters are told, and it can be restored', async () => {
    const app = await withPosters()
    const { poster, at } = await app.shownPoster()
    await report(app, poster.id, { email: 'jo@example.com' })
    await app.curator.post(`${at}/withholding`, { withholding: 'It quotes a supplier’s price.' })
    expect(await app.hidden(poster.id)).toMatchObject({
      state: 'withheld',
      reason: 'It quotes a supplier’s price.',
      since: app.clock.now(),
    })
    for (const who of ['jo@example.com', app.officer.email])
      expect(JSON.stringify((await app.mailsTo(who)).at(-1))).toContain('It quotes a supplier’s price.')
    await app.curator.post(`${at}/restoration`)
    expect(await app.hidden(poster.id)).toBeUndefined()
    expect((await app.mailsTo(app.officer.email)).at(-1)!.subject).toBe('“Poster 1” is shown again')
    expect(await app.activities(poster.id)).toEqual([
      'moderation.held',
      'moderation.released',
      'moderation.reported',
      'moderation.withheld',
      'moderation.restored',
    ])
  })

  test('is looked at again when its owner asks: restored, or left withheld with the reason', async () => {
    const app = await withPosters()
    const { poster, at } = await app.shownPoster()
    await app.curator.post(`${at}/withholding`, { withholding: 'It names a resident.' })
    const ask = async () => {
      expect((await app.officer.get(reportPath({ kind: 'poster', id: poster.id }))).body).toContain(
        'Ask for another look',
      )
      await app.officer.post('/report', aReport(poster.id, { reason: 'review', words: 'The name is out.' }))
    }
    await ask()
    expect((await app.curator.get('/moderation')).body).toContain('Poster 1')
    expect((await app.curator.get(at)).body).toContain('The name is out.')
    await app.curator.post(`${at}/dismissal`, { dismissal: 'The street is still there.' })
    expect(await app.hidden(poster.id)).toMatchObject({ state: 'withheld' })
    expect(JSON.stringify((await app.mailsTo(app.officer.email)).at(-1))).toContain(
      'The street is still there.',
    )
    await ask()
    await app.curator.post(`${at}/restoration`)
    expect(await app.hidden(poster.id)).toBeUndefined()
    expect((await app.curator.get('/moderation')).body).toContain('Nothing waits for you')
  })

  test('needs a reason', async () => {
    const app = await withPosters()
    const { poster, at } = await app.shownPoster()
    const { statusCode, body } = await app.curator.post(`${at}/withholding`, { withholding: ' ' })
    expect(statusCode).toBe(422)
    expect(body).toMatch(/<details[^>]* open/)
    expect(await app.hidden(poster.id)).toBeUndefined()
  })

  test('waits for a curator when it is published again', async () => {
    const app = await withPosters()
    const { poster, at } = await app.shownPoster()
    await app.curator.post(`${at}/withholding`, { withholding: 'It names a resident.' })
    expect((await app.publishAs(app.officer, poster.id)).waits).toBe(true)
    expect(await app.hidden(poster.id)).toMatchObject({ state: 'held', reason: null })
    expect((await app.mailsTo('curator@example.gov.uk')).at(-1)!.subject).toBe(
      'Leeds City Council published again',
    )
  })
})
