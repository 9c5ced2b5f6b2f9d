import { describe, expect, test } from 'vitest'
import { agree, agreeIn, fillClause, fixAgreement } from '#test/agreeing.ts'
import { collaborate } from '#test/collaborating.ts'
import { subjectsTo } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'
import { doneOnAgreements } from './personal-data.ts'
import { forgetSigners, tellOfEnds } from './schedules.ts'
import { findStanding } from './standing-queries.ts'

/** The site with a clock in the test's hand. */
async function appInTime() {
  const clock = handClock()
  return { ...(await testApp({ clock })), clock }
}

type App = Awaited<ReturnType<typeof appInTime>>

const run = ({ db, clock, config }: App, { run }: typeof forgetSigners) =>
  run(db, { db, clock, config, site: undefined as never, log: undefined as never })

const day = 86_400_000

/** An agreement of Leeds and Adur with a review and an end in it. */
async function until(app: App, { review_on = '', ends_on = '' }) {
  const made = await collaborate(app)
  await made.owner.post(`${made.path}/agreement`)
  await made.owner.post(`${made.path}/agreement/terms`, { visibility: 'partners', review_on, ends_on })
  return { ...made, version: await agreeIn(made) }
}

describe('an agreement that ends', () => {
  test('is told of ahead, by mail and on one’s own page, and stands until its last day', async () => {
    const app = await appInTime()
    const { path, partner, version } = await until(app, {
      review_on: '1 February 2027',
      ends_on: '31 March 2027',
    })
    const { id } = await app.db.selectFrom('collaboration').select('id').executeTakeFirstOrThrow()
    expect((await partner.get(`${version}/agreement.txt`)).body).toContain('It ends on 31 March 2027')
    await run(app, tellOfEnds)
    await run(app, tellOfEnds)
    const subjects = await subjectsTo(app, partner.email)
    const told = 'Look at your agreement again by 1 February 2027: Fewer missed bins'
    expect(subjects.filter(subject => subject === told)).toHaveLength(1)
    expect(subjects).not.toContain('Your agreement ends on 31 March 2027: Fewer missed bins')
    expect((await partner.get('/my')).body).toContain('you look at it again')
    expect(await findStanding(app.db, app.clock, id)).toMatchObject({ version: 1, endsOn: '2027-03-31' })

    app.clock.set('2027-03-31T12:00:00Z')
    await run(app, tellOfEnds)
    expect(await subjectsTo(app, partner.email)).toContain(
      'Your agreement ends on 31 March 2027: Fewer missed bins',
    )
    expect((await findStanding(app.db, app.clock, id))?.signatures).toHaveLength(2)
    app.clock.set('2027-04-01T12:00:00Z')
    expect(await findStanding(app.db, app.clock, id)).toBeUndefined()
    const again = await app.signedIn({ of: 'adur-district-council' })
    expect((await again.get(path)).body).toContain('What was agreed has ended.')
  })

  test('can be said to have ended by a lead, and the others are told', async () => {
    const app = await appInTime()
    const { owner, partner, version } = await agree(app)
    const member = await app.signedIn({ of: 'leeds-city-council' })
    expect((await member.get(`${version}/ending`)).body).toContain('writes it down')
    expect((await member.post(`${version}/ending`)).statusCode).toBe(403)
    expect((await owner.post(`${version}/ending`)).statusCode).toBe(303)
    expect((await owner.post(`${version}/ending`)).statusCode).toBe(409)
    expect(await subjectsTo(app, partner.email)).toContain('The agreement has ended: Fewer missed bins')
    expect((await partner.get(version)).body).toContain('Version 1: ended')
  })
})

describe('who signed', () => {
  test('is kept six years after a version was replaced, and then forgotten; the rest stays', async () => {
    const app = await appInTime()
    const { path, owner, version } = await agree(app)
    await owner.post(`${version}/ending`)
    app.clock.forward(6 * 365 * day)
    await run(app, forgetSigners)
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    expect((await officer.get(version)).body).toContain('Robin Ashdown')
    app.clock.forward(5 * day)
    await run(app, forgetSigners)
    const { body } = await officer.get(version)
    expect(body).not.toContain('Robin Ashdown')
    expect(body).toContain('Who signed is forgotten')
    expect((await officer.get(`${version}/evidence.json`)).statusCode).toBe(404)
    expect((await officer.get(`${version}/agreement.docx`)).statusCode).toBe(200)
    expect((await officer.get(`${path}/agreement`)).statusCode).toBe(200)
  })

  test('is kept while what was signed stands, however long', async () => {
    const app = await appInTime()
    const { version } = await agree(app)
    app.clock.forward(20 * 365 * day)
    await run(app, forgetSigners)
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    expect((await officer.get(version)).body).toContain('Robin Ashdown')
  })

  test('is told to that person, and stays as evidence, without their account, when they are erased', async () => {
    const app = await appInTime()
    const { path, owner, partner, version } = await agree(app)
    await fillClause(owner, path, 'costs', { way: 'equal', amount: '1' })
    await fixAgreement(owner, path)
    const held = await doneOnAgreements.export(app.db, owner.personId)
    expect(held).toContainEqual(expect.objectContaining({ did: 'signed an agreement', version: 1 }))
    expect(held).toContainEqual(
      expect.objectContaining({ did: 'fixed an agreement for signing', version: 2 }),
    )
    expect(JSON.stringify(held)).toContain('Name: Robin Ashdown')
    await doneOnAgreements.erase(app.db, app.clock, owner.personId)
    expect(await doneOnAgreements.export(app.db, owner.personId)).toEqual([])
    expect((await partner.get(version)).body).toContain('Robin Ashdown')
    expect((await partner.get(`${version}/evidence.json`)).statusCode).toBe(200)
  })
})
