import { describe, expect, test } from 'vitest'
import type { Visibility } from '#features/accounts/index.ts'
import { insertOpportunity } from '#test/made-opportunity.ts'
import { insertProblem, trust } from '#test/published-problem.ts'
import { answerIdsOf, askIn, questionMailTo } from '#test/questioning.ts'
import { raiseProblem } from '#test/raised-problems.ts'
import { handClock, testApp } from '#test/support.ts'

const words = 'How did you count the bins that were missed?'

async function councils({
  visibility,
  trusts = ['leeds-city-council', 'surrey-county-council'],
}: {
  visibility?: Visibility
  trusts?: string[]
} = {}) {
  const clock = handClock()
  const app = await testApp({ clock })
  const { db, signedIn } = app
  if (trusts.length > 0) await trust(db, clock, ...trusts)
  const problem = await insertProblem(db, clock, { visibility })
  const owner = await signedIn({ of: 'surrey-county-council', role: 'lead', email: 'o@surrey.example' })
  const asker = await signedIn({ of: 'leeds-city-council', email: 'a@leeds.example' })
  const third = await signedIn({ of: 'adur-district-council', role: 'lead', email: 't@adur.example' })
  const curator = await signedIn({ duties: ['curator'], email: 'c@pipeline.example' })
  return {
    ...app,
    clock,
    problem,
    owner,
    asker,
    third,
    curator,
    askAt: `/questions/new?of=problem&id=${problem.id}`,
    page: `/problems/${problem.slug}`,
  }
}

const casePath = (kind: string, id: string) => `/moderation/cases/${kind}/${id.replace('/questions/', '')}`
const mails = async (...given: Parameters<typeof questionMailTo>) => (await questionMailTo(...given)).length

describe('moderation', () => {
  test('reads the first question of an organisation before anybody hears of it', async () => {
    const { get, db, owner, asker, third, curator, askAt, page, drain } = await councils({ trusts: [] })
    expect((await asker.get(askAt)).body).toContain('A curator reads this before')
    const question = await askIn(asker, askAt, `${words} @adur-district-council`)
    for (const one of [owner, third]) expect((await one.get(question)).statusCode).toBe(404)
    expect((await get(page)).body).not.toContain('How did you count')
    expect((await asker.get(question)).body).toContain('This waits for a curator')
    expect((await owner.post(`${question}/answers`, { words: 'So.' })).statusCode).toBe(404)
    await drain()
    expect([await mails(db, 'o@surrey.example'), await mails(db, 't@adur.example')]).toEqual([0, 0])
    expect((await curator.post(`${casePath('question', question)}/release`, {})).statusCode).toBe(303)
    await drain()
    expect([await mails(db, 'o@surrey.example'), await mails(db, 't@adur.example')]).toEqual([1, 1])
    expect((await get(page)).body).toContain('How did you count')
  })

  test('reads the first answer of an organisation too', async () => {
    const { get, db, owner, asker, curator, askAt, drain } = await councils({
      trusts: ['leeds-city-council'],
    })
    const question = await askIn(asker, askAt, words)
    await owner.post(`${question}/answers`, { words: 'By the log.' })
    const [answer] = await answerIdsOf(db, question)
    expect((await get(question)).body).not.toContain('By the log.')
    expect((await asker.post(`/question-answers/${answer}/acceptance`)).statusCode).toBe(404)
    expect(await mails(db, 'a@leeds.example')).toBe(0)
    await curator.post(`${casePath('question-answer', answer!)}/release`, {})
    await drain()
    expect(await mails(db, 'a@leeds.example')).toBe(1)
    expect((await get(question)).body).toContain('By the log.')
  })

  test('takes down what was reported, and says why in its place', async () => {
    const { get, db, owner, asker, curator, askAt, page, freshBrowser } = await councils()
    const question = await askIn(asker, askAt, words)
    await owner.post(`${question}/answers`, { words: 'By the log.' })
    const [answer] = await answerIdsOf(db, question)
    const reporter = freshBrowser()
    const report = await reporter.get(`/report?kind=question-answer&id=${answer}`)
    expect([report.statusCode, report.body.includes('Surrey County Council answers')]).toEqual([200, true])
    const id = question.replace('/questions/', '')
    expect((await reporter.get(`/report?kind=question&id=${id}`)).statusCode).toBe(200)
    const withheld = { withholding: 'It names a resident.' }
    await curator.post(`${casePath('question-answer', answer!)}/withholding`, withheld)
    expect((await get(page)).body).not.toContain('By the log.')
    expect((await get(page)).body).toContain('It names a resident.')
    await curator.post(`${casePath('question', question)}/withholding`, withheld)
    expect((await get(page)).body).not.toContain(words)
    expect((await asker.get(question)).body).toContain('It names a resident.')
  })
})

describe('who sees what', () => {
  test('follows what the question is about', async () => {
    const { get, owner, third, askAt, db } = await councils({ visibility: 'partners' })
    expect((await third.get(askAt)).statusCode).toBe(404)
    expect((await third.post(askAt, { words })).statusCode).toBe(404)
    const question = await askIn(owner, askAt, words)
    expect((await owner.get(question)).statusCode).toBe(200)
    for (const one of [third.get, get]) expect((await one(question)).statusCode).toBe(404)
    expect((await third.post(`${question}/answers`, { words: 'So.' })).statusCode).toBe(404)
    const called = await owner.post(askAt, { words: 'Does @adur-district-council?' })
    expect([called.statusCode, called.body.includes('Adur District Council cannot answer here')]).toEqual([
      422,
      true,
    ])
    expect(await mails(db, 't@adur.example')).toBe(0)
  })

  test('nobody asks about what was withdrawn, and what was asked stays', async () => {
    const { get, db, owner, asker, askAt, page, problem } = await councils()
    const question = await askIn(asker, askAt, words)
    await owner.post(`${page}/withdrawal`, { reason: 'It is over.' })
    await db
      .updateTable('problem')
      .set({ state: 'withdrawn', closed_at: new Date(), closing_note: 'Over.' })
      .where('id', '=', problem.id)
      .execute()
    expect((await asker.post(askAt, { words })).statusCode).toBe(403)
    expect((await owner.post(`${question}/answers`, { words: 'So.' })).statusCode).toBe(403)
    expect((await get(question)).body).toContain(words)
    expect((await get(page)).body).not.toContain('Ask a question')
  })
})

test('suppliers ask and answer where a call is open, told apart, and nowhere else', async () => {
  const { get, db, clock, signedIn, askAt, asker, curator, third } = await councils()
  await trust(db, clock, 'idox')
  const supplier = await signedIn({ of: 'idox', role: 'lead', email: 's@idox.example' })
  expect((await supplier.post(askAt, { words })).statusCode).toBe(403)
  expect((await supplier.get(askAt)).body).toContain('cannot ask or answer here')
  const onProblem = await askIn(asker, askAt, words)
  expect((await supplier.post(`${onProblem}/answers`, { words: 'Buy ours.' })).statusCode).toBe(403)

  const need = await insertOpportunity(db, clock, 'published')
  const { id } = await db.selectFrom('opportunity').select('id').executeTakeFirstOrThrow()
  const askNeed = `/questions/new?of=opportunity&id=${id}`
  const question = await askIn(supplier, askNeed, 'Which data is there? @adur-district-council')
  expect((await get(need)).body).toMatch(/Which data is there\?[\s\S]*Supplier/)
  expect([await mails(db, 'c@pipeline.example'), await mails(db, 't@adur.example')]).toEqual([1, 0])
  expect((await asker.post(`${question}/answers`, { words: 'The log.' })).statusCode).toBe(303)
  expect(await mails(db, 's@idox.example')).toBe(1)
  const [answer] = await answerIdsOf(db, question)
  expect((await third.post(`/question-answers/${answer}/acceptance`)).statusCode).toBe(403)
  expect((await supplier.post(`/question-answers/${answer}/acceptance`)).statusCode).toBe(303)
  await db.updateTable('partner_call').set({ ended_at: clock.now() }).execute()
  expect((await supplier.post(askNeed, { words })).statusCode).toBe(403)
  expect((await asker.post(askNeed, { words })).statusCode).toBe(303)
  expect((await curator.get(question)).body).toContain('The log.')
})

test('who watches the thing hears of a question and of an answer that was accepted', async () => {
  const { db, asker, owner, third, drain } = await councils()
  const path = await raiseProblem(owner)
  await drain()
  await third.post('/subscriptions/new', {
    about: path,
    title: 'Bins',
    level: 'everything',
    frequency: 'daily',
  })
  expect(await db.selectFrom('subscription').select('id').execute()).toHaveLength(1)
  const { id } = await db
    .selectFrom('problem')
    .select('id')
    .where('slug', '=', path.replace('/problems/', ''))
    .executeTakeFirstOrThrow()
  const question = await askIn(asker, `/questions/new?of=problem&id=${id}`, words)
  await owner.post(`${question}/answers`, { words: 'By the log.' })
  const [answer] = await answerIdsOf(db, question)
  await asker.post(`/question-answers/${answer}/acceptance`)
  await drain()
  const heard = await db
    .selectFrom('notification')
    .select('happening')
    .where('subject_id', '=', id)
    .where('happening', 'like', 'question.%')
    .execute()
  expect(heard.map(({ happening }) => happening).toSorted()).toEqual([
    'question.accepted',
    'question.answered',
    'question.asked',
  ])
})
