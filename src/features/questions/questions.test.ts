import { describe, expect, test } from 'vitest'
import { publishPlan } from '#test/planning.ts'
import { insertProblem, trust } from '#test/published-problem.ts'
import { answerIdsOf, askIn, questionMailTo } from '#test/questioning.ts'
import { handClock, testApp } from '#test/support.ts'

const [ownerMail, askerMail, thirdMail] = ['o@surrey.example', 'a@leeds.example', 't@adur.example']
const words = 'How did you count the bins that were missed?'

async function threeCouncils() {
  const clock = handClock()
  const app = await testApp({ clock })
  const { db, signedIn } = app
  await trust(db, clock, 'leeds-city-council', 'surrey-county-council', 'adur-district-council')
  const problem = await insertProblem(db, clock)
  const owner = await signedIn({ of: 'surrey-county-council', role: 'lead', email: ownerMail })
  const asker = await signedIn({ of: 'leeds-city-council', email: askerMail, name: 'Sam Asker' })
  const third = await signedIn({ of: 'adur-district-council', role: 'lead', email: thirdMail })
  const askAt = `/questions/new?of=problem&id=${problem.id}`
  const page = `/problems/${problem.slug}`
  return { ...app, clock, problem, owner, asker, third, askAt, page }
}

const subjects = async (...given: Parameters<typeof questionMailTo>) =>
  (await questionMailTo(...given)).map(({ subject }) => subject)

describe('asking and answering', () => {
  test('happens in the open, with a mail to the owner and one to the asker', async () => {
    const { get, db, owner, asker, askAt, page } = await threeCouncils()
    const opened = await asker.get(page)
    expect(opened.body).toContain(`href="${askAt.replace('&', '&amp;')}"`)
    expect((await asker.get(askAt)).body).toContain('Ask in the open')
    const question = await askIn(asker, askAt, words)
    const id = question.replace('/questions/', '')
    expect((await get(page)).body).toMatch(new RegExp(`id="question-${id}"[\\s\\S]*${words.slice(0, -1)}`))
    expect((await get(page)).body).toContain('Nobody has answered yet')
    expect((await get(page)).body).not.toContain('Sam Asker')
    const [told] = await questionMailTo(db, ownerMail)
    expect(told!.subject).toBe('Leeds City Council asks about “Missed bins”')
    expect(JSON.stringify(told)).toContain(words)
    expect((await owner.get('/my')).body).toContain('Questions that nobody has answered')

    await owner.post(`${question}/answers`, { words: 'By the log of the crews.' })
    const [answer] = await answerIdsOf(db, question)
    expect((await get(question)).body).toMatch(new RegExp(`id="answer-${answer}"[\\s\\S]*By the log`))
    expect(await subjects(db, askerMail)).toEqual([
      'Surrey County Council answers your question about “Missed bins”',
    ])
    expect(await subjects(db, ownerMail)).toHaveLength(1)
    expect((await owner.get('/my')).body).not.toContain('Questions that nobody has answered')
  })

  test('shows what nobody has answered first, and then the newest', async () => {
    const { get, asker, owner, askAt, page, clock } = await threeCouncils()
    const said = ['First asked', 'Second asked', 'Third asked']
    const asked: string[] = []
    for (const one of said) {
      asked.push(await askIn(asker, askAt, one))
      clock.forward(60_000)
    }
    await owner.post(`${asked[2]}/answers`, { words: 'Answered.' })
    const { body } = await get(page)
    const places = said.map(one => body.indexOf(one))
    expect(places.every(place => place > 0)).toBe(true)
    expect(places.toSorted((a, b) => a - b)).toEqual([places[1], places[0], places[2]])
  })

  test('shows five whole, and leads to the others', async () => {
    const { get, asker, third, askAt, page } = await threeCouncils()
    for (const at of [1, 2, 3]) {
      await askIn(asker, askAt, `Of Leeds ${at}`)
      await askIn(third, askAt, `Of Adur ${at}`)
    }
    const { body } = await get(page)
    expect(body.match(/id="question-/g)).toHaveLength(5)
    expect(body).toContain('1 more question')
  })

  test('is refused without words, and of what is none of theirs', async () => {
    const { asker, askAt, db } = await threeCouncils()
    const refused = await asker.post(askAt, { words: ' ' })
    expect([refused.statusCode, refused.body.includes('Write your question')]).toEqual([422, true])
    const nowhere = askAt.replace(/id=.*/, 'id=01900000-0000-7000-8000-000000000000')
    for (const path of [
      nowhere,
      nowhere.replace('problem', 'project'),
      nowhere.replace('problem', 'opportunity'),
    ])
      expect((await asker.post(path, { words })).statusCode).toBe(404)
    expect(await db.selectFrom('question').select('id').execute()).toEqual([])
  })

  test('warns of what looks personal, and publishes it when told to', async () => {
    const { asker, askAt } = await threeCouncils()
    const personal = { words: 'Did Sam Smith on 0113 496 0000 count them?' }
    const warned = await asker.post(askAt, personal)
    expect([warned.statusCode, warned.body.includes('Look again before you publish')]).toEqual([200, true])
    expect((await asker.post(askAt, { ...personal, screened: 'yes' })).statusCode).toBe(303)
  })

  test('has an end in an hour, for each person', async () => {
    const { asker, third, askAt, clock } = await threeCouncils()
    const statuses: number[] = []
    for (const at of [1, 2, 3, 4, 5, 6, 7])
      statuses.push((await asker.post(askAt, { words: `Number ${at}` })).statusCode)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 409])
    expect((await third.post(askAt, { words })).statusCode).toBe(303)
    clock.forward(3_600_000)
    expect((await asker.post(askAt, { words })).statusCode).toBe(303)
  })
})

describe('accepting', () => {
  test('is for whoever asked or published, puts the answer first, and one in place of another', async () => {
    const { get, db, owner, asker, third, askAt } = await threeCouncils()
    const question = await askIn(asker, askAt, words)
    await third.post(`${question}/answers`, { words: 'We asked the residents.' })
    await owner.post(`${question}/answers`, { words: 'By the log of the crews.' })
    const [first, second] = await answerIdsOf(db, question)
    const accepted = (id: string) => `/question-answers/${id}/acceptance`
    expect((await third.post(accepted(first!))).statusCode).toBe(403)
    expect((await third.get(question)).body).not.toContain('Accept this answer')
    expect((await asker.get(question)).body).toContain('Accept this answer')
    expect((await asker.post(accepted(first!))).statusCode).toBe(303)
    expect((await owner.post(accepted(second!))).statusCode).toBe(303)
    expect((await get(question)).body).toMatch(
      /Accepted answer[\s\S]*By the log[\s\S]*We asked the residents/,
    )
    expect((await get(question)).body.match(/Accepted answer/g)).toHaveLength(1)
    expect((await asker.post(accepted(question.replace('/questions/', '')))).statusCode).toBe(404)
  })
})

describe('naming an organisation', () => {
  test('tells its leads once, by name in the field or by @slug in the words', async () => {
    const { get, db, asker, owner, askAt } = await threeCouncils()
    const question = await askIn(
      asker,
      askAt,
      'Has @adur-district-council done so? a@adur-district-council',
      {
        organisation: 'Adur District Council',
      },
    )
    expect((await get(question)).body).toContain('href="/organisations/adur-district-council"')
    expect((await get(question)).body).toContain('a@adur-district-council')
    await owner.post(`${question}/answers`, { words: '@adur-district-council knows.' })
    expect(await subjects(db, thirdMail)).toEqual([
      'Leeds City Council names Adur District Council in a question about “Missed bins”',
    ])
  })

  test('is refused of names that nobody has, that cannot answer, and of too many', async () => {
    const { asker, askAt, db } = await threeCouncils()
    const refusals = [
      [{ words, organisation: 'Adur Distrit' }, 'We know no organisation called'],
      [{ words: 'Does @idox know?' }, 'Idox'],
      [{ words, organisation: 'Idox' }, 'cannot answer here'],
    ] as const
    for (const [form, says] of refusals) {
      const { statusCode, body } = await asker.post(askAt, form)
      expect([form, statusCode, body.includes(says)]).toEqual([form, 422, true])
    }
    const slugs = await db
      .selectFrom('organisation')
      .select('slug')
      .where('kind', '=', 'council')
      .limit(7)
      .execute()
    const many = slugs.map(({ slug }) => `@${slug}`).join(' ')
    expect((await asker.post(askAt, { words: many })).body).toContain('Name 5 organisations at most')
    expect((await asker.post(askAt, { words: 'Does @nobody-at-all know?' })).statusCode).toBe(303)
  })
})

describe('changing one’s words', () => {
  test('is for whoever wrote them, for fifteen minutes and until there is an answer', async () => {
    const { get, asker, third, owner, askAt, db, clock, signedIn } = await threeCouncils()
    const question = await askIn(asker, askAt, words)
    const colleague = await signedIn({ of: 'leeds-city-council' })
    for (const other of [colleague, third]) {
      expect((await other.get(`${question}/edit`)).statusCode).toBe(404)
      expect((await other.post(`${question}/edit`, { words: 'Mine' })).statusCode).toBe(404)
    }
    expect((await asker.get(`${question}/edit`)).body).toContain(words)
    await asker.post(`${question}/edit`, { words: 'Better words' })
    expect((await get(question)).body).toContain('Better words')
    expect((await get(question)).body).toContain('changed since')
    await owner.post(`${question}/answers`, { words: 'So.' })
    const [answer] = await answerIdsOf(db, question)
    const edit = `/question-answers/${answer}/edit`
    expect((await owner.get(edit)).body).toContain('So.')
    expect((await asker.post(edit, { words: 'Theirs' })).statusCode).toBe(404)
    expect((await owner.post(edit, { words: 'Or so.' })).statusCode).toBe(303)
    expect((await asker.post(`${question}/edit`, { words: 'Too late' })).statusCode).toBe(409)
    clock.forward(15 * 60_000)
    expect((await owner.post(edit, { words: 'Too late' })).statusCode).toBe(409)
    expect((await get(question)).body).toMatch(/Better words[\s\S]*Or so\./)
  })
})

test('a project that was written here is asked about on its page', async () => {
  const app = await testApp()
  const { db, signedIn, drain, get } = app
  const owner = await signedIn({ of: 'surrey-county-council', role: 'lead', email: ownerMail })
  const asker = await signedIn({ of: 'leeds-city-council' })
  await trust(db, app.clock, 'leeds-city-council')
  const { address } = await publishPlan(app, owner)
  await drain()
  const askAt = /href="(\/questions\/new[^"]+)"/
    .exec((await asker.get(address)).body)![1]!
    .replace('&amp;', '&')
  const question = await askIn(asker, askAt, words)
  expect((await get(address)).body).toContain(words.slice(0, 20))
  expect(await subjects(db, ownerMail)).toEqual(['Leeds City Council asks about “Fewer missed bins”'])
  expect((await get(question)).body).toContain('Fewer missed bins')
})
