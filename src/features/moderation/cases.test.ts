import { describe, expect, test } from 'vitest'
import { newId } from '#plumbing/id.ts'
import { report, withPosters } from '#test/posters.ts'
import { casePath } from './moderation.ts'

describe('a decision', () => {
  test('that another curator took meanwhile is not taken twice', async () => {
    const app = await withPosters()
    const { at } = await app.shownPoster()
    for (const act of ['release', 'restoration'])
      expect((await app.curator.post(`${at}/${act}`)).statusCode).toBe(409)
    expect((await app.curator.post(`${at}/dismissal`, { dismissal: 'Fine.' })).statusCode).toBe(409)
    await app.curator.post(`${at}/withholding`, { withholding: 'Once.' })
    expect((await app.curator.post(`${at}/withholding`, { withholding: 'Twice.' })).statusCode).toBe(409)
  })

  test('on a thing that was deleted closes the case', async () => {
    const app = await withPosters()
    const { at } = await app.publishAs(app.officer)
    app.posters.pop()
    expect((await app.curator.get('/moderation')).body).toContain('A poster that was deleted')
    expect((await app.curator.get(at)).body).not.toContain(`${at}/release`)
    await app.curator.post(`${at}/dismissal`, { dismissal: 'It is gone.' })
    expect((await app.curator.get('/moderation')).body).toContain('Nothing waits for you')
  })

  test('stands in the log, with who took it and why', async () => {
    const app = await withPosters()
    const { at } = await app.shownPoster()
    await app.curator.post(`${at}/withholding`, { withholding: 'It names a resident.' })
    const { body } = await app.curator.get('/moderation/log')
    expect(body).toMatch(/Withheld:<\/strong>.*Poster 1/)
    expect(body).toContain('Robin Ashdown')
    expect(body).toContain('It names a resident.')
    expect(body).toContain('Held until a curator has read it')
  })

  test('can be a letter to those who speak for the organisation', async () => {
    const app = await withPosters()
    const { at } = await app.shownPoster()
    await app.curator.post(`${at}/letter`, { letter: 'Is the year right?' })
    const letter = (await app.mailsTo(app.officer.email)).at(-1)
    expect(JSON.stringify(letter)).toContain('Is the year right?')
    expect((await app.curator.get(at)).body).toContain('Wrote to the owner')
  })

  test('is said at the top of the case, whichever it is', async () => {
    const app = await withPosters()
    const { at } = await app.publishAs(app.officer)
    const decide = async (act: string, words = {}) => {
      const { headers } = await app.curator.post(`${at}/${act}`, words)
      const { body } = await app.curator.get(String(headers.location))
      return /notification-banner__heading">([^:.]+)/.exec(body)?.[1]
    }
    expect(await decide('release')).toBe('You released it')
    expect(await decide('withholding', { withholding: 'It names a resident.' })).toBe('You withheld it')
    expect(await decide('restoration')).toBe('You restored it')
    await report(app, app.posters[0]!.id)
    expect(await decide('dismissal', { dismissal: 'Fine.' })).toBe('You closed the case')
    expect(await decide('letter', { letter: 'Is the year right?' })).toMatch(/^Your letter is on its way/)
  })
})

describe('the queue, its cases and the log', () => {
  const acts = ['release', 'restoration', 'withholding', 'dismissal', 'letter']

  test('are there for curators only', async () => {
    const app = await withPosters()
    const { poster, at } = await app.publishAs(app.officer)
    const words = { withholding: 'No.', dismissal: 'No.', letter: 'No.' }
    const others = [app.officer, await app.signedIn({ duties: ['operator'] }), app.freshBrowser()]
    for (const other of others) {
      await other.get('/report')
      for (const path of ['/moderation', '/moderation/withheld', '/moderation/log', at])
        expect((await other.get(path)).statusCode).toBe(404)
      for (const act of acts) expect((await other.post(`${at}/${act}`, words)).statusCode).toBe(404)
    }
    expect(await app.hidden(poster.id)).toMatchObject({ state: 'held' })
    expect((await app.curator.get('/my')).body).toContain('href="/moderation"')
  })

  test('show the longest waiting first', async () => {
    const app = await withPosters()
    await app.publishAs(app.officer)
    app.clock.set('2026-11-22T09:00:00Z')
    await app.publishAs(await app.signedIn({ of: 'adur-district-council' }))
    const { body } = await app.curator.get('/moderation')
    expect(body.indexOf('Poster 1')).toBeLessThan(body.indexOf('Poster 2'))
    expect(body).toContain('since 21 November 2026')
  })

  test('hold no case of a draft that nobody reported', async () => {
    const app = await withPosters()
    const id = newId()
    app.posters.push({ id, title: 'A draft', organisationId: app.officer.organisationId!, isDraft: true })
    const at = casePath({ kind: 'poster', id })
    expect((await app.curator.get(at)).statusCode).toBe(404)
    expect((await app.curator.post(`${at}/withholding`, { withholding: 'No.' })).statusCode).toBe(404)
  })

  test('tell everyone only how much there was', async () => {
    const app = await withPosters()
    const { poster, at } = await app.shownPoster()
    await report(app, poster.id)
    await app.curator.post(`${at}/withholding`, { withholding: 'It names a resident.' })
    const { body } = await app.get('/report')
    expect(body).toMatch(/>1<\/dt><dd[^>]*>report so far/)
    expect(body).toMatch(/>1<\/dt><dd[^>]*>withheld just now/)
    expect(body).not.toContain('Poster 1')
    expect(body).not.toContain('href="/moderation')
  })

  test('lead a curator from each figure to what is counted', async () => {
    const app = await withPosters()
    const { at } = await app.shownPoster()
    const { body: before } = await app.curator.get('/moderation')
    expect(before).toMatch(/href="\/moderation\/log\?act=released"/)
    expect((await app.curator.get('/moderation/withheld')).body).toContain('Nothing is withheld')
    await app.curator.post(`${at}/withholding`, { withholding: 'It names a resident.' })
    expect((await app.curator.get('/moderation')).body).toMatch(/href="\/moderation\/withheld"/)
    const withheld = (await app.curator.get('/moderation/withheld')).body
    expect(withheld).toContain(`href="${at}"`)
    expect(withheld).toContain('withheld 21 November 2026')
    const released = (await app.curator.get('/moderation/log?act=released')).body
    expect(released).toContain('Released:</strong>')
    expect(released).not.toContain('Withheld:</strong>')
    await app.curator.post(`${at}/restoration`)
    expect((await app.curator.get('/moderation/withheld')).body).not.toContain(`href="${at}"`)
  })
})
