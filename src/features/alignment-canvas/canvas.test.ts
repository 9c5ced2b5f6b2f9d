import { describe, expect, test } from 'vitest'
import { answerCanvas, propose, sayYes, settlementOf } from '#test/answering-canvas.ts'
import { collaborate } from '#test/collaborating.ts'
import { subjectsTo } from '#test/planning.ts'
import { testApp } from '#test/support.ts'

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
})
