import { expect, test } from 'vitest'
import { handClock, testApp } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'
import { site } from '../../features.ts'
import { keepServicesTold } from './schedules.ts'

type App = Awaited<ReturnType<typeof testApp>>

const register = `Ref,Title,Supplier,Start date,End date,Value,Department
T1,Arcus Built Environment annual fee,Example Software Ltd,01/04/2025,31/03/2027,£5000,ICT
T2,Widget polishing round,Example Polish Ltd,01/04/2025,31/03/2027,£500,Place
T3,Framework lot 3,Example Works Ltd,01/04/2025,31/03/2027,£700,Pest control
`

const bring = (app: App, text = register) =>
  takeIn(app.db, { format: 'register', text, whose: 'leeds-city-council', clock: app.clock })

async function tellAnew(app: App) {
  const { db, clock, config } = app
  const log = { info: () => {}, error: () => {} }
  await db.transaction().execute(trx => keepServicesTold.run(trx, { db, site, clock, config, log }))
  await app.drain()
}

const told = async ({ db }: App, title: string) =>
  db
    .selectFrom('contract')
    .select(['id', 'service_id', 'service_from', 'service_guess_id', 'changed_at'])
    .where('title', '=', title)
    .executeTakeFirstOrThrow()

test('a stored contract is told its service by the product it names, and the same again changes nothing', async () => {
  const clock = handClock()
  const app = await testApp({ clock })
  await bring(app)
  const title = 'Arcus Built Environment annual fee'
  await tellAnew(app)
  const first = await told(app, title)
  expect(first).toMatchObject({ service_id: 516, service_from: 'product' })
  const { body } = await app.get(`/contracts/${first.id}`)
  expect(body).toContain('by the product Arcus Built Environment')
  const lot = await told(app, 'Framework lot 3')
  expect(lot).toMatchObject({ service_id: null, service_guess_id: 431 })
  expect((await app.get(`/contracts/${lot.id}`)).body).toMatch(
    /Perhaps .*Pest control<.* \(guessed from the words\)/,
  )
  const happened = () => app.db.selectFrom('activity').select('id').execute()
  const before = await happened()
  clock.forward(600_000)
  await tellAnew(app)
  expect(await happened()).toEqual(before)
  expect(await told(app, title)).toEqual(first)
  expect((await bring(app, register.replace('T1', 'T1 '))).counts).toMatchObject({ changed: 0, added: 0 })
})

test('when the name of a service changes all are told anew, but not what a council said', async () => {
  const clock = handClock()
  const app = await testApp({ clock })
  await bring(app)
  await tellAnew(app)
  expect(await told(app, 'Widget polishing round')).toMatchObject({ service_id: null })
  const lead = await app.signedIn({ of: 'leeds-city-council', role: 'lead' })
  const { id } = await told(app, 'Framework lot 3')
  const form = (await lead.get(`/contracts/${id}/correction`)).body
  const { statusCode } = await lead.post(`/contracts/${id}/correction`, {
    title: 'Framework lot 3',
    supplier: 'Example Works Ltd',
    service: 'None',
    starts_on: '1 April 2025',
    ends_on: '31 March 2027',
    value: '700',
    seen: form.match(/name="seen" value="([^"]+)"/)![1]!,
  })
  expect(statusCode).toBe(303)
  await app.db.updateTable('service').set({ name: 'Widget polishing' }).where('id', '=', 431).execute()
  clock.forward(600_000)
  await tellAnew(app)
  expect(await told(app, 'Widget polishing round')).toMatchObject({ service_id: 431, service_from: 'title' })
  expect(await told(app, 'Framework lot 3')).toMatchObject({ service_id: null, service_from: 'council' })
  expect((await app.get(`/contracts/${id}`)).body).toContain(
    'For no one service of the list (said by the council)',
  )
})
