import { expect, test } from 'vitest'
import { trust } from '#test/published-problem.ts'
import { raiseProblem } from '#test/raised-problems.ts'
import { handClock, testApp } from '#test/support.ts'

const haveIt = { says: 'have-it', seen: '0' }

/** Leeds has raised a problem, and Adur has it too. */
async function sharedProblem(visibility = 'public') {
  const clock = handClock()
  const app = await testApp({ clock })
  await trust(app.db, clock, 'leeds-city-council', 'adur-district-council', 'surrey-county-council')
  const leeds = await app.signedIn({ of: 'leeds-city-council', email: 'sam@leeds.example' })
  const adur = await app.signedIn({ of: 'adur-district-council', email: 'jo@adur.example' })
  const page = await raiseProblem(leeds, { visibility: { visibility } })
  await adur.post(`${page}/stances`, haveIt)
  await app.drain()
  const mailTo = async (address: string) => {
    await app.drain()
    const rows = await app.db
      .selectFrom('mail')
      .select('letter')
      .where('recipient', '=', address)
      .where('about', '=', 'stance')
      .orderBy('id')
      .execute()
    return rows.map(({ letter }) => JSON.stringify(letter))
  }
  return { ...app, leeds, adur, page, mailTo }
}

test('who has a problem hears that it was withdrawn, once, and keeps it on their page', async () => {
  const { leeds, adur, page, mailTo, get } = await sharedProblem()
  await leeds.post(`${page}/withdrawal`, { note: 'It was a duplicate.' })
  const [letter, ...more] = await mailTo('jo@adur.example')
  expect(more).toEqual([])
  expect(letter).toContain('Withdrawn: Nobody sees why a bin was missed')
  expect(letter).toContain('You had said that Adur District Council has it.')
  expect((await mailTo('sam@leeds.example')).filter(mail => mail.includes('Withdrawn'))).toEqual([])
  const own = (await adur.get('/my')).body
  expect(own).toContain('has it · confirmed on 21 November 2026 · the problem was withdrawn')
  expect(own).not.toContain('>Confirm where you stand<')
  for (const path of [page, `${page}/stances`]) {
    const { body } = await get(path)
    expect(body).toContain('nobody is counted')
    expect(body).not.toContain('2 councils have it')
  }
})

test('who has a problem hears that it was solved; who does not have it, or took it back, hears nothing', async () => {
  const { leeds, signedIn, page, mailTo } = await sharedProblem()
  const surrey = await signedIn({ of: 'surrey-county-council', email: 'al@surrey.example' })
  await surrey.post(`${page}/stances`, { says: 'do-not-have-it', seen: '0' })
  await leeds.post(`${page}/solution`, { note: 'Crews press a button now.' })
  const [letter] = await mailTo('jo@adur.example')
  expect(letter).toContain('Solved: Nobody sees why a bin was missed')
  expect(letter).toContain('See how it was solved')
  expect(await mailTo('al@surrey.example')).toEqual([])
})

test('a problem that was opened again before the mail went out is no news', async () => {
  const { leeds, page, mailTo } = await sharedProblem()
  await leeds.post(`${page}/withdrawal`, { note: 'By mistake.' })
  await leeds.post(`${page}/publication`)
  expect(await mailTo('jo@adur.example')).toEqual([])
})

test('nobody hears of a problem that they may not see any more', async () => {
  const { leeds, adur, db, page, mailTo } = await sharedProblem('public-sector')
  const { organisationId } = adur
  await db.updateTable('organisation').set({ kind: 'supplier' }).where('id', '=', organisationId!).execute()
  await leeds.post(`${page}/withdrawal`, { note: 'It was a duplicate.' })
  expect(await mailTo('jo@adur.example')).toEqual([])
})

test('the problem’s page says of one’s own stance that it waits for a curator, and who reads the page does not see it', async () => {
  const { signedIn, get, page } = await sharedProblem()
  const kirklees = await signedIn({ of: 'kirklees-council' })
  await kirklees.post(`${page}/stances`, haveIt)
  const own = (await kirklees.get(page)).body
  expect(own).toMatch(/Kirklees[^<]*<\/a> has it, confirmed 21 November 2026\. It waits for a curator/)
  expect(own).toContain('2 councils have it')
  const { body } = await get(page)
  expect(body).not.toContain('Kirklees')
  expect(body).not.toContain('waits for a curator')
})
