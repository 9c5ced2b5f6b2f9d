import { describe, expect, test } from 'vitest'
import {
  beginPlan,
  neededParts,
  type Officer,
  publishPlan,
  saveParts,
  subjectsTo,
  trust,
} from '#test/planning.ts'
import { raiseProblem } from '#test/raised-problems.ts'
import { testApp } from '#test/support.ts'

const adur = 'Adur District Council'
const onwards = { next: 'onwards' }

/** What a page's form would send if nothing was touched: its hidden fields and boxes, in their order. */
const fieldsOf = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<input[^>]* name="${name}"[^>]*>`, 'g'))]
    .map(([input]) => input)
    .filter(input => !input.includes('type="radio"'))
    .map(input => / value="([^"]*)"/.exec(input)?.[1] ?? '')

async function given() {
  const app = await testApp()
  const officer = await app.signedIn({ of: 'leeds-city-council' })
  return { app, officer, path: await beginPlan(officer) }
}

const wayOf = async (answer: ReturnType<Officer['post']>) => {
  const { statusCode, headers } = await answer
  return [statusCode, headers.location]
}

describe('going on from a list of a project', () => {
  test('adds what was typed and not added yet', async () => {
    const { app, officer, path } = await given()
    const problem = await raiseProblem(officer)
    const steps = [
      ['problems', { problem }, 'parts/why'],
      ['partners', { organisation: adur, message: 'Test it with us.' }, 'parts/team'],
      ['links', { kind: 'code', label: 'Our code', url: 'https://example.org/bins' }, 'parts/service'],
    ] as const
    for (const [step, typed, next] of steps)
      expect(await wayOf(officer.post(`${path}/${step}`, { ...typed, ...onwards }))).toEqual([
        303,
        `${path}/${next}`,
      ])
    expect((await officer.get(`${path}/problems`)).body).toContain(`href="${problem}"`)
    expect((await officer.get(`${path}/partners`)).body).toContain('/organisations/adur-district-council')
    expect((await officer.get(`${path}/links`)).body).toContain('https://example.org/bins')
    expect(await subjectsTo(app, officer.email)).toEqual([])
  })

  test('leads on when nothing was typed, and keeps adding on the page', async () => {
    const { officer, path } = await given()
    const empty = { problem: ' ', organisation: '', message: '', kind: 'code', label: '', url: '' }
    expect(await wayOf(officer.post(`${path}/problems`, { ...empty, ...onwards }))).toEqual([
      303,
      `${path}/parts/why`,
    ])
    expect(await wayOf(officer.post(`${path}/partners`, { ...empty, ...onwards }))).toEqual([
      303,
      `${path}/parts/team`,
    ])
    expect(await wayOf(officer.post(`${path}/links`, { ...empty, ...onwards }))).toEqual([
      303,
      `${path}/parts/service`,
    ])
    expect((await officer.post(`${path}/problems`, empty)).statusCode).toBe(422)
    expect(await wayOf(officer.post(`${path}/partners`, { organisation: adur }))).toEqual([
      303,
      `${path}/partners`,
    ])
  })

  test('stops where what was typed is nothing known, and shows it again', async () => {
    const { officer, path } = await given()
    const tries = [
      ['problems', { problem: 'no-such-problem' }, 'No problem has this title or address', 'no-such-problem'],
      ['partners', { organisation: 'Xyzzyx' }, 'Write its name as it is known here', 'value="Xyzzyx"'],
      ['partners', { message: 'Test it with us.' }, 'Write the name of an organisation', 'Test it with us.'],
      ['links', { url: 'example' }, 'Write an address that begins with https://', 'value="example"'],
      ['links', { label: 'Our code' }, 'Write its address', 'value="Our code"'],
    ] as const
    for (const [step, typed, message, kept] of tries) {
      const { statusCode, body } = await officer.post(`${path}/${step}`, { ...typed, ...onwards })
      expect([step, statusCode]).toEqual([step, 422])
      expect(body).toContain(message)
      expect(body).toContain(kept)
    }
  })

  test('asks again while none of the names that come near was chosen, and goes on when it is none of them', async () => {
    const { officer, path } = await given()
    const unclear = await officer.post(`${path}/partners`, { organisation: 'Adur Distict', ...onwards })
    expect(unclear.statusCode).toBe(422)
    expect(unclear.body).toContain(`type="radio" value="${adur}"`)
    const untouched = fieldsOf(unclear.body, 'organisation')
    expect(untouched).toEqual(['Adur Distict'])
    const again = await officer.post(`${path}/partners`, { organisation: untouched, ...onwards })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('Choose the one you mean')
    const chosen = { organisation: [adur, ...untouched], ...onwards }
    expect(await wayOf(officer.post(`${path}/partners`, chosen))).toEqual([303, `${path}/parts/team`])
    const none = { organisation: ['', ...untouched], ...onwards }
    expect(await wayOf(officer.post(`${path}/partners`, none))).toEqual([303, `${path}/parts/team`])
  })

  test('shows the line to a partner, and takes another in its place until they are asked', async () => {
    const { app, officer, path } = await given()
    const lead = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
    await officer.post(`${path}/partners`, { organisation: adur, message: 'Test it with us.' })
    const { body } = await officer.get(`${path}/partners`)
    expect(body).toMatch(/Your line to them:[\s\S]*Test it with us\./)
    await officer.post(`${path}/partners`, { organisation: adur, message: 'Try it with us.' })
    const again = (await officer.get(`${path}/partners`)).body
    expect(again).toContain('Try it with us.')
    expect(again).not.toContain('Test it with us.')
    await trust(app, officer)
    await saveParts(officer, path, neededParts)
    await officer.post(`${path}/publication`)
    await officer.post(`${path}/partners`, { organisation: adur, message: 'Third words.' })
    const request = /\/partner-requests\/[0-9a-f-]{36}/.exec((await lead.get('/my')).body)![0]
    expect((await lead.get(request)).body).toContain('Try it with us.')
    expect(await subjectsTo(app, lead.email)).toHaveLength(1)
  })

  test('finds a problem by words of its title, and offers those of one’s own organisation', async () => {
    const { app, officer, path } = await given()
    const own = await raiseProblem(officer)
    const other = await app.signedIn({ of: 'surrey-county-council' })
    await trust(app, other)
    const happens = 'They lie about.'
    const far = await raiseProblem(other, { 'what-happens': { title: 'Leaves block the drains', happens } })
    const secret = {
      'what-happens': { title: 'Leaves block the roads', happens },
      visibility: { visibility: 'partners' },
    }
    await raiseProblem(other, secret)
    const radio = (address: string) => `type="radio" value="${address.split('/').at(-1)}"`
    const fresh = (await officer.get(`${path}/problems`)).body
    expect(fresh).toContain(radio(own))
    expect(fresh).not.toContain(radio(far))

    const { statusCode, body } = await officer.post(`${path}/problems`, { problem: 'leaves block' })
    expect(statusCode).toBe(422)
    expect(body).toContain(radio(far))
    expect(body).toContain('Raised by Surrey County Council')
    expect(body).not.toContain('block the roads')
    expect(body).toContain('value="leaves block"')
    await officer.post(`${path}/problems`, { chosen: far.split('/').at(-1)!, problem: 'leaves block' })
    await officer.post(`${path}/problems`, { problem: 'nobody sees why a bin was missed' })
    const named = (await officer.get(`${path}/problems`)).body
    for (const address of [own, far]) expect(named).toContain(`href="${address}"`)
    expect((await officer.get(`${path}/parts/service`)).body).toContain('value="524"')
  })

  test('of a published project leads back to its parts', async () => {
    const { app, officer } = await given()
    const { path } = await publishPlan(app, officer)
    const link = { kind: 'code', label: 'Our code', url: 'https://example.org/bins' }
    expect((await officer.get(`${path}/links`)).body).toMatch(/name="next"[^>]*>\s*Done/)
    expect(await wayOf(officer.post(`${path}/links`, { ...link, ...onwards }))).toEqual([303, path])
    expect(await wayOf(officer.post(`${path}/links`, { label: '', url: '', ...onwards }))).toEqual([
      303,
      path,
    ])
    expect((await officer.get(`${path}/links`)).body).toContain('https://example.org/bins')
  })
})
