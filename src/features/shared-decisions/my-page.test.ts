import { expect, test } from 'vitest'
import { collaborate } from '#test/collaborating.ts'
import { handClock, testApp } from '#test/support.ts'

test('a decision closes soon on one’s own page until its day is over, and waits there until it is closed', async () => {
  const clock = handClock()
  const app = await testApp({ clock })
  const { path, owner, partner } = await collaborate(app)
  const asking = {
    title: 'Test in two depots',
    way: 'consent',
    answer_by: '28 November 2026',
    visibility: 'partners',
  }
  expect((await owner.post(`${path}/decisions`, asking)).statusCode).toBe(303)
  expect((await partner.get('/my')).body).toContain('answers close')
  clock.set('2026-11-29T09:00:00Z')
  const { body } = await partner.get('/my')
  expect(body).not.toContain('answers close')
  expect(body).toContain('Partners ask you to decide')
})
