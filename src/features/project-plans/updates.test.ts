import { expect, test } from 'vitest'
import { beginPlan, neededParts, publishPlan, saveParts, trust } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'

const updateIn = (html: string) => /\/projects\/fewer-missed-bins\/updates\/[0-9a-f-]{36}/.exec(html)![0]

test('the owner writes updates in Markdown, newest first, and they are found', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const { address } = await publishPlan(app, owner)
  await owner.post(`${address}/updates`, { text: 'We met *three* crews.', said_on: '1 November 2026' })
  await owner.post(`${address}/updates`, { text: '# Findings\n\n- Routes change daily', said_on: '' })
  await app.drain()
  const { body } = await app.get(address)
  expect(body).toMatch(/<h4[^>]*>Findings<\/h4>[\s\S]*<li>Routes change daily[\s\S]*<em>three<\/em>/)
  expect(body).toContain('<time datetime="2026-11-21">')
  expect((await app.get('/search?q=routes+change+daily')).body).toContain(address)
})

test('an update holds no script, no picture and no tag, whatever is typed', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const { address } = await publishPlan(app, owner)
  const text =
    '<script>alert(1)</script> [x](javascript:alert(1)) ![p](https://a.example/x.png) <img src=x onerror=alert(1)>'
  await owner.post(`${address}/updates`, { text })
  const { body } = await app.get(address)
  expect(body).not.toMatch(/<script>|href="javascript|<img/)
  expect(body).toContain('&lt;script>alert(1)')
  expect(body).toContain('href="https://a.example/x.png"')
})

test('a confirmed partner writes updates, and nobody else does', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const partner = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const stranger = await app.signedIn({ of: 'surrey-county-council', role: 'lead', duties: ['curator'] })
  await trust(app, partner)
  const { address } = await publishPlan(app, owner, { partners: ['Adur District Council'] })
  const form = { text: 'We tried it.' }
  for (const other of [partner, stranger]) {
    expect((await other.get(`${address}/updates/new`)).statusCode).toBe(404)
    expect((await other.post(`${address}/updates`, form)).statusCode).toBe(404)
  }
  expect((await app.get(`${address}/updates/new`)).statusCode).toBe(303)
  const request = /\/partner-requests\/[0-9a-f-]{36}/.exec((await partner.get('/my')).body)![0]
  await partner.post(`${request}/decision`, { answer: 'confirm' })
  expect((await partner.post(`${address}/updates`, form)).statusCode).toBe(303)
  expect((await partner.get(address)).body).toContain('We tried it.')
})

test('the first update of a partner waits for a curator, like every first post', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const partner = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const curator = await app.signedIn({ duties: ['curator'] })
  const { address } = await publishPlan(app, owner, { partners: ['Adur District Council'] })
  const request = /\/partner-requests\/[0-9a-f-]{36}/.exec((await partner.get('/my')).body)![0]
  await partner.post(`${request}/decision`, { answer: 'confirm' })
  const readFirst = 'A curator reads this before anyone else sees it'
  expect((await partner.get(`${address}/updates/new`)).body).toContain(readFirst)
  expect((await owner.get(`${address}/updates/new`)).body).not.toContain(readFirst)
  const sent = await partner.post(`${address}/updates`, { text: 'We tried it.' })
  const update = String(sent.headers.location)
  expect((await app.get(address)).body).not.toContain('We tried it.')
  expect((await partner.get(update)).body).toContain('waits for a curator')
  expect((await app.get(update)).statusCode).toBe(404)
  await curator.post(`/moderation/cases/project-update/${update.split('/').at(-1)}/release`)
  await app.drain()
  expect((await app.get(address)).body).toContain('We tried it.')
  expect((await app.get('/search?q=fewer+bins+tried')).body).toContain(address)
})

test('an update is changed with a trace, and withdrawn without its words', async () => {
  const clock = handClock()
  const app = await testApp({ clock })
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const stranger = await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
  const { address } = await publishPlan(app, owner)
  await owner.post(`${address}/updates`, { text: 'We met three crews.' })
  const update = updateIn((await app.get(address)).body)
  expect((await stranger.get(`${update}/text`)).statusCode).toBe(404)
  expect((await stranger.post(`${update}/text`, { text: 'x' })).statusCode).toBe(404)
  expect((await stranger.post(`${update}/withdrawal`)).statusCode).toBe(404)

  clock.forward(86_400_000)
  await owner.post(`${update}/text`, { text: 'We met four crews.', said_on: '21 November 2026' })
  expect((await app.get(address)).body).toContain('changed on 22 November 2026')
  const { body } = await app.get(update)
  expect(body).toContain('How it changed')
  expect(body).toMatch(/<del>.*three.*<\/del>/)

  expect((await stranger.get(`${update}/withdrawal`)).statusCode).toBe(404)
  expect((await owner.get(update)).body).toContain(`href="${update}/withdrawal"`)
  expect((await owner.get(`${update}/withdrawal`)).body).toContain('Withdraw the update of 21 November 2026?')
  expect((await app.get(address)).body).toContain('four crews')
  await owner.post(`${update}/withdrawal`)
  await app.drain()
  for (const place of [address, update]) {
    const { body } = await app.get(place)
    expect(body).toContain('Leeds City Council withdrew this update on 22 November 2026')
    expect(body).not.toContain('four crews')
  }
  expect((await app.get('/search?q=four+crews')).body).not.toContain(address)
})

test('an update is of today or of a day before', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const { address } = await publishPlan(app, owner)
  const tomorrow = { text: 'We will have met.', said_on: '22 November 2026' }
  const message = 'Write today or a day before'
  expect((await owner.post(`${address}/updates`, tomorrow)).body).toContain(message)
  expect((await app.get(address)).body).not.toContain('We will have met')
  await owner.post(`${address}/updates`, { ...tomorrow, said_on: '21 November 2026' })
  const update = updateIn((await app.get(address)).body)
  const moved = await owner.post(`${update}/text`, tomorrow)
  expect([moved.statusCode, moved.body.includes(message)]).toEqual([422, true])
})

test('what looks personal in an update is shown to its writer first', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const { address } = await publishPlan(app, owner)
  const text = 'Call Jo on 020 7946 0000.'
  const warned = await owner.post(`${address}/updates`, { text })
  expect(warned.statusCode).toBe(422)
  expect(warned.body).toContain('Publish it all the same')
  expect((await app.get(address)).body).not.toContain('7946')
  expect((await owner.post(`${address}/updates`, { text, seen: 'yes' })).statusCode).toBe(303)
})

test('there are no updates before there is a project to read', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const path = await beginPlan(owner)
  await saveParts(owner, path, neededParts)
  expect((await owner.post('/projects/fewer-missed-bins/updates', { text: 'x' })).statusCode).toBe(404)
  const imported = '/projects/visualising-failure-in-waste-services'
  expect((await owner.post(`${imported}/updates`, { text: 'x' })).statusCode).toBe(404)
})
