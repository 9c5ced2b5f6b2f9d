import { describe, expect, test } from 'vitest'
import { testApp } from '#test/support.ts'

const problem = 'Residents keep phoning about missed bins and we cannot see what the crews did'
const answer = `/check?${new URLSearchParams({ problem })}`

/** The first row of an answer: its title, and where it is judged. */
function firstOf(body: string) {
  const [, title] = /app-row__title"><a[^>]*>([^<]*)/.exec(body)!
  const [, href] = /href="(\/check\/judgement[^"]*)"/.exec(body)!
  const path = href!.replaceAll('&amp;', '&')
  const { kind, id } = Object.fromEntries(new URLSearchParams(path.split('?')[1])) as {
    kind: string
    id: string
  }
  return { title: title!, path, kind, id }
}

async function asked() {
  const app = await testApp()
  const browser = app.freshBrowser()
  const { body } = await browser.get(answer)
  const first = firstOf(body)
  await browser.get(first.path)
  const judge = (says: string, more: Record<string, string | string[]> = {}) =>
    browser.post('/check/judgements', { problem, kind: first.kind, id: first.id, says, ...more })
  const kept = () => app.db.selectFrom('check_judgement').selectAll().execute()
  return { ...app, browser, first, judge, kept }
}

describe('a row of an answer', () => {
  test('is left out by whoever says that it is not the same, and comes back', async () => {
    const { browser, first, judge, kept } = await asked()
    const { statusCode, headers } = await judge('not-the-same')
    expect(statusCode).toBe(303)
    const { body } = await browser.get(String(headers.location))
    expect(body).toContain('Without 1 record that you said is not the same')
    expect(body).toContain('It is left out of this answer')
    expect(firstOf(body).title).not.toBe(first.title)
    expect(body).not.toContain(`id=${first.id}"`)
    expect(await kept()).toMatchObject([
      { says: 'not-the-same', kind: first.kind, subject_id: first.id, organisation_id: null },
    ])
    expect(JSON.stringify(await kept())).not.toContain('missed')
    expect(firstOf((await browser.get(answer)).body).title).toBe(first.title)
  })

  test('shows both sides to whoever is asked', async () => {
    const { browser, first } = await asked()
    const { body } = await browser.get(first.path)
    expect(body).toContain(problem)
    expect(body).toContain(first.title)
    expect(body).toContain('Not the same: leave it out')
  })

  test('a yes is kept too, with the organisation that said it', async () => {
    const { first, signedIn, kept } = await asked()
    const officer = await signedIn({ of: 'leeds-city-council' })
    await officer.get(first.path)
    const { statusCode } = await officer.post('/check/judgements', {
      problem,
      kind: first.kind,
      id: first.id,
      says: 'same',
    })
    expect(statusCode).toBe(303)
    expect(await kept()).toMatchObject([{ says: 'same', organisation_id: officer.organisationId }])
  })

  test('what the answer does not hold cannot be judged, and nothing is kept', async () => {
    const { judge, kept, browser } = await asked()
    expect((await judge('not-the-same', { id: '01a200f5-4a6d-75d6-bdbc-ae9299d93489' })).statusCode).toBe(404)
    expect((await judge('not-the-same', { id: "'; drop table" })).statusCode).toBe(404)
    expect((await judge('not-the-same', { problem: 'x' })).statusCode).toBe(422)
    expect((await browser.get('/check/judgement')).statusCode).toBe(422)
    expect(await kept()).toEqual([])
  })

  test('no more than thirty are left out, and what is no id is none', async () => {
    const { get } = await asked()
    const many = new URLSearchParams({ problem })
    for (let n = 0; n < 60; n++) many.append('not', `01a200f5-4a6d-75d6-bdbc-${String(n).padStart(12, '0')}`)
    many.append('not', '<script>')
    expect((await get(`/check?${many}`)).body).toContain('Without 30 records')
  })
})
