import { expect, test } from 'vitest'
import { tellAtOnce } from '#features/subscriptions/schedules.ts'
import { type App, publishPlan } from '#test/planning.ts'
import { handClock, silentLog, testApp } from '#test/support.ts'
import { site as wholeSite } from '../../features.ts'

/** A project of Leeds with Adur as partner, of which an officer of Surrey wants to hear everything. */
async function watched() {
  const clock = handClock()
  const app = await testApp({ clock })
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const partner = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  const reader = await app.signedIn({ of: 'surrey-county-council' })
  const curator = await app.signedIn({ duties: ['curator'] })
  const { address } = await publishPlan(app, owner, { partners: ['Adur District Council'] })
  const [request] = /\/partner-requests\/[0-9a-f-]{36}/.exec((await partner.get('/my')).body)!
  await partner.post(`${request}/decision`, { answer: 'confirm' })
  await app.drain()
  clock.forward(60_000)
  const wishes = { about: address, title: 'Bins', level: 'everything', frequency: 'at-once' }
  expect((await reader.post('/subscriptions/new', wishes)).statusCode).toBe(303)
  return { ...app, clock, owner, partner, curator, address }
}

/** What mail has told, after the next of what people want at once. */
async function told({ db, clock, config, drain }: App & { clock: ReturnType<typeof handClock> }) {
  await drain()
  clock.forward(10 * 60_000)
  const context = { db, clock, config, site: wholeSite, log: silentLog }
  await db.transaction().execute(trx => tellAtOnce.run(trx, context))
  await drain()
  const sent = await db.selectFrom('mail').select('letter').where('about', '=', 'digest').execute()
  return sent.map(({ letter }) => JSON.stringify(letter).includes('A new update'))
}

test('an update that waits for a curator is told once it is shown, and not before', async () => {
  const app = await watched()
  const { headers } = await app.partner.post(`${app.address}/updates`, { text: 'We tried it.' })
  expect(await told(app)).toEqual([])
  const id = String(headers.location).split('/').at(-1)
  await app.curator.post(`/moderation/cases/project-update/${id}/release`)
  expect(await told(app)).toEqual([true])
})

test('an update that is withdrawn before the mail is made is not told', async () => {
  const app = await watched()
  await app.owner.post(`${app.address}/updates`, { text: 'We tried it.' })
  await app.drain()
  const [update] = /\/projects\/[a-z-]+\/updates\/[0-9a-f-]{36}/.exec((await app.get(app.address)).body)!
  expect((await app.owner.post(`${update}/withdrawal`)).statusCode).toBe(303)
  expect(await told(app)).toEqual([])
  await app.owner.post(`${app.address}/updates`, { text: 'We tried it again.' })
  expect(await told(app)).toEqual([true])
})
