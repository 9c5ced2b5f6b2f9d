import { describe, expect, test } from 'vitest'
import { report, withPosters } from '#test/posters.ts'

const words = { withholding: 'No.', dismissal: 'Fine.', letter: 'Hello.' }
const acts = ['release', 'restoration', 'withholding', 'dismissal', 'letter']
const refusal = 'Another curator decides on your own organisation’s posts.'
const alone = 'of their own organisation: there was no other curator'

type App = Awaited<ReturnType<typeof withPosters>>

const reviewers = (app: App) => app.signedIn({ of: 'leeds-city-council', duties: ['curator'] })

/** Takes away that somebody may act as a curator. */
const suspend = ({ db, clock }: App, { personId }: { personId: string }) =>
  db.updateTable('person').set({ suspended_at: clock.now() }).where('id', '=', personId).execute()

describe('a curator', () => {
  test('decides nothing on what their own organisation published, while another can', async () => {
    const app = await withPosters()
    const own = await reviewers(app)
    const { poster, at } = await app.publishAs(app.officer)
    const queue = (await own.get('/moderation')).body
    expect(queue).toContain(refusal)
    expect(queue).toContain('another curator decides')
    const page = await own.get(at)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(refusal)
    expect(page.body).not.toContain(`action="${at}`)
    for (const form of [words, {}])
      for (const act of acts) {
        if (form !== words && ['release', 'restoration'].includes(act)) continue
        const refused = await own.post(`${at}/${act}`, form)
        expect([act, refused.statusCode]).toEqual([act, 403])
        expect(refused.body).toContain(refusal)
      }
    expect((await app.hidden(poster.id))?.state).toBe('held')
    expect(await app.mailsTo(own.email)).toEqual([])
    expect((await app.mailsTo(app.curator.email)).length).toBe(1)
    expect((await app.curator.get('/moderation')).body).not.toContain(refusal)
    expect((await app.curator.post(`${at}/release`)).statusCode).toBe(303)
    expect((await app.curator.get('/moderation/log')).body).not.toContain(alone)
  })

  test('neither reads nor answers the reports of what their own organisation published', async () => {
    const app = await withPosters()
    const own = await reviewers(app)
    const { poster, at } = await app.shownPoster()
    const heard = (await app.mailsTo(own.email)).length
    await report(app, poster.id, { words: 'It names a resident.', email: 'resident@example.org' })
    expect(await app.mailsTo(own.email)).toHaveLength(heard)
    const { body } = await own.get(at)
    expect(body).toContain(refusal)
    for (const words of ['It names a resident.', 'resident@example.org']) expect(body).not.toContain(words)
    expect((await own.post(`${at}/dismissal`, { dismissal: 'Fine.' })).statusCode).toBe(403)
    expect((await app.curator.get(at)).body).toContain('resident@example.org')
    expect((await app.curator.post(`${at}/dismissal`, { dismissal: 'Fine.' })).statusCode).toBe(303)
  })

  test('decides on what others published as before', async () => {
    const app = await withPosters()
    const own = await reviewers(app)
    const other = await app.signedIn({ of: 'adur-district-council' })
    const { poster, at } = await app.publishAs(other)
    expect((await own.get('/moderation')).body).not.toContain(refusal)
    expect((await own.post(`${at}/release`)).statusCode).toBe(303)
    expect(await app.hidden(poster.id)).toBeUndefined()
  })

  test('who is the only one decides on their own too, and the log says so', async () => {
    const app = await withPosters()
    const own = await reviewers(app)
    await suspend(app, app.curator)
    const { poster, at } = await app.publishAs(app.officer)
    expect((await app.mailsTo(own.email)).length).toBe(1)
    expect((await own.get('/moderation')).body).not.toContain(refusal)
    expect((await own.get(at)).body).toContain('there is no other curator, and the log says so')
    expect((await own.post(`${at}/release`)).statusCode).toBe(303)
    expect(await app.hidden(poster.id)).toBeUndefined()
    for (const place of ['/moderation/log', at]) expect((await own.get(place)).body).toContain(alone)
  })

  test('decides where every curator is of the organisation, so that nothing waits for ever', async () => {
    const app = await withPosters()
    const own = await reviewers(app)
    await reviewers(app)
    await suspend(app, app.curator)
    const { at } = await app.publishAs(app.officer)
    expect((await own.post(`${at}/release`)).statusCode).toBe(303)
    expect((await own.get('/moderation/log')).body).toContain(alone)
  })
})
