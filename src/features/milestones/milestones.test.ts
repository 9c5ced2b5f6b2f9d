import { expect, test } from 'vitest'
import { publishPlan } from '#test/planning.ts'
import { testApp } from '#test/support.ts'

const idIn = (html: string) => /milestones\/([0-9a-f-]{36})"/.exec(html)![1]!

test('the owner adds, changes and takes out milestones, and everyone reads them on the project', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const { address } = await publishPlan(app, owner)
  const title = 'Prototype tested with three crews'
  const added = await owner.post(`${address}/milestones`, { title, due_on: '31 March 2027' })
  expect(added.statusCode).toBe(303)
  expect((await app.get(address)).body).toMatch(
    /Milestones[\s\S]*Prototype tested[\s\S]*Due on 31 March 2027/,
  )

  const id = idIn((await owner.get(`${address}/milestones`)).body)
  const form = { title, due_on: '31 March 2027', done_on: '20 November 2026' }
  expect((await owner.post(`${address}/milestones/${id}`, form)).statusCode).toBe(303)
  expect((await app.get(address)).body).toContain('Done on 20 November 2026')

  await owner.post(`${address}/milestones/${id}/removal`)
  expect((await app.get(address)).body).not.toContain('Prototype tested')
  expect((await owner.get(`${address}/milestones/${id}`)).statusCode).toBe(404)
})

test('nobody but the owner looks after milestones', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const partner = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const stranger = await app.signedIn({ of: 'surrey-county-council', role: 'lead', duties: ['curator'] })
  const { address } = await publishPlan(app, owner, { partners: ['Adur District Council'] })
  const request = /\/partner-requests\/[0-9a-f-]{36}/.exec((await partner.get('/my')).body)![0]
  await partner.post(`${request}/decision`, { answer: 'confirm' })
  await owner.post(`${address}/milestones`, { title: 'Ours' })
  const id = idIn((await owner.get(`${address}/milestones`)).body)
  for (const other of [partner, stranger]) {
    expect((await other.get(`${address}/milestones`)).statusCode).toBe(404)
    expect((await other.get(`${address}/milestones/${id}`)).statusCode).toBe(404)
    expect((await other.post(`${address}/milestones`, { title: 'Theirs' })).statusCode).toBe(404)
    expect((await other.post(`${address}/milestones/${id}`, { title: 'Theirs' })).statusCode).toBe(404)
    expect((await other.post(`${address}/milestones/${id}/removal`)).statusCode).toBe(404)
  }
  expect((await app.get(`${address}/milestones`)).statusCode).toBe(303)
})

test('a milestone without a title, done tomorrow or with a telephone number is refused in words', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const { address } = await publishPlan(app, owner)
  const send = (form: Record<string, string>) => owner.post(`${address}/milestones`, form)
  expect((await send({ title: '' })).body).toContain('Write what is to be done')
  expect((await send({ title: 'x', done_on: '1 December 2026' })).body).toContain(
    'Write today or a day before',
  )
  const personal = { title: 'Ring Jo on 020 7946 0000' }
  expect((await send(personal)).body).toContain('Keep it all the same')
  expect((await app.get(address)).body).not.toContain('7946')
  expect((await send({ ...personal, seen: 'yes' })).statusCode).toBe(303)
})
