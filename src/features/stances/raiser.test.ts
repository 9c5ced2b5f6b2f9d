import { expect, test } from 'vitest'
import { trust } from '#test/published-problem.ts'
import { raiseProblem } from '#test/raised-problems.ts'
import { handClock, testApp } from '#test/support.ts'

async function raised({ isTrusted = true } = {}) {
  const clock = handClock()
  const app = await testApp({ clock })
  if (isTrusted) await trust(app.db, clock, 'leeds-city-council')
  const officer = await app.signedIn({ of: 'leeds-city-council' })
  const page = await raiseProblem(officer)
  return { ...app, clock, officer, page }
}

test('who raises a problem has it at once, with what it costs, and asks for no stance of theirs', async () => {
  const { get, officer, page } = await raised()
  const { body } = await officer.get(page)
  expect(body).toContain('1 council has it')
  expect(body).toMatch(/Leeds City Council<\/a> has it, confirmed 21 November 2026/)
  expect(body).not.toContain('We have this too')
  expect((await get(`${page}/stances`)).body).toContain('£50,000 to £250,000 a year')
})

test('who raises their first problem reads that they have it while it waits for a curator', async () => {
  const { get, officer, page } = await raised({ isTrusted: false })
  expect((await get(page)).statusCode).toBe(404)
  const { body } = await officer.get(page)
  expect(body).toContain('This waits for a curator')
  expect(body).toContain('1 council has it')
})

test('who solves their problem fixed it, with how, and others go on having it', async () => {
  const { get, signedIn, officer, page, db, clock, drain } = await raised()
  await trust(db, clock, 'adur-district-council')
  const adur = await signedIn({ of: 'adur-district-council' })
  await adur.post(`${page}/stances`, { says: 'have-it', seen: '0' })
  await officer.post(`${page}/stances`, { says: 'have-it', urgency: 'now', size: '100-to-999', seen: '1' })
  const form = (await officer.get(`${page}/solution`)).body
  expect(form).toMatch(/name="also"[^>]*checked/)
  expect(form).toContain('Say also that Leeds City Council fixed it')
  expect((await officer.get(`${page}/withdrawal`)).body).not.toContain('name="also"')
  expect((await officer.post(`${page}/solution`, { note: '', also: 'yes' })).statusCode).toBe(422)
  await officer.post(`${page}/solution`, { note: 'Crews press a button now.', also: 'yes' })
  const { body } = await get(page)
  expect(body).toContain('1 council has it')
  expect(body).toContain('1 fixed it')
  const own = (await get(`${page}/stances/leeds-city-council`)).body
  expect(own).toContain('Crews press a button now.')
  expect(own).toContain('100 to 999 people')
  await drain()
  const mails = await db.selectFrom('mail').select('recipient').where('about', '=', 'stance').execute()
  expect(mails).not.toContainEqual({ recipient: expect.stringContaining('leeds') })
})

test('who solves it and takes the tick away is left as they were; who had said how they fixed it keeps that', async () => {
  const { get, officer, page } = await raised()
  expect((await officer.post(`${page}/solution`, { note: 'Others fixed it.' })).headers.location).toBe(page)
  expect((await get(page)).body).toContain('1 council has it')
  await officer.post(`${page}/publication`)
  await officer.post(`${page}/stances`, { says: 'fixed-it', how: 'With sensors.', seen: '1' })
  await officer.post(`${page}/solution`, { note: 'Crews press a button now.', also: 'yes' })
  expect((await get(`${page}/stances`)).body).toContain('With sensors.')
})

test('how it was solved is told in the stance as far as there is room', async () => {
  const { get, officer, page } = await raised()
  const note = 'We asked every crew. '.repeat(100).trim()
  await officer.post(`${page}/solution`, { note, also: 'yes' })
  const { body } = await get(`${page}/stances`)
  expect(body).toContain('We asked every crew.')
  expect(body).toContain(' …')
  expect(body).not.toContain(note)
})
