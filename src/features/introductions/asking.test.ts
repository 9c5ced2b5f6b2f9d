import { describe, expect, test } from 'vitest'
import { askerMail, lettersTo, ownerMail, subjectsTo, twoCouncils, words } from '#test/introducing.ts'
import { publishPlan } from '#test/planning.ts'
import { insertProblem } from '#test/published-problem.ts'

describe('asking to meet', () => {
  test('begins on the page of a problem, and the owner gets a mail that says who asks and why', async () => {
    const { asker, problem, askAt, ask, drain, db } = await twoCouncils()
    const page = await asker.get(`/problems/${problem.slug}`)
    expect(page.body).toContain(`href="${askAt.replace('&', '&amp;')}"`)
    expect((await asker.get(askAt)).body).toContain('Ask to meet Surrey County Council')
    const path = await ask()
    await drain()
    const [letter] = await lettersTo(db, ownerMail)
    expect(letter!.subject).toBe('Leeds City Council asks to meet you about “Missed bins”')
    const text = JSON.stringify(letter)
    expect(text).toContain(words.reason)
    expect(text).toContain('Tuesday 12 January 2027, 10:30am')
    expect(text).toContain('Wednesday 13 January 2027, 2:00pm')
    expect(letter!.isSecret).toBe(true)
    expect((await asker.get(path)).body).toContain('Surrey County Council has not answered yet')
  })

  test('is refused without a reason, or with times nobody could keep', async () => {
    const { asker, askAt, db } = await twoCouncils()
    const refused = await asker.post(askAt, {
      reason: ' ',
      first_date: '12 January 2020',
      first_time: '10:30',
      second_date: 'soon',
      second_time: '25:00',
    })
    expect(refused.statusCode).toBe(422)
    const past = await asker.post(askAt, {
      ...words,
      first_date: '1 November 2026',
      second_time: 'noonish',
      second_date: '1 June 2028',
    })
    expect(past.body).toContain('Choose a time that is still to come')
    expect(past.body).toContain('Write a time of day, such as 10:30 or 2pm')
    expect(await db.selectFrom('introduction').select('id').execute()).toEqual([])
  })

  test('warns of what looks personal in the reason, and sends it when told to', async () => {
    const { asker, askAt } = await twoCouncils()
    const personal = { ...words, reason: 'Ring Sam Smith on 0113 496 0000.' }
    const warned = await asker.post(askAt, personal)
    expect(warned.statusCode).toBe(200)
    expect(warned.body).toContain('Look again before you send it')
    expect((await asker.post(askAt, { ...personal, screened: 'yes' })).statusCode).toBe(303)
  })

  test('is not for suppliers: they read what they can do instead', async () => {
    const { signedIn, askAt, problem, db } = await twoCouncils()
    const supplier = await signedIn({ of: 'idox', role: 'lead' })
    expect((await supplier.get(`/problems/${problem.slug}`)).body).not.toContain('/introductions/new')
    const asked = await supplier.get(askAt)
    const sent = await supplier.post(askAt, words)
    expect([asked.statusCode, sent.statusCode]).toEqual([200, 403])
    for (const { body } of [asked, sent]) {
      expect(body).toContain('Officers ask each other to meet')
      expect(body).toContain('href="/opportunities"')
    }
    expect(await db.selectFrom('introduction').select('id').execute()).toEqual([])
  })

  test('is open once about a thing, and kept within limits', async () => {
    const { asker, askAt, ask, db, clock, signedIn } = await twoCouncils()
    await ask()
    expect((await asker.post(askAt, words)).statusCode).toBe(409)
    expect((await asker.get(askAt)).body).toContain('has asked about this already')
    const askOf = async (n: number, officer = asker) => {
      const { id } = await insertProblem(db, clock, { slug: `problem-${n}` })
      return officer.post(`/introductions/new?of=problem&id=${id}`, words)
    }
    for (const n of [2, 3, 4, 5]) expect((await askOf(n)).statusCode).toBe(303)
    expect((await askOf(6)).statusCode).toBe(409)
    const colleague = await signedIn({ of: 'leeds-city-council' })
    for (const n of [7, 8, 9, 10, 11]) expect((await askOf(n, colleague)).statusCode).toBe(303)
    const third = await signedIn({ of: 'leeds-city-council' })
    const tooMany = await askOf(12, third)
    expect(tooMany.statusCode).toBe(409)
    expect(tooMany.body).toContain('10 times this week')
  })

  test('waits for a curator where nothing of the organisation was read before', async () => {
    const { signedIn, askAt, db, drain } = await twoCouncils()
    const newcomer = await signedIn({ of: 'bristol-city-council' })
    const path = String((await newcomer.post(askAt, words)).headers.location).replace(/\?.*/, '')
    await drain()
    expect(await subjectsTo(db, ownerMail)).toEqual([])
    expect((await newcomer.get(path)).body).toContain('This waits for a curator')
    const curator = await signedIn({ duties: ['curator'] })
    const [casePath] = /\/moderation\/cases\/introduction\/[\w-]+/.exec(
      (await curator.get('/moderation')).body,
    )!
    await curator.post(`${casePath}/release`)
    await drain()
    expect(await subjectsTo(db, ownerMail)).toEqual([
      'Bristol City Council asks to meet you about “Missed bins”',
    ])
  })
})

describe('what one may ask about', () => {
  test('is a system that a council runs, from its row', async () => {
    const { owner, signedIn, db, drain } = await twoCouncils()
    const at = '/organisations/leeds-city-council/systems'
    const [href] = /\/introductions\/new\?of=system[^"]+/.exec((await owner.get(at)).body)!
    const supplier = await signedIn({ of: 'idox' })
    expect((await supplier.get(at)).body).not.toContain('/introductions/new')
    const path = href.replaceAll('&amp;', '&')
    expect((await owner.get(path)).body).toContain('at Leeds City Council')
    expect((await owner.post(path, words)).statusCode).toBe(303)
    await drain()
    const [subject] = await subjectsTo(db, askerMail)
    expect(subject).toMatch(/^Surrey County Council asks to meet you about “.* at Leeds City Council”$/)
  })

  test('is a project that was written here, and the one who looks after it is asked first', async () => {
    const app = await twoCouncils()
    const { asker, owner, signedIn, db, drain } = app
    await signedIn({ of: 'surrey-county-council', role: 'lead', email: 'lead@surrey.example' })
    const { address } = await publishPlan(app, owner)
    await drain()
    const [href] = /\/introductions\/new\?of=project[^"]+/.exec((await asker.get(address)).body)!
    await asker.post(href.replaceAll('&amp;', '&'), words)
    await drain()
    expect(await subjectsTo(db, ownerMail)).toHaveLength(1)
    expect(await subjectsTo(db, 'lead@surrey.example')).toEqual([])
  })

  test('is nothing that one may not see', async () => {
    const { asker, db, clock } = await twoCouncils()
    const hidden = await insertProblem(db, clock, { slug: 'hidden', visibility: 'partners' })
    expect((await asker.get(`/introductions/new?of=problem&id=${hidden.id}`)).statusCode).toBe(404)
    expect((await asker.post(`/introductions/new?of=problem&id=${hidden.id}`, words)).statusCode).toBe(404)
    expect((await asker.get(`/introductions/new?of=person&id=${asker.personId}`)).statusCode).toBe(404)
  })
})
