import { expect, test } from 'vitest'
import { testApp } from '#test/support.ts'

test('a draft is begun', async () => {
  const { signedIn } = await testApp()
  const officer = await signedIn({ of: 'leeds-city-council' })
  expect((await officer.get('/problems/new?problem=Missed')).body).toContain('Missed')
  const answer = await officer.post('/problems', { title: 'Missed bins', happens: 'Bins are missed.' })
  console.log(answer.statusCode, answer.headers.location)
  const at = String(answer.headers.location)
  const step = await officer.get(at)
  expect(step.statusCode).toBe(200)
  const base = at.replace('/parts/affected', '')
  for (const p of [
    '',
    '/parts/what-happens',
    '/parts/evidence',
    '/parts/cost',
    '/parts/tried',
    '/parts/service',
    '/parts/outcome',
    '/parts/visibility',
    '/similar',
    '/publication',
    '/removal',
    '/readers',
  ]) {
    const r = await officer.get(base + p)
    console.log(p, r.statusCode, r.body.length)
  }
})
