import { describe, expect, test } from 'vitest'
import { draftAgreement } from '#test/agreeing.ts'
import { collaborate } from '#test/collaborating.ts'
import type { App, Officer } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'

const asking = { title: 'Two depots', way: 'vote', answer_by: '15 January 2027', visibility: 'partners' }

/** What two leads of a partner send at the same moment: one that it leaves, the other something else; the other's answer. */
async function besideLeaving(
  app: App,
  { path, partner }: { path: string; partner: Officer },
  rest: string,
  form: Record<string, string>,
) {
  const other = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const [left, answer] = await Promise.all([
    partner.post(`${path}/leaving`),
    other.post(`${path}${rest}`, form),
  ])
  expect(left.statusCode).toBe(303)
  return answer
}

describe('an organisation that has left', () => {
  test.each([
    ['/decisions', asking],
    ['/succession', { title: 'Product owner' }],
    ['/links', { title: 'Our board', href: 'https://boards.example', visibility: 'partners' }],
    ['/roles', { roles: 'tests' }],
    ['/agreement', {}],
    ['/health/pause', { paused: 'yes' }],
  ])('does nothing more in it, also in the same moment: %s', async (rest, form) => {
    const app = await testApp()
    const answer = await besideLeaving(app, await collaborate(app), rest, form)
    expect([answer.statusCode, answer.body.includes('is no longer in this collaboration')]).toEqual([
      409,
      true,
    ])
  })

  test('does not answer any more, and no agreement is fixed in its name', async () => {
    const app = await testApp()
    const made = await collaborate(app)
    const { path, owner, partner } = made
    await owner.post(`${path}/decisions`, asking)
    expect((await besideLeaving(app, made, '/decisions/1/answers', { answer: 'for' })).statusCode).toBe(409)

    await owner.post(`${path}/partners`, { organisation: partner.organisationId! })
    await partner.post(`${path}/joining`, { answer: 'join' })
    await draftAgreement(owner, path)
    const { body } = await owner.get(`${path}/agreement/draft`)
    const seen = /name="seen" value="(\w+)"/.exec(body)![1]!
    const [, fixed] = await Promise.all([
      partner.post(`${path}/leaving`),
      owner.post(`${path}/agreement/versions`, { seen }),
    ])
    expect(fixed.statusCode).toBe(409)
  })

  test('with the project, and comes back to it, joins by the yes of a lead of its own', async () => {
    const clock = handClock()
    const app = await testApp({ clock })
    const { address, path, owner, partner, requestPath } = await collaborate(app)
    const member = await app.signedIn({ of: 'adur-district-council' })
    expect((await member.get(path)).statusCode).toBe(200)
    clock.forward(60_000)
    expect((await partner.post(`${requestPath}/ending`)).statusCode).toBe(303)
    clock.forward(60_000)
    expect((await member.post(`${address}/partners`, { message: '' })).statusCode).toBe(303)
    expect((await owner.post(`${requestPath}/decision`, { answer: 'confirm' })).statusCode).toBe(303)
    expect((await member.get(path)).statusCode).toBe(404)
    expect((await owner.get(`${path}/partners`)).body).toContain('Adur District Council')

    clock.forward(60_000)
    await owner.post(`${path}/partners`, { organisation: partner.organisationId! })
    expect((await partner.post(`${path}/joining`, { answer: 'join' })).statusCode).toBe(303)
    expect((await member.get(path)).statusCode).toBe(200)
  })
})
