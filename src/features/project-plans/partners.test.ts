import { expect, test } from 'vitest'
import { beginPlan, neededParts, publishPlan, saveParts, subjectsTo } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'

const adur = 'Adur District Council'

const requestIn = (html: string) => /\/partner-requests\/[0-9a-f-]{36}/.exec(html)![0]

test('a partner is asked when the project is published, and named as confirmed once its lead says so', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const lead = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const member = await app.signedIn({ of: 'adur-district-council' })
  const stranger = await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
  const { address } = await publishPlan(app, owner, { partners: [adur] })
  await app.drain()

  expect((await app.get(address)).body).toContain('(asked, has not answered yet)')
  expect((await app.get('/projects')).body).not.toContain(`with ${adur}`)
  expect((await app.get('/organisations/adur-district-council')).body).not.toContain(address)
  expect(await subjectsTo(app, lead.email)).toEqual([
    'Leeds City Council names Adur District Council as a partner',
  ])
  expect(await subjectsTo(app, member.email)).toEqual([])

  const mine = (await lead.get('/my')).body
  expect(mine).toContain('Waits for your decision')
  const request = requestIn(mine)
  expect((await stranger.get(request)).statusCode).toBe(404)
  expect((await stranger.post(`${request}/decision`, { answer: 'confirm' })).statusCode).toBe(404)
  const seen = (await member.get(request)).body
  expect(seen).toContain('A lead of Adur District Council answers this')
  expect(seen).not.toContain('Ask to be a lead')
  expect((await member.get('/my')).body).toContain('Waits for a lead of Adur District Council')
  expect((await member.post(`${request}/decision`, { answer: 'confirm' })).statusCode).toBe(403)
  expect((await owner.post(`${request}/decision`, { answer: 'confirm' })).statusCode).toBe(403)
  expect((await app.get(request)).statusCode).toBe(303)

  expect((await lead.post(`${request}/decision`, { answer: 'confirm' })).statusCode).toBe(303)
  await app.drain()
  expect((await app.get(address)).body).toContain('(confirmed)')
  expect((await app.get('/projects')).body).toContain(`with ${adur}`)
  expect((await app.get('/organisations/adur-district-council')).body).toContain(address)
  expect((await app.get('/search?q=fewer+missed+bins+adur')).body).toContain(`with ${adur}`)
  const own = (await lead.get('/my')).body
  expect(own).not.toContain('Waits for your decision')
  expect(own).toContain(`href="${address}"`)
  expect(own).toContain('takes part in a project of Leeds City Council')
  expect((await lead.post(`${request}/decision`, { answer: 'decline' })).statusCode).toBe(409)
})

test('one’s own page lists older projects too, that the organisation led or took part in', async () => {
  const app = await testApp()
  const officer = await app.signedIn({ of: 'leeds-city-council' })
  const { body } = await app.get('/organisations/leeds-city-council')
  const listed = [...new Set(body.match(/\/projects\/[a-z0-9-]+/g))]
  expect(listed).toHaveLength(4)
  const mine = (await officer.get('/my')).body
  expect(listed.filter(address => !mine.includes(`href="${address}"`))).toEqual([])
  expect([mine.split('leads it').length, mine.split('takes part in a project of').length]).toEqual([2, 4])
})

test('quotes in a title are single ones within the subject of a mail', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council', role: 'lead' })
  const officer = await app.signedIn({ of: 'surrey-county-council' })
  const { address } = await publishPlan(app, owner, { form: { title: 'No more "lost" or “late” bins' } })
  await officer.post(`${address}/partners`, {})
  expect(await subjectsTo(app, owner.email)).toEqual([
    'Surrey County Council asks to join “No more ‘lost’ or ‘late’ bins”',
  ])
})

test('the owner hears the answer, and a decline takes the name away', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council', role: 'lead' })
  const lead = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const { address } = await publishPlan(app, owner, { partners: [adur] })
  const request = requestIn((await lead.get('/my')).body)
  await lead.post(`${request}/decision`, { answer: 'decline' })
  expect(await subjectsTo(app, owner.email)).toEqual([
    'Adur District Council does not take part in “Fewer missed bins”',
  ])
  expect((await app.get(address)).body).not.toContain(adur)
})

test('where nobody leads the organisation that was asked, mail, own page and request lead to asking for it', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const member = await app.signedIn({ of: 'adur-district-council' })
  await publishPlan(app, owner, { partners: [adur] })
  const letters = await app.db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', member.email)
    .execute()
  const letter = JSON.stringify(letters)
  expect(letter).toContain('nobody leads Adur District Council on Pipeline yet')
  expect(letter).not.toContain('Confirm or decline')
  const mine = (await member.get('/my')).body
  expect(mine).toContain('Waits for a lead of Adur District Council')
  expect(mine).toContain('nobody leads your organisation here yet')
  expect(mine).not.toContain('Waits for your decision')

  const request = requestIn(mine)
  const { body } = await member.get(request)
  const asking = /\/memberships\/[0-9a-f-]{36}\/lead-request/.exec(body)![0]
  expect(body).toContain('Ask to be a lead')
  await member.post(asking)
  expect((await member.get(request)).body).toContain(
    'You asked to be a lead of Adur District Council on 21 Nov',
  )
  await app.db
    .updateTable('membership')
    .set({ role: 'lead' })
    .where('person_id', '=', member.personId)
    .execute()
  expect((await member.get('/my')).body).toContain('Waits for your decision')
  expect((await member.get(request)).body).toContain('value="confirm"')
})

test('another organisation offers to join, seen by the owner alone until it confirms', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const officer = await app.signedIn({ of: 'surrey-county-council' })
  const { address } = await publishPlan(app, owner)
  expect((await app.get(address)).body).toContain(`href="${address}/partners/new"`)
  expect((await app.get(`${address}/partners/new`)).statusCode).toBe(303)
  expect((await owner.get(address)).body).not.toContain('Ask to join')

  expect((await officer.get(`${address}/partners/new`)).body).toContain('You ask for Surrey County Council')
  await officer.post(`${address}/partners`, { message: 'We can test with two crews.' })
  expect(await subjectsTo(app, owner.email)).toEqual([
    'Surrey County Council asks to join “Fewer missed bins”',
  ])
  expect((await app.get(address)).body).not.toContain('Surrey')
  expect((await officer.get(address)).body).toContain('Surrey County Council has asked already')
  expect((await officer.post(`${address}/partners`, { message: 'Again' })).statusCode).toBe(409)

  const request = requestIn((await owner.get('/my')).body)
  expect((await owner.get(request)).body).toContain('We can test with two crews.')
  expect((await officer.post(`${request}/decision`, { answer: 'confirm' })).statusCode).toBe(403)
  await owner.post(`${request}/decision`, { answer: 'confirm' })
  expect((await app.get(address)).body).toMatch(/Surrey County Council<\/a> \(confirmed\)/)
  expect((await officer.get(address)).body).toContain('Write an update')
})

test('nobody can ask to join after the day until which partners are welcome', async () => {
  const clock = handClock()
  const app = await testApp({ clock })
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const officer = await app.signedIn({ of: 'surrey-county-council' })
  const joining = { partners_welcome_until: '21 November 2026' }
  const { path, address } = await publishPlan(app, owner, { parts: { joining } })
  expect((await app.get(address)).body).toContain('Ask to join')
  clock.forward(86_400_000)
  expect((await app.get(address)).body).not.toContain('Ask to join')
  expect((await officer.post(`${address}/partners`, {})).statusCode).toBe(409)
  const looking = { ...joining, roles_sought: 'Nobody any more', version: '1' }
  expect((await owner.post(`${path}/parts/joining`, looking)).statusCode).toBe(303)
})

test('a partner can leave, and be asked again; the other side is told', async () => {
  const clock = handClock()
  const app = await testApp({ clock })
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const lead = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const member = await app.signedIn({ of: 'adur-district-council' })
  const { address, path } = await publishPlan(app, owner, { partners: [adur] })
  const request = requestIn((await lead.get('/my')).body)
  await lead.post(`${request}/decision`, { answer: 'confirm' })
  expect((await member.get(`${request}/ending`)).statusCode).toBe(404)
  expect((await owner.get(`${request}/ending`)).body).toContain('End the partnership with Adur District')
  expect((await lead.get(request)).body).toContain(`href="${request}/ending"`)
  expect((await lead.get(`${request}/ending`)).body).toContain('Leave this project with Adur District')
  expect((await member.post(`${request}/ending`)).statusCode).toBe(404)
  await lead.post(`${request}/ending`)
  expect((await app.get(address)).body).not.toContain(adur)
  expect(await subjectsTo(app, owner.email)).toContain(
    'Adur District Council no longer takes part in “Fewer missed bins”',
  )
  clock.forward(60_000)
  await owner.post(`${path}/partners`, { organisation: adur })
  expect(await subjectsTo(app, lead.email)).toHaveLength(2)
  expect((await app.get(address)).body).toContain('asked, has not answered yet')
})

test('partners of a project that waits for a curator are asked once it is shown', async () => {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const lead = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const curator = await app.signedIn({ duties: ['curator'] })
  const path = await beginPlan(owner)
  await saveParts(owner, path, neededParts)
  await owner.post(`${path}/partners`, { organisation: adur })
  await owner.post(`${path}/publication`)
  await app.drain()
  expect(await subjectsTo(app, lead.email)).toEqual([])
  await curator.post(`/moderation/cases/project/${path.slice('/plans/'.length)}/release`)
  await app.drain()
  expect(await subjectsTo(app, lead.email)).toHaveLength(1)
  expect((await app.get('/projects/fewer-missed-bins')).body).toContain('asked, has not answered yet')
})
