import { expect, test } from 'vitest'
import { publishPlan, trust } from '#test/planning.ts'
import { draftProblem, raiseProblem } from '#test/raised-problems.ts'
import { testApp } from '#test/support.ts'

test('the comparison finds what was published for some too, for those who may see it and for no others', async () => {
  const app = await testApp()
  const surrey = await app.signedIn({ of: 'surrey-county-council' })
  await trust(app, surrey)
  const forSector = await raiseProblem(surrey, { visibility: { visibility: 'public-sector' } })
  const forItself = await raiseProblem(surrey, { visibility: { visibility: 'partners' } })
  const { address } = await publishPlan(app, surrey, {
    form: { title: 'See why a bin was missed' },
    parts: {
      why: { why: 'Residents ring because their bin was not emptied, and we cannot see what the crew did.' },
      visibility: { visibility: 'public-sector' },
    },
  })
  await app.drain()

  const leeds = await app.signedIn({ of: 'leeds-city-council' })
  const draft = await draftProblem(leeds)
  const { body } = await leeds.get(`${draft}/similar`)
  const rows = body.split('<article').slice(1)
  const ofSector = rows.find(row => row.includes(`href="${forSector}"`))!
  expect(ofSector).toContain('Public sector only')
  expect(ofSector).toContain('Very close')
  expect(ofSector).toContain(`href="${forSector}/stance"`)
  expect(ofSector).toMatch(/Your words “.*<mark.*” met “.*<mark/)
  const ofProject = rows.find(row => row.includes(`href="${address}"`))!
  expect(ofProject).toContain('Public sector only')
  expect(rows.length).toBeLessThanOrEqual(5)
  expect(body).not.toContain(forItself)

  const { slug } = await app.db
    .selectFrom('organisation')
    .select('slug')
    .where('kind', 'in', ['charity', 'network'])
    .limit(1)
    .executeTakeFirstOrThrow()
  const network = await app.signedIn({ of: slug })
  const theirs = (await network.get(`${await draftProblem(network)}/similar`)).body
  expect(theirs).toContain('Has someone said this already?')
  for (const closed of [forSector, forItself, address]) expect(theirs).not.toContain(`href="${closed}"`)
})

test('what was published for some is left out where it is about something else', async () => {
  const app = await testApp()
  const surrey = await app.signedIn({ of: 'surrey-county-council' })
  await trust(app, surrey)
  const page = await raiseProblem(surrey, {
    'what-happens': {
      title: 'Planning officers retype conditions',
      happens: 'Each condition of a decision notice is typed by hand into a second system.',
    },
    visibility: { visibility: 'public-sector' },
  })
  const leeds = await app.signedIn({ of: 'leeds-city-council' })
  expect((await leeds.get(page)).statusCode).toBe(200)
  expect((await leeds.get(`${await draftProblem(leeds)}/similar`)).body).not.toContain(page)
})
