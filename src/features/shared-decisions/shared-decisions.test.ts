import { describe, expect, test } from 'vitest'
import { collaborate } from '#test/collaborating.ts'
import { subjectsTo } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'
import { remindOfAnswers, tellOfReviews } from './telling-actions.ts'

const asking = {
  title: 'We test with crews in two depots in February',
  way: 'consent',
  answer_by: '15 December 2026',
  visibility: 'partners',
}
const outcome = { result: 'agreed', outcome: 'Tests in Leeds and in Shoreham, in February.' }
const recording = {
  title: 'Which depots',
  outcome: 'Leeds and Shoreham.',
  decided_on: '20 November 2026',
  visibility: 'public',
}

describe('what partners are asked to decide', () => {
  test('is told them by mail, answered once for each organisation by a lead, and closed by its answers', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    const decisions = `${path}/decisions`
    const refused = await owner.post(decisions, { ...asking, title: '', answer_by: 'soon' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Write what is decided')
    expect((await owner.post(decisions, { ...asking, answer_by: '1 January 2020' })).body).toContain(
      'Give a day to come',
    )
    const asked = await owner.post(decisions, asking)
    expect(asked.headers.location).toContain(`${decisions}/1`)
    expect(await subjectsTo(app, partner.email)).toContain(`Answer by 15 December 2026: ${asking.title}`)
    expect((await partner.get('/my')).body).toContain('Partners ask you to decide')

    const member = await app.signedIn({ of: 'adur-district-council' })
    expect((await member.get(`${decisions}/1`)).body).toContain('A lead of Adur District Council answers')
    expect((await member.post(`${decisions}/1/answers`, { answer: 'for' })).statusCode).toBe(403)
    await owner.post(`${decisions}/1/answers`, { answer: 'for' })
    expect((await owner.post(`${decisions}/1/outcome`, outcome)).statusCode).toBe(409)
    expect((await partner.post(`${decisions}/1/answers`, { answer: '' })).statusCode).toBe(422)
    const silent = await partner.post(`${decisions}/1/answers`, { answer: 'against' })
    expect([silent.statusCode, silent.body.includes('Say why you object')]).toEqual([422, true])
    await partner.post(`${decisions}/1/answers`, { answer: 'against', words: 'Not in February.' })
    expect((await owner.get(`${decisions}/1`)).body).toContain('Not in February.')
    expect((await owner.get(`${decisions}/1/outcome`)).body).toContain('An organisation objects.')
    expect((await owner.post(`${decisions}/1/outcome`, outcome)).statusCode).toBe(409)
    await partner.post(`${decisions}/1/answers`, { answer: 'for' })
    expect((await owner.post(`${decisions}/1/outcome`, outcome)).statusCode).toBe(303)
    expect((await member.get(`${decisions}/1`)).body).toContain(
      '2 of 2 organisations answered: 2 no objection',
    )
    expect(await subjectsTo(app, partner.email)).toContain(`Agreed: ${asking.title}`)
    expect((await partner.post(`${decisions}/1/answers`, { answer: 'for' })).statusCode).toBe(409)
  })

  test('can be advice, which any member gives', async () => {
    const app = await testApp()
    const { path, owner } = await collaborate(app)
    await owner.post(`${path}/decisions`, { ...asking, way: 'advice' })
    const member = await app.signedIn({ of: 'adur-district-council' })
    const answers = `${path}/decisions/1/answers`
    expect((await member.post(answers, { words: '' })).body).toContain('Write what you advise')
    expect((await member.post(answers, { words: 'Ask the crews first.' })).statusCode).toBe(303)
    expect((await owner.get(`${path}/decisions/1`)).body).toContain('Ask the crews first.')
  })

  test('is taken back by who asked it alone, and stays in the log', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await owner.post(`${path}/decisions`, asking)
    expect((await partner.post(`${path}/decisions/1/withdrawal`)).statusCode).toBe(403)
    expect((await owner.post(`${path}/decisions/1/withdrawal`)).statusCode).toBe(303)
    expect((await partner.get(`${path}/decisions`)).body).toContain('Taken back')
  })

  test('is brought to mind two days before the last day, to who has not answered', async () => {
    const clock = handClock('2026-11-22T09:00:00Z')
    const app = await testApp({ clock })
    const { path, owner, partner } = await collaborate(app)
    await owner.post(`${path}/decisions`, asking)
    await owner.post(`${path}/decisions/1/answers`, { answer: 'for' })
    const reminded = `No answer of Adur District Council yet: ${asking.title}`
    const night = () => app.db.transaction().execute(trx => remindOfAnswers(trx, clock))
    clock.set('2026-12-12T09:00:00Z')
    await night()
    expect(await subjectsTo(app, partner.email)).not.toContain(reminded)
    clock.set('2026-12-13T09:00:00Z')
    await night()
    await night()
    expect((await subjectsTo(app, partner.email)).filter(subject => subject === reminded)).toHaveLength(1)
    expect((await subjectsTo(app, owner.email)).join()).not.toContain('No answer of')
  })
})

describe('a decision', () => {
  test('taken elsewhere is recorded, told, and looked at again on its day', async () => {
    const clock = handClock('2026-11-22T09:00:00Z')
    const app = await testApp({ clock })
    const { path, owner, partner } = await collaborate(app)
    const elsewhere = `${path}/decisions/taken-elsewhere`
    expect((await owner.post(elsewhere, { ...recording, decided_on: '1 May 2030' })).statusCode).toBe(422)
    await owner.post(elsewhere, { ...recording, review_on: '1 June 2027' })
    expect(await subjectsTo(app, partner.email)).toContain('Agreed: Which depots')
    clock.set('2027-06-01T09:00:00Z')
    await app.db.transaction().execute(trx => tellOfReviews(trx, clock))
    expect(await subjectsTo(app, partner.email)).toContain('Look again: Which depots')
    const colleague = await app.signedIn({ of: 'adur-district-council' })
    await colleague.post(`${path}/decisions/1/review`, { review_on: '1 June 2028' })
    expect((await colleague.get(`${path}/decisions`)).body).toContain('look again on 1 June 2028')
  })

  test('is seen as far as it says, and no further than the collaboration, without who answered what', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app, { form: { visibility: 'public' } })
    await owner.post(`${path}/decisions`, { ...asking, visibility: 'public' })
    await partner.post(`${path}/decisions/1/answers`, { answer: 'for', words: 'Kestrel says yes.' })
    await owner.post(`${path}/decisions`, { ...asking, title: 'Heron is for partners' })
    const all = (await app.get(`${path}/decisions`)).body
    expect([all.includes(asking.title), all.includes('Heron')]).toEqual([true, false])
    const one = (await app.get(`${path}/decisions/1`)).body
    expect([one.includes(asking.title), one.includes('Kestrel')]).toEqual([true, false])
    expect((await app.get(`${path}/decisions/2`)).statusCode).toBe(404)
    expect((await app.get(path)).body).toContain('1 open')
    await owner.post(`${path}/about`, { purpose: 'Missed bins.', visibility: 'partners' })
    expect((await app.get(`${path}/decisions/1`)).statusCode).toBe(404)
    const curator = await app.signedIn({ duties: ['curator'] })
    expect((await curator.get(`${path}/decisions/1`)).statusCode).toBe(404)
  })

  test('stands in the log once, and comes by mail once, when the button is pressed twice', async () => {
    const clock = handClock()
    const app = await testApp({ clock })
    const { path, owner, partner } = await collaborate(app)
    const twice = async (rest: string, form: Record<string, string>) =>
      (await Promise.all([owner.post(`${path}${rest}`, form), owner.post(`${path}${rest}`, form)])).map(
        ({ headers }) => String(headers.location).replace(/\?.*/, ''),
      )
    expect(new Set(await twice('/decisions', asking))).toEqual(new Set([`${path}/decisions/1`]))
    expect(new Set(await twice('/decisions/taken-elsewhere', recording))).toEqual(
      new Set([`${path}/decisions/2`]),
    )
    const subjects = await subjectsTo(app, partner.email)
    expect(subjects.filter(subject => subject.includes(asking.title))).toHaveLength(1)
    clock.forward(120_000)
    expect((await owner.post(`${path}/decisions`, asking)).headers.location).toContain('/decisions/3')
  })

  test('keeps what was written of it when an answer comes meanwhile', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await owner.post(`${path}/decisions`, asking)
    await owner.post(`${path}/decisions/1/answers`, { answer: 'for' })
    await partner.post(`${path}/decisions/1/answers`, { answer: 'against', words: 'Not in February.' })
    const refused = await owner.post(`${path}/decisions/1/outcome`, outcome)
    expect([refused.statusCode, refused.body.includes(outcome.outcome)]).toEqual([409, true])
    expect(refused.body).toContain('It cannot be said to be agreed. An organisation objects.')
  })

  test('is not for someone of a partner to act on while they act for another', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    await owner.post(`${path}/decisions`, asking)
    const { id } = await app.db
      .selectFrom('organisation')
      .select('id')
      .where('slug', '=', 'surrey-county-council')
      .executeTakeFirstOrThrow()
    await app.db
      .updateTable('membership')
      .set({ person_id: partner.personId })
      .where('person_id', '=', (await app.signedIn({ of: 'surrey-county-council' })).personId)
      .execute()
    await app.db
      .updateTable('session')
      .set({ acting_for: id })
      .where('person_id', '=', partner.personId)
      .execute()
    const { statusCode, body } = await partner.get(`${path}/decisions/1`)
    expect([statusCode, body.includes('Close it'), body.includes('A lead of')]).toEqual([200, false, false])
  })
})

test('a decision is shown no further than its collaboration, and says so', async () => {
  const app = await testApp()
  const { path, owner } = await collaborate(app)
  const decisions = `${path}/decisions`
  expect((await owner.get(`${decisions}/new`)).body).toContain('they do not see the collaboration itself')
  await owner.post(decisions, { ...asking, visibility: 'public' })
  expect((await owner.get(`${decisions}/1`)).body).toMatch(/Seen by.*?Only the organisations taking part/s)
  await owner.post(`${path}/about`, { purpose: 'Crews see it by noon.', visibility: 'public' })
  expect((await owner.get(`${decisions}/1`)).body).toMatch(/Seen by.*?Everyone/s)
  expect((await owner.get(`${decisions}/new`)).body).not.toContain('they do not see the collaboration itself')
})

test('who sees a decision can be changed by a lead of any partner, and more people are not shown it unheard', async () => {
  const app = await testApp()
  const { path, owner, partner } = await collaborate(app, { form: { visibility: 'public' } })
  const decision = `${path}/decisions/1`
  await owner.post(`${path}/decisions`, { ...asking, visibility: 'partners' })
  const curator = await app.signedIn({ duties: ['curator'] })
  const seen = async () => [(await app.get(decision)).statusCode, (await curator.get(decision)).statusCode]
  expect(await seen()).toEqual([404, 404])
  expect((await owner.get(path)).body).toContain('>1 open<')
  expect((await owner.get(decision)).body).toContain(`${decision}/visibility`)
  const member = await app.signedIn({ of: 'adur-district-council' })
  expect((await member.get(decision)).body).not.toContain(`${decision}/visibility`)
  expect((await member.get(`${decision}/visibility`)).body).toContain('A lead of a partner changes this')
  expect((await member.post(`${decision}/visibility`, { visibility: 'public' })).statusCode).toBe(403)
  expect((await owner.post(`${decision}/visibility`, { visibility: 'all' })).statusCode).toBe(422)
  await owner.post(`${decision}/visibility`, { visibility: 'public' })
  expect(await seen()).toEqual([200, 200])
  expect(await subjectsTo(app, partner.email)).toContain('More people see decision 1 on Fewer missed bins')
  await partner.post(`${decision}/visibility`, { visibility: 'partners' })
  expect(await seen()).toEqual([404, 404])
})
