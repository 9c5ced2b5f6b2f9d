import { expect, test } from 'vitest'
import type { Db } from '#plumbing/database/database.ts'
import { enqueueSchedules } from '#plumbing/jobs.ts'
import { insertProblem, trust } from '#test/published-problem.ts'
import { raiseProblem } from '#test/raised-problems.ts'
import { handClock, silentLog, testApp } from '#test/support.ts'
import { site } from '../../features.ts'

const at = '/problems/missed-bins'
const haveIt = { says: 'have-it', seen: '0' }

async function councils() {
  const clock = handClock()
  const app = await testApp({ clock })
  const { db, config, drain } = app
  await trust(db, clock, 'leeds-city-council', 'adur-district-council', 'elmbridge-borough-council')
  const problem = await insertProblem(db, clock)
  /** As the worker does in the morning of this day. */
  const morningOf = async (day: string) => {
    clock.set(`${day}T07:00:00Z`)
    await enqueueSchedules({ db, site, clock, config, log: silentLog })
    await drain()
  }
  return { ...app, clock, problem, morningOf }
}

const mailTo = (db: Db, address: string) =>
  db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', address)
    .where('letter', 'is not', null)
    .where('about', '=', 'stance')
    .orderBy('id')
    .execute()
    .then(rows => rows.map(({ letter }) => (letter as { subject: string }).subject))

test('those who raised a problem hear once of each organisation that says where it stands', async () => {
  const { signedIn, db, drain } = await councils()
  await signedIn({ of: 'surrey-county-council', email: 'jo@surrey.example' })
  const leeds = await signedIn({ of: 'leeds-city-council', email: 'sam@leeds.example' })
  await leeds.post(`${at}/stances`, haveIt)
  await drain()
  await leeds.post(`${at}/stances`, { says: 'fixed-it', how: 'Sensors.', seen: '1' })
  await leeds.post(`${at}/stance/withdrawal`)
  await leeds.post(`${at}/stances`, { ...haveIt, seen: '3' })
  const adur = await signedIn({ of: 'adur-district-council' })
  await adur.post(`${at}/stances`, { says: 'tried-and-stopped', why: 'No staff.', seen: '0' })
  await drain()
  expect(await mailTo(db, 'jo@surrey.example')).toEqual([
    'Leeds City Council has it: Missed bins',
    'Adur District Council tried and stopped: Missed bins',
  ])
  expect(await mailTo(db, 'sam@leeds.example')).toEqual([])
})

test('an organisation’s first post waits for a curator: it is not counted before, and nobody hears of it', async () => {
  const { signedIn, get, drain, db } = await councils()
  await signedIn({ of: 'surrey-county-council', email: 'jo@surrey.example' })
  const officer = await signedIn({ of: 'bristol-city-council' })
  await officer.post(`${at}/stances`, haveIt)
  await drain()
  expect((await officer.get(`${at}/stances/bristol-city-council`)).body).toContain('This waits for a curator')
  expect((await get(`${at}/stances/bristol-city-council`)).statusCode).toBe(404)
  expect((await get(`${at}/stances`)).body).not.toContain('Bristol')
  expect(await mailTo(db, 'jo@surrey.example')).toEqual([])
  const curator = await signedIn({ duties: ['curator'] })
  const [casePath] = /\/moderation\/cases\/stance\/[\w-]+/.exec((await curator.get('/moderation')).body) ?? []
  expect((await curator.get(casePath!)).statusCode).toBe(200)
  await curator.post(`${casePath}/release`)
  await drain()
  expect((await get(`${at}/stances`)).body).toContain('1 council has it')
  expect(await mailTo(db, 'jo@surrey.example')).toEqual(['Bristol City Council has it: Missed bins'])
})

test('a stance that a curator took down says so, and is counted no more', async () => {
  const { signedIn, get } = await councils()
  const officer = await signedIn({ of: 'leeds-city-council' })
  await officer.post(`${at}/stances`, { ...haveIt, note: 'Mr Smith of 4 High Street.', screened: 'yes' })
  const [reportPath] = /\/report\?[^"]+/.exec((await get(`${at}/stances/leeds-city-council`)).body) ?? []
  expect((await get(reportPath!.replaceAll('&amp;', '&'))).statusCode).toBe(200)
  const curator = await signedIn({ duties: ['curator'] })
  const id = new URLSearchParams(reportPath!.replaceAll('&amp;', '&').split('?')[1]).get('id')
  await curator.post(`/moderation/cases/stance/${id}/withholding`, { withholding: 'It names a person.' })
  const { body } = await get(`${at}/stances/leeds-city-council`)
  expect(body).toContain('It names a person.')
  expect(body).not.toContain('High Street')
  expect((await get(`${at}/stances`)).body).not.toContain('Leeds City Council</a> has it')
  expect((await officer.get(`${at}/stances/leeds-city-council`)).body).toContain('High Street')
})

test('whoever publishes a problem has it, and counts once', async () => {
  const { signedIn, get, drain } = await councils()
  const officer = await signedIn({ of: 'leeds-city-council' })
  const path = await raiseProblem(officer)
  await drain()
  const { body } = await get(`${path}/stances`)
  expect(body).toMatch(/Leeds City Council<\/a> has it/)
  expect(body).toContain('£50,000 to £250,000 a year')
  await officer.post(`${path}/stances`, { says: 'fixed-it', how: 'Sensors.', seen: '1' })
  const after = await get(`${path}/stances`)
  expect(after.body.match(/<article/g)).toHaveLength(1)
  expect(after.body).toContain('1 council fixed it')
  await officer.post(`${path}/stance/withdrawal`)
  await officer.post(`${path}/withdrawal`, { note: 'A mistake.' })
  await officer.post(`${path}/publication`)
  await drain()
  expect((await get(`${path}/stances`)).body).not.toMatch(/council (has|fixed) it/)
})

test('an organisation is asked a month before its stance ends and told when it has, once each', async () => {
  const { signedIn, db, morningOf } = await councils()
  await signedIn({ of: 'leeds-city-council', email: 'lead@leeds.example', role: 'lead' })
  const officer = await signedIn({ of: 'leeds-city-council', email: 'sam@leeds.example' })
  await officer.post(`${at}/stances`, haveIt)
  await morningOf('2027-10-21')
  expect(await mailTo(db, 'sam@leeds.example')).toEqual([])
  for (const day of ['2027-10-22', '2027-10-23']) await morningOf(day)
  for (const address of ['lead@leeds.example', 'sam@leeds.example'])
    expect(await mailTo(db, address)).toEqual(['Is this still so? Missed bins'])
  const back = await signedIn({ of: 'leeds-city-council' })
  expect((await back.get('/my')).body).toContain('Confirm where you stand')
  for (const day of ['2027-11-21', '2027-11-22']) await morningOf(day)
  expect(await mailTo(db, 'lead@leeds.example')).toContain('No longer counted: Missed bins')
  expect(await mailTo(db, 'lead@leeds.example')).toHaveLength(1)
  // By now the mails are forgotten, and none comes in their place.
  await morningOf('2028-01-05')
  expect(await mailTo(db, 'lead@leeds.example')).toEqual([])
  const history = await back.get(`${at}/stances/leeds-city-council`)
  expect(history.body.match(/no longer counted/g)).toHaveLength(1)
})

test('of a merged council its successor is asked, and only about what stands', async () => {
  const { signedIn, db, morningOf } = await councils()
  const elmbridge = await signedIn({ of: 'elmbridge-borough-council', email: 'sam@elmbridge.example' })
  await elmbridge.post(`${at}/stances`, haveIt)
  await signedIn({ of: 'east-surrey-council', email: 'jo@eastsurrey.example' })
  await morningOf('2027-10-22')
  expect(await mailTo(db, 'jo@eastsurrey.example')).toEqual(['Is this still so? Missed bins'])
  expect(await mailTo(db, 'sam@elmbridge.example')).toEqual(['Is this still so? Missed bins'])
})

test('nobody is asked about a problem that is no longer open', async () => {
  const { signedIn, db, clock, problem, morningOf } = await councils()
  const officer = await signedIn({ of: 'leeds-city-council', email: 'sam@leeds.example' })
  await officer.post(`${at}/stances`, haveIt)
  const closed = { state: 'solved', closed_at: clock.now(), closing_note: 'Sensors.' } as const
  await db.updateTable('problem').set(closed).where('id', '=', problem.id).execute()
  await morningOf('2027-10-22')
  expect(await mailTo(db, 'sam@leeds.example')).toEqual([])
})
