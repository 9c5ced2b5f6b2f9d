import { expect, test } from 'vitest'
import { handClock, silentLog, testApp } from '#test/support.ts'
import { site } from '../../src/features.ts'
import { codeSentTo, signInByMail } from './by-mail.ts'
import { tablesWith, wholeDump } from './traces.ts'

const words = ['quillfeath']
const email = 'zebedee.quillfeather@leeds.gov.uk'
const nextEmail = 'z.quillfeather@adur.example'
const day = 86_400_000

const forgetting = site.slot('schedules').filter(({ name }) => /^(forget|tidy)/.test(name))

/** Someone who came once, changed their address, asked to sign in elsewhere, reported something, and never came back. */
async function oneVisit() {
  const clock = handClock()
  const app = await testApp({ clock })
  const { db, config, drain, freshBrowser } = app
  const browser = await signInByMail(app, email)
  await browser.post('/account/address', { email: nextEmail })
  await browser.post('/account/address/code', { code: await codeSentTo(db, nextEmail) })
  const elsewhere = freshBrowser()
  await elsewhere.get('/sign-in')
  await elsewhere.post('/sign-in', { email: nextEmail })
  const { id } = await db.selectFrom('project').select('id').limit(1).executeTakeFirstOrThrow()
  await elsewhere.post('/report', { kind: 'project', id, reason: 'wrong', email: nextEmail })
  await drain()
  const afterDays = async (days: number) => {
    clock.forward(days * day)
    for (const { run } of forgetting) await run(db, { db, site, clock, config, log: silentLog })
    return tablesWith(words, await wholeDump(db))
  }
  return { db, afterDays }
}

test('what the notice says is kept for a while is gone when that is over', async () => {
  const { db, afterDays } = await oneVisit()
  const atOnce = await afterDays(0)
  expect(atOnce).toEqual(['address_change', 'mail', 'moderation_report', 'person', 'sign_in'])
  const sessions = await db.selectFrom('session').select('id').execute()
  expect(sessions.length).toBeGreaterThan(0)

  await afterDays(8)
  const words = await db.selectFrom('mail').select('letter').where('letter', 'is not', null).execute()
  expect(words).toEqual([])

  expect(await afterDays(24)).toEqual(['moderation_report', 'person'])
  expect(await db.selectFrom('session').select('id').execute()).toEqual([])
  expect(await db.selectFrom('rate_limit').select('key').execute()).toEqual([])

  expect(await afterDays(340)).toEqual(['person'])
}, 60_000)
