import { expect, test } from 'vitest'
import { testApp } from './support.ts'

test('a page that does not exist says so and what to do', async () => {
  const { get } = await testApp()
  const answer = await get('/no-such-page')
  expect(answer.statusCode).toBe(404)
  expect(answer.body).toContain('Page not found')
})

test('an address in absolute form, or one that begins with two slashes, is refused', async () => {
  const { get } = await testApp()
  expect((await get('//evil.example/')).statusCode).toBe(400)
})

test('a badly encoded address is answered with a page, not an error of ours', async () => {
  const { get } = await testApp()
  const answer = await get('/%ff%')
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('was not understood')
})
