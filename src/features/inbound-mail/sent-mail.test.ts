import { expect, test } from 'vitest'
import { queueMails } from '#features/mail/index.ts'
import { testApp } from '#test/support.ts'

const mailOf = (to: string, nth: number) => ({
  key: `trial ${to} ${nth}`,
  to,
  about: 'trial',
  letter: { subject: `Trial ${nth}.`, parts: [{ code: '123456' }], why: `You get this because of ${nth}.` },
})

test('each mail of late is named with why it came, once its words are forgotten too, and to nobody else', async () => {
  const { db, clock, signedIn, drain } = await testApp()
  const officer = await signedIn({ of: 'leeds-city-council', email: 'jo@leeds.gov.uk' })
  const other = await signedIn({ of: 'leeds-city-council' })
  const mails = Array.from({ length: 51 }, (_, at) => mailOf('Jo@leeds.gov.uk', at + 1))
  await queueMails(db, clock, mails)
  await drain()
  await db.updateTable('mail').set({ letter: null }).execute()
  const { body } = await officer.get('/account/mail')
  expect(body).toContain('Trial 51.')
  expect(body).toContain('You get this because of 51.')
  expect(body).not.toContain('Trial 1.')
  const [, earlier] = /href="(\/account\/mail\?before=[^"]+)"/.exec(body)!
  expect((await officer.get(earlier!)).body).toContain('You get this because of 1.')
  expect((await other.get('/account/mail')).body).toContain('Nothing in the last 30 days')
})
