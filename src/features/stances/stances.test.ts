import { expect, test } from 'vitest'
import { insertProblem, trust } from '#test/published-problem.ts'
import { testApp } from '#test/support.ts'

async function councils(...slugs: string[]) {
  const app = await testApp()
  await trust(app.db, app.clock, 'leeds-city-council', 'adur-district-council', ...slugs)
  const problem = await insertProblem(app.db, app.clock)
  return { ...app, problem }
}

test('a council says that it has a problem too, and everyone can read how big it is', async () => {
  const { signedIn, get } = await councils()
  const officer = await signedIn({ of: 'leeds-city-council' })
  const form = await officer.get('/problems/missed-bins/stance')
  expect(form.statusCode).toBe(200)
  const saved = await officer.post('/problems/missed-bins/stances', {
    says: 'have-it',
    size: '1000-to-9999',
    affected: 'Flats with shared bins',
    cost: '50k-250k',
    urgency: 'this-year',
    offers: ['share', 'co-fund'],
    note: 'Worst in the city centre.',
    seen: '0',
  })
  expect(saved.headers.location).toBe('/problems/missed-bins/stances/leeds-city-council')
  const list = await get('/problems/missed-bins/stances')
  expect(list.body).toMatch(/Leeds City Council<\/a> has it/)
  expect(list.body).toContain('1,000 to 9,999 people')
  expect(list.body).toContain('would share and co-fund')
  expect(list.body).toContain('1 council has it')
  expect(list.body).toContain('1 would co-fund')
  const own = await get('/problems/missed-bins/stances/leeds-city-council')
  expect(own.body).toContain('Worst in the city centre.')
})
