import { expect, test } from 'vitest'
import { beginPlan, publishPlan } from '#test/planning.ts'
import { testApp } from '#test/support.ts'

const adur = 'Adur District Council'
const words = 'Bring the tractor <script>alert(1)</script>\nfrom May on.'
const shown = 'Bring the tractor &lt;script>alert(1)&lt;/script>'
const personal = 'Ring Jo on 07700 900123.'

const requestIn = (html: string) => /\/partner-requests\/[0-9a-f-]{36}/.exec(html)![0]

async function given() {
  const app = await testApp()
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const colleague = await app.signedIn({ of: 'leeds-city-council' })
  const lead = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const member = await app.signedIn({ of: 'adur-district-council' })
  const stranger = await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
  const curator = await app.signedIn({ duties: ['curator'] })
  const mailsTo = async (email: string) => {
    const rows = await app.db.selectFrom('mail').select('letter').where('recipient', '=', email).execute()
    return rows.map(({ letter }) => JSON.stringify(letter))
  }
  return { app, owner, colleague, lead, member, stranger, curator, mailsTo }
}

test('a line to a partner is read by the two organisations, as it was typed, and by nobody else', async () => {
  const { app, owner, colleague, lead, member, stranger, curator, mailsTo } = await given()
  const { path, address } = await publishPlan(app, owner)
  await owner.post(`${path}/partners`, { organisation: adur, message: words })
  await app.drain()
  const request = requestIn((await lead.get('/my')).body)
  for (const reader of [lead, member, owner, colleague]) {
    const { body } = await reader.get(request)
    expect(body).toContain(shown)
    expect(body).toContain('Leeds City Council writes:')
    expect(body).not.toContain('<script>alert')
  }
  expect((await owner.get(`${path}/partners`)).body).toContain(shown)
  for (const other of [stranger, curator, app.freshBrowser()]) {
    expect((await other.get(request)).body).not.toContain('Bring the tractor')
    expect((await other.get(address)).body).not.toContain('Bring the tractor')
  }
  expect((await lead.get(address)).body).not.toContain('Bring the tractor')
  expect((await app.get('/search?q=tractor')).body).not.toContain(address)
  expect(await mailsTo(lead.email)).toEqual([expect.stringContaining('Bring the tractor <script>')])
  expect(await mailsTo(member.email)).toEqual([])
})

test('a line to a partner waits in a draft, seen by its organisation, until the project is published', async () => {
  const { owner, colleague, lead, mailsTo } = await given()
  const path = await beginPlan(owner)
  await owner.post(`${path}/partners`, { organisation: adur, message: words })
  expect((await colleague.get(`${path}/partners`)).body).toContain(shown)
  expect((await lead.get('/my')).body).not.toContain('/partner-requests/')
  expect(await mailsTo(lead.email)).toEqual([])
})

test('a line that looks personal is shown to who writes it before it is sent, and is then sent all the same', async () => {
  const { app, owner, stranger, lead, mailsTo } = await given()
  const { path, address } = await publishPlan(app, owner)
  const asking = { organisation: adur, message: personal, next: 'onwards' }
  const warned = await owner.post(`${path}/partners`, asking)
  expect(warned.statusCode).toBe(422)
  expect(warned.body).toContain('“07700 900123”: a phone number')
  expect(warned.body).toContain('Look again before you send it')
  expect(warned.body).toContain(`value="${adur}"`)
  expect(await mailsTo(lead.email)).toEqual([])
  expect((await owner.post(`${path}/partners`, { ...asking, seen: 'yes' })).statusCode).toBe(303)
  expect(await mailsTo(lead.email)).toHaveLength(1)

  const offered = await stranger.post(`${address}/partners`, { message: personal })
  expect(offered.statusCode).toBe(422)
  expect(offered.body).toContain('“07700 900123”: a phone number')
  expect(offered.body).toContain(personal)
  expect(await mailsTo(owner.email)).toEqual([])
  await stranger.post(`${address}/partners`, { message: personal, seen: 'yes' })
  expect(await mailsTo(owner.email)).toHaveLength(1)
})

test('a line has a thousand characters at most; of a longer one nothing is sent and nothing lost', async () => {
  const { app, owner, stranger, lead, mailsTo } = await given()
  const { path, address } = await publishPlan(app, owner)
  const long = 'a'.repeat(1001)
  const tries = [
    await owner.post(`${path}/partners`, { organisation: adur, message: long }),
    await stranger.post(`${address}/partners`, { message: long }),
  ]
  for (const { statusCode, body } of tries) {
    expect(statusCode).toBe(422)
    expect(body).toContain('Shorten it to 1,000 characters or fewer')
    expect(body).toContain(long)
  }
  expect([...(await mailsTo(lead.email)), ...(await mailsTo(owner.email))]).toEqual([])
  await owner.post(`${path}/partners`, { organisation: adur, message: long.slice(1) })
  expect(await mailsTo(lead.email)).toHaveLength(1)
})
