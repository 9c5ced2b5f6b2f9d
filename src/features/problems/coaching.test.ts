import { describe, expect, test } from 'vitest'
import { trust } from '#test/published-problem.ts'
import { draftProblem, raiseProblem } from '#test/raised-problems.ts'
import { testApp } from '#test/support.ts'

async function withOfficer() {
  const app = await testApp()
  await trust(app.db, app.clock, 'leeds-city-council')
  return { ...app, officer: await app.signedIn({ of: 'leeds-city-council' }) }
}

const vague = {
  'what-happens': { title: 'Chatbot for missed bins', happens: 'The HRA is charged twice.' },
  affected: { affected: 'The whole of the borough.' },
  evidence: { evidence: 'It is well known.' },
  cost: {},
  outcome: { good_outcome: 'A modern experience.' },
}

describe('before publishing', () => {
  test('a draft hears what hides its problem, in its own words and with a beginning to go on from', async () => {
    const { officer } = await withOfficer()
    const path = await draftProblem(officer, vague)
    await officer.post(`${path}/comparison`)
    const { body } = await officer.get(`${path}/publication`)
    for (const said of [
      'You wrote “Chatbot”',
      'What goes wrong with missed bins is that …, for …',
      'You wrote “HRA”',
      '“HRA” is housing revenue account',
      'You wrote “It is well known.”',
      'what it costs to do nothing',
      'You wrote “A modern experience.”',
    ])
      expect(body).toContain(said)
    expect(body).toContain(`href="${path}/parts/evidence"`)
  })

  test('a beginning that serves several pieces of advice is offered once', async () => {
    const { officer } = await withOfficer()
    const title = 'We need a Salesforce portal for referrals'
    const path = await draftProblem(officer, { 'what-happens': { title, happens: 'It takes too long.' } })
    await officer.post(`${path}/comparison`)
    const { body } = await officer.get(`${path}/publication`)
    for (const said of ['You wrote “Salesforce”', 'You wrote “portal”', 'You wrote “We need”'])
      expect(body).toContain(said)
    expect(body.split('What goes wrong with referrals is that')).toHaveLength(2)
  })

  test('nothing waits for the advice', async () => {
    const { officer } = await withOfficer()
    expect(await raiseProblem(officer, vague)).toBe('/problems/chatbot-for-missed-bins')
  })

  test('what is well said hears nothing, and is shown to the next of the same service', async () => {
    const { officer } = await withOfficer()
    const path = await draftProblem(officer)
    await officer.post(`${path}/comparison`)
    expect((await officer.get(`${path}/publication`)).body).not.toContain('Before others read it')
    const shown = String((await officer.post(`${path}/publication`)).headers.location)
    const next = await draftProblem(officer, vague)
    const { body } = await officer.get(`${next}/publication`)
    expect(body).toMatch(new RegExp(`Of the same service, these say all of it[\\s\\S]*href="${shown}"`))
  })

  test('words are shown as words', async () => {
    const { officer } = await withOfficer()
    const evil = { ...vague, evidence: { evidence: '<script>alert(1)</script> it is so' } }
    const path = await draftProblem(officer, evil)
    expect((await officer.get(`${path}/publication`)).body).not.toContain('<script>alert(1)')
  })
})
