import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { answerCanvas, propose, sayYes, settlementOf } from '#test/answering-canvas.ts'
import { collaborate } from '#test/collaborating.ts'
import { subjectsTo } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'
import { isCanvasShown, listResolutions } from './resolution-queries.ts'

const leeds = {
  aims: { aims_first: 'cost', aims_second: 'service', words: 'LEEDSWORDS' },
  pace: { wanted_by: '31 March 2027', sure: 'fixed' },
}
const adur = {
  aims: { aims_first: 'service', words: 'ADURWORDS' },
  pace: { wanted_by: '2 April 2027', sure: 'fixed' },
}

describe('the canvas', () => {
  test('asks a member one question at a time, and keeps the draft', async () => {
    const app = await testApp()
    const { path } = await collaborate(app)
    const member = await app.signedIn({ of: 'adur-district-council' })
    const canvas = `${path}/canvas`
    expect((await member.get(canvas)).body).toContain('13 questions without an answer count as')
    const refused = await member.post(`${canvas}/answers/aims`, {})
    expect([refused.statusCode, refused.body.includes('or say that you do not know yet')]).toEqual([
      422,
      true,
    ])
    const next = await member.post(`${canvas}/answers/aims`, adur.aims)
    expect(next.headers.location).toContain('/answers/must-haves')
    await member.post(`${canvas}/answers/must-haves`, { known: 'no' })
    const { body } = await member.get(canvas)
    expect([body.includes('Not known yet'), body.includes('11 questions without')]).toEqual([true, true])
    expect((await member.get(`${canvas}/answers/aims`)).body).toContain('ADURWORDS')
  })

  test('takes “None of these” for an answer, alone', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    const question = `${path}/canvas/answers/must-nots`
    const both = await owner.post(question, { bars: ['none', 'cloud'], words: 'KEPTWORDS' })
    expect([
      both.statusCode,
      both.body.includes('alone, or leave it off'),
      both.body.includes('KEPTWORDS'),
    ]).toEqual([422, true, true])
    await answerCanvas(owner, path, { 'must-nots': { bars: 'none' }, tools: { tools: 'none' } })
    expect((await owner.get(question)).body).toMatch(/value="none"[^>]*checked/)
    await answerCanvas(partner, path, { 'must-nots': { bars: 'none' }, tools: { words: 'All of them.' } })
    expect((await owner.get(`${path}/canvas`)).body).toContain('Must-nots: None of these')
    await partner.post(question, { bars: 'cloud' })
    const { body } = await owner.get(`${path}/canvas`)
    expect(body).toContain('You differ on 1 topic; none settled yet.')
    expect(body).toMatch(/Cannot accept.*Hosting in the cloud.*None of these/s)
  })

  test('gives its questions as a Word file, with what one’s own organisation said so far', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await owner.post(`${path}/canvas/answers/aims`, leeds.aims)
    await owner.post(`${path}/canvas/answers/must-haves`, { known: 'no' })
    const wordsOf = async (officer: typeof owner) => {
      const { headers, rawPayload } = await officer.get(`${path}/canvas/answers.docx`)
      expect(headers['content-disposition']).toContain('canvas-fewer-missed-bins.docx')
      return strFromU8(unzipSync(rawPayload)['word/document.xml']!)
    }
    const own = await wordsOf(owner)
    for (const said of ['13. ', '_1_  Lower running costs', '___  Meet a duty in law', 'LEEDSWORDS'])
      expect(own).toContain(said)
    expect(own.split('☒  We do not know yet')).toHaveLength(2)
    const other = await wordsOf(partner)
    expect([other.includes('LEEDSWORDS'), other.includes('_1_'), other.includes('☒')]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('shows nobody what another says before both are done', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    const canvas = `${path}/canvas`
    await owner.post(`${canvas}/answers/aims`, leeds.aims)
    const hidden = async () => {
      const pages = [
        path,
        canvas,
        `${canvas}/answers`,
        `${canvas}/answers/aims`,
        `${canvas}/differences/aims`,
      ]
      const bodies = await Promise.all(pages.map(async page => (await partner.get(page)).body))
      expect(bodies.join('')).not.toContain('LEEDSWORDS')
    }
    await hidden()
    await answerCanvas(owner, path, leeds)
    await hidden()
    expect((await owner.get(canvas)).body).not.toContain('Where you differ')
    await partner.post(`${canvas}/answers/aims`, adur.aims)
    await hidden()
    expect((await partner.get(`${canvas}/differences/aims`)).statusCode).toBe(404)
    await answerCanvas(partner, path, adur)
    const shown = (await partner.get(canvas)).body
    expect([shown.includes('LEEDSWORDS'), shown.includes('ADURWORDS')]).toEqual([true, true])
    expect((await owner.get(canvas)).body).toContain('Where you differ')
    expect(await subjectsTo(app, owner.email)).toContain(
      'Adur District Council has answered the canvas of Fewer missed bins',
    )
  })

  test('resolves a difference by the yes of a lead of each, and opens it again when an answer changes', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await answerCanvas(owner, path, leeds)
    await answerCanvas(partner, path, adur)
    const difference = `${path}/canvas/differences/aims`
    await propose(owner, path, 'aims', { outcome: 'resolved', words: 'Service first, then cost.' })
    expect((await partner.get(difference)).body).toContain(
      'Proposed by Leeds City Council, waits for Adur District Council',
    )
    expect(await subjectsTo(app, partner.email)).toContain(
      'Say yes, or something else: Aims in Fewer missed bins',
    )
    const member = await app.signedIn({ of: 'adur-district-council' })
    const form = { settlement: await settlementOf(app, 'aims') }
    expect((await member.post(`${difference}/confirmation`, form)).statusCode).toBe(403)
    await sayYes(app, partner, path, 'aims')
    expect((await owner.get(difference)).body).toContain('Resolved')
    await partner.post(`${path}/canvas/answers/aims`, { aims_first: 'reuse' })
    const { body } = await owner.get(difference)
    expect(body).toContain('What do you propose?')
    expect(body).toContain('changed its answer')
  })

  test('is settled only once all have answered and said yes, also those who come late', async () => {
    const app = await testApp()
    const made = await collaborate(app, { partners: ['adur-district-council', 'surrey-county-council'] })
    const { path, owner } = made
    const [late, surrey] = made.partners
    await answerCanvas(owner, path, leeds)
    await answerCanvas(surrey!, path, { aims: { aims_first: 'service' } })
    const { body } = await owner.get(`${path}/canvas`)
    expect(body).toContain('Only large councils have answered so far: ask Adur District Council')
    const member = await app.signedIn({ of: 'leeds-city-council' })
    await propose(member, path, 'aims', { outcome: 'accepted', words: 'Each counts for itself.' })
    for (const lead of [owner, surrey!]) await sayYes(app, lead, path, 'aims')
    expect((await owner.get(`${path}/canvas`)).body).toContain('waits for Adur District Council')
    await answerCanvas(late!, path, adur)
    await sayYes(app, late!, path, 'aims')
    const page = (await member.get(path)).body
    expect(page).toContain('3 of 3 organisations have answered; 1 difference, 1 settled.')
    expect((await member.get(`${path}/canvas`)).body).not.toContain('Only large councils')
  })

  test('is parked by one, until a day', async () => {
    const clock = handClock()
    const app = await testApp({ clock })
    const { path, owner, partner } = await collaborate(app)
    await answerCanvas(owner, path, leeds)
    await answerCanvas(partner, path, adur)
    const settlement = `${path}/canvas/differences/aims/settlement`
    expect((await partner.post(settlement, { outcome: 'parked', words: '' })).statusCode).toBe(422)
    await propose(partner, path, 'aims', {
      outcome: 'parked',
      words: 'The board of Adur looks at it.',
      parked_until: '30 November 2026',
    })
    expect((await owner.get(path)).body).toContain('1 difference, 1 settled.')
    expect((await owner.get(`${path}/canvas`)).body).toContain('Parked until 30 November 2026')
    clock.set('2026-12-02T09:00:00Z')
    const lead = await app.signedIn({ of: 'leeds-city-council', role: 'lead' })
    expect((await lead.get(path)).body).toContain('1 difference, none settled yet.')
  })

  test('refuses a yes to words that were replaced meanwhile', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await answerCanvas(owner, path, leeds)
    await answerCanvas(partner, path, adur)
    await propose(owner, path, 'aims', { outcome: 'resolved', words: 'Cost first.' })
    const settlement = await settlementOf(app, 'aims')
    await propose(owner, path, 'aims', { outcome: 'resolved', words: 'Cost alone.' })
    const confirmation = `${path}/canvas/differences/aims/confirmation`
    expect((await partner.post(confirmation, { settlement })).statusCode).toBe(409)
    expect((await partner.post(confirmation, {})).statusCode).toBe(422)
    await sayYes(app, partner, path, 'aims')
    const again = { settlement: await settlementOf(app, 'aims') }
    expect((await partner.post(confirmation, again)).statusCode).toBe(409)
  })

  test('takes no proposal in place of one that its writer has not seen, and keeps their words', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await answerCanvas(owner, path, leeds)
    await answerCanvas(partner, path, adur)
    const difference = `${path}/canvas/differences/aims`
    const standingIn = (body: string) => /name="standing" value(?:="([\w-]+)")?/.exec(body)![1] ?? ''
    const standing = standingIn((await owner.get(difference)).body)
    await propose(partner, path, 'aims', { outcome: 'resolved', words: 'Service first.', standing })
    const own = { outcome: 'resolved', words: 'Cost first.' }
    const refused = await owner.post(`${difference}/settlement`, { ...own, standing })
    expect([refused.statusCode, refused.body.includes(own.words)]).toEqual([422, true])
    expect(refused.body).toContain('Proposed by Adur District Council')
    await propose(owner, path, 'aims', { ...own, standing: standingIn(refused.body) })
    expect((await partner.get(difference)).body).toContain('Proposed by Leeds City Council')
  })

  test('fills in what Pipeline knows of an organisation itself, and not of another', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await owner.post(`${path}/roles`, { roles: ['pays'] })
    const money = `${path}/canvas/answers/money`
    expect((await owner.get(money)).body).toContain('Filled in from')
    expect((await partner.get(money)).body).not.toContain('Filled in from')
    expect((await owner.get(`${path}/canvas/answers/pace`)).body).toContain(
      'Filled in from what your project says',
    )
    expect((await partner.get(`${path}/canvas/answers/pace`)).body).not.toContain('Filled in from')
    await owner.post(money, { known: 'no' })
    expect((await owner.get(money)).body).not.toContain('Filled in from')
  })

  test('gives what was resolved to whatever is built on it', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await answerCanvas(owner, path, { ...leeds, money: { pays: 'share' } })
    await answerCanvas(partner, path, { ...adur, money: { pays: 'none' } })
    await propose(owner, path, 'aims', { outcome: 'resolved', words: 'Service first.' })
    await sayYes(app, partner, path, 'aims')
    await propose(partner, path, 'money', { outcome: 'accepted', words: 'Leeds pays.' })
    const { id } = await app.db.selectFrom('collaboration').select('id').executeTakeFirstOrThrow()
    const found = await listResolutions(app.db, app.clock, id)
    expect(
      found.map(({ topic, outcome, words, confirmedBy }) => [topic, outcome, words, confirmedBy]),
    ).toEqual([
      ['aims', 'resolved', 'Service first.', [owner.organisationId, partner.organisationId]],
      ['money', 'open', null, []],
    ])
    expect(await isCanvasShown(app.db, id, owner.organisationId!)).toBe(true)
  })
})
