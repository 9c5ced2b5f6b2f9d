import { describe, expect, test } from 'vitest'
import {
  agree,
  draftAgreement,
  editionIn,
  fillClause,
  fixAgreement,
  keepClauses,
  signAgreement,
  signature,
} from '#test/agreeing.ts'
import { answerCanvas } from '#test/answering-canvas.ts'
import { collaborate, joinCollaboration } from '#test/collaborating.ts'
import { subjectsTo } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'
import { checkEvidence } from './evidence.ts'

describe('the draft of an agreement', () => {
  test('is begun and filled in by members of partners, and lists what is open', async () => {
    const app = await testApp()
    const { path, owner } = await collaborate(app)
    const member = await app.signedIn({ of: 'adur-district-council' })
    expect((await member.get(`${path}/agreement`)).body).toContain('Begin the draft')
    expect((await member.post(`${path}/agreement`)).statusCode).toBe(303)
    expect((await owner.get(`${path}/agreement`)).body).toContain('Costs and shares')
    await keepClauses(member, path, ['costs'])
    const draft = (await owner.get(`${path}/agreement/draft`)).body
    expect(draft).toContain('[to fill in: Pounds, all parties together]')
    expect(draft).not.toContain('Fix this text for signing')
    expect(draft).toContain('You can fix it once nothing is open')
    await fillClause(member, path, 'costs', { way: 'equal', amount: '12000' })
    const ready = (await owner.get(`${path}/agreement/draft`)).body
    expect(ready).toContain('£12,000 a year at most')
    expect(ready).toContain('Leeds City Council: 50%')
    expect(ready).toContain('Template: Costs and shares (equal shares), version 1')
    expect(ready).toContain('Fix this text for signing')
    expect((await member.get(`${path}/agreement/draft`)).body).toContain('or of another partner, does this')
  })

  test('shares costs by population, or as typed where it makes exactly 100%', async () => {
    const app = await testApp()
    const { path, owner } = await collaborate(app)
    await owner.post(`${path}/agreement`)
    await fillClause(owner, path, 'costs', { way: 'population', amount: '1,000' })
    expect((await owner.get(`${path}/agreement/draft`)).body).toMatch(/Leeds City Council: 9\d\.\d+%/)
    const shares = { 'shares-leeds-city-council': '60', 'shares-adur-district-council': '39.5' }
    const typed = { way: 'fixed', amount: '1000', edition: '2', ...shares }
    const refused = await owner.post(`${path}/agreement/clauses/costs`, typed)
    expect([refused.statusCode, refused.body.includes('must make exactly 100%')]).toEqual([422, true])
    await fillClause(owner, path, 'costs', { ...typed, 'shares-adur-district-council': '40%' })
    expect((await owner.get(`${path}/agreement/draft`)).body).toContain('Adur District Council: 40%')
  })

  test('says on the page of a clause which difference keeps it from being signed, and leads there', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await answerCanvas(owner, path, { money: { band: 'under-10k' } })
    await answerCanvas(partner, path, { money: { band: '10k-50k' } })
    await draftAgreement(owner, path)
    const { body } = await owner.get(`${path}/agreement/clauses/costs`)
    expect(body).toContain('You still differ on “Money”')
    expect(body).toContain(`href="${path}/canvas/differences/money"`)
    expect((await owner.get(`${path}/agreement/clauses/decisions`)).body).not.toContain('You still differ')
  })

  test('loses nobody’s change: a second one of the same clause is refused with both shown', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await owner.post(`${path}/agreement`)
    const clause = `${path}/agreement/clauses/costs`
    const edition = editionIn((await owner.get(clause)).body)
    await partner.post(clause, { edition, way: 'equal', amount: '7,000' })
    const refused = await owner.post(clause, { edition, way: 'equal', amount: '9,000' })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('£7,000 a year')
    expect(refused.body).toContain('£9,000 a year')
    expect((await owner.post(`${clause}/omission`, { edition, is: 'out' })).statusCode).toBe(409)
    const again = { edition: editionIn(refused.body), way: 'equal', amount: '9,000' }
    expect((await owner.post(clause, again)).statusCode).toBe(303)
  })

  test('is put into another order, and a clause left out can come back', async () => {
    const app = await testApp()
    const { path, owner } = await collaborate(app)
    await draftAgreement(owner, path)
    const headings = async () =>
      [...(await owner.get(`${path}/agreement/draft`)).body.matchAll(/<h2[^>]*>\d\. ([^<]+)/g)].map(
        found => found[1],
      )
    expect(await headings()).toEqual(['Costs and shares', 'Decisions'])
    await owner.post(`${path}/agreement/clauses/decisions/place`, { to: 'up' })
    expect(await headings()).toEqual(['Decisions', 'Costs and shares'])
    await owner.post(`${path}/agreement/clauses/dispute/omission`, { edition: '2', is: 'in' })
    expect(await headings()).toContain('Dispute')
  })
})

describe('a version', () => {
  test('is fixed by a lead who has read it as it stands', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await draftAgreement(owner, path)
    const member = await app.signedIn({ of: 'leeds-city-council' })
    const { body } = await owner.get(`${path}/agreement/draft`)
    const seen = /name="seen" value="(\w+)"/.exec(body)![1]!
    expect((await member.post(`${path}/agreement/versions`, { seen })).statusCode).toBe(403)
    await fillClause(partner, path, 'decisions', { way: 'vote' })
    expect((await owner.post(`${path}/agreement/versions`, { seen })).statusCode).toBe(409)
    await fixAgreement(owner, path)
    expect(await subjectsTo(app, partner.email)).toContain(
      'An agreement waits for your signature: Fewer missed bins',
    )
    expect((await partner.get('/my')).body).toContain('Version 1 of the agreement on')
  })

  test('is signed by a lead of each, and stands when all have', async () => {
    const app = await testApp()
    const { path, owner, partner, version } = await agree(app, { isSigned: false })
    const member = await app.signedIn({ of: 'adur-district-council' })
    const { body } = await partner.get(`${version}/signature`)
    const seen = /name="seen" value="(\w+)"/.exec(body)![1]!
    expect((await member.post(`${version}/signature`, signature(seen))).statusCode).toBe(403)
    const untold = await partner.post(`${version}/signature`, { seen, name: 'Sam Lowe', role: '' })
    expect(untold.body).toContain('Tick that you may sign')
    const wrong = await partner.post(`${version}/signature`, signature('0'.repeat(64)))
    expect(wrong.statusCode).toBe(409)

    await signAgreement(owner, version)
    expect((await partner.get(path)).body).toContain('Version 1 waits for your organisation to sign.')
    expect((await owner.get(`${path}/agreement`)).body).toContain('Still to sign: Adur District Council')
    await signAgreement(partner, version, { name: 'Sam Lowe', role: 'Head of Digital' })
    expect((await partner.post(`${version}/signature`, signature(seen))).statusCode).toBe(409)
    const signed = (await owner.get(version)).body
    expect(signed).toContain('Sam Lowe, Head of Digital')
    expect((await owner.get(path)).body).toContain('signed by 2 partners, agreed on 21 November 2026')
    expect(await subjectsTo(app, owner.email)).toContain('All have signed: agreement on Fewer missed bins')
  })

  test('stands until a later one, which shows the difference, is signed by all', async () => {
    const app = await testApp()
    const { path, owner, partner, version } = await agree(app)
    expect((await owner.get(`${path}/agreement`)).body).toContain('It says the same as version 1.')
    await fillClause(owner, path, 'costs', { way: 'equal', amount: '15,000' })
    expect((await owner.get(`${path}/agreement`)).body).not.toContain('It says the same as')
    const second = await fixAgreement(owner, path)
    expect(await subjectsTo(app, partner.email)).toContain('The agreement has changed: Fewer missed bins')
    const shown = (await partner.get(second)).body
    expect(shown).toMatch(/<h2[^>]*>What differs from version 1<\/h2>/)
    expect(shown).toMatch(/<del>.*12.*<\/del>/)
    expect((await partner.get(`${second}/signature`)).body).toContain('What differs from version 1')
    expect((await partner.get(path)).body).toContain('Version 2 waits for your organisation')
    expect((await owner.get(`${path}/agreement`)).body).toContain('Version 1 stands')
    for (const lead of [owner, partner]) await signAgreement(lead, second)
    const old = (await partner.get(version)).body
    expect([old.includes('replaced'), old.includes('Robin Ashdown')]).toEqual([true, true])
    expect((await partner.get(`${version}/evidence.json`)).statusCode).toBe(200)
    expect((await owner.get(`${path}/agreement`)).body).toContain('Version 2 stands')
    const { body } = await owner.get(`${path}/agreement/draft`)
    const seen = /name="seen" value="(\w+)"/.exec(body)![1]!
    expect((await owner.post(`${path}/agreement/versions`, { seen })).statusCode).toBe(409)
  })

  test('is for a partner that joins later to sign too, and says who has left', async () => {
    const app = await testApp()
    const { path, owner, partners, version } = await agree(app, {
      partners: ['adur-district-council', 'surrey-county-council'],
    })
    const [adur, surrey] = partners as [(typeof partners)[0], (typeof partners)[0]]
    await adur.post(`${path}/leaving`)
    expect((await owner.get(`${path}/agreement`)).body).toContain('Adur District Council has left')
    expect((await adur.get(version)).statusCode).toBe(404)
    await owner.post(`${path}/partners`, { organisation: adur.organisationId! })
    await joinCollaboration(adur, path)
    expect((await surrey.get(version)).body).not.toContain('Still to sign')
  })

  test('is signed by a name that can be read, however it was typed', async () => {
    const app = await testApp()
    const { owner, partner, version } = await agree(app, { isSigned: false })
    const seen = /name="seen" value="(\w+)"/.exec((await owner.get(`${version}/signature`)).body)![1]!
    for (const [field, blank] of [
      ['name', '\u200b'],
      ['name', '\u3164'],
      ['role', '\u2066\u2069'],
    ] as const) {
      const form = { ...signature(seen), [field]: blank }
      expect([field, (await owner.post(`${version}/signature`, form)).statusCode]).toEqual([field, 422])
    }
    await signAgreement(owner, version, { name: 'Jose\u200b\u0301 \u202eAshdown', reference: '\u200b' })
    await signAgreement(partner, version)
    const shown = await partner.get(version)
    expect([shown.statusCode, shown.body.includes('José Ashdown')]).toEqual([200, true])
    expect(checkEvidence((await partner.get(`${version}/evidence.json`)).body).wrong).toEqual([])
  })

  test('shown to more people than before is told the other partners, as far as it shows', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await draftAgreement(owner, path)
    const told = async () =>
      (await subjectsTo(app, partner.email)).filter(subject =>
        subject.startsWith('More people see the agreement'),
      )
    await owner.post(`${path}/agreement/terms`, { visibility: 'public' })
    expect(await told()).toHaveLength(0)
    await owner.post(`${path}/about`, { purpose: 'Crews see it by noon.', visibility: 'public' })
    await owner.post(`${path}/agreement/terms`, { visibility: 'partners' })
    expect(await told()).toHaveLength(0)
    await owner.post(`${path}/agreement/terms`, { visibility: 'public-sector' })
    expect(await told()).toHaveLength(1)
  })

  test('is not fixed or signed once the day has passed on which it ends', async () => {
    const clock = handClock()
    const app = await testApp({ clock })
    const { path, owner } = await collaborate(app)
    await draftAgreement(owner, path)
    await owner.post(`${path}/agreement/terms`, { visibility: 'partners', ends_on: '30 November 2026' })
    const version = await fixAgreement(owner, path)
    const signed = signature(
      /name="seen" value="(\w+)"/.exec((await owner.get(`${version}/signature`)).body)![1]!,
    )
    clock.set('2026-12-01T09:00:00Z')
    const lead = await app.signedIn({ of: 'leeds-city-council', role: 'lead' })
    expect((await lead.post(`${version}/signature`, signed)).statusCode).toBe(409)
    expect((await lead.get(version)).body).not.toContain('>Sign it<')
    await fillClause(lead, path, 'decisions', { way: 'vote' })
    const { body } = await lead.get(`${path}/agreement/draft`)
    const seen = /name="seen" value="(\w+)"/.exec(body)![1]!
    const fixed = await lead.post(`${path}/agreement/versions`, { seen })
    expect([fixed.statusCode, fixed.body.includes('which has passed')]).toEqual([409, true])
  })
})
