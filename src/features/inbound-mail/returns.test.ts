import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { askedByMail, listening, ownerMail } from '#test/answering-mail.ts'
import { mailSink } from '#test/mail-sink.ts'

const folder = inRoot('test', 'mails', 'returns')
const mails = readdirSync(folder).map(name => name.slice(0, -4))
const readReturn = (name: string, to: string) =>
  readFileSync(`${folder}/${name}.eml`, 'utf8')
    .replaceAll('RETURN', to)
    .replaceAll('RECIPIENT', ownerMail)
    .replaceAll('COMPLAINTS', 'reply+complaints@in.pipeline.test')

async function office() {
  const asked = await askedByMail()
  const to = await asked.addressOf('return', ownerMail)
  const { hand } = await listening(asked)
  /** What a mail server hands back, as `count` mails of their own. */
  const handBack = async (name: string, at = 0) => {
    const raw = readReturn(name, to).replace('Message-ID: <', `Message-ID: <${at}.`)
    const complaint = /COMPLAINTS/.test(readFileSync(`${folder}/${name}.eml`, 'utf8'))
    return hand(raw, { from: '', to: complaint ? 'reply+complaints@in.pipeline.test' : to })
  }
  const stops = () => asked.db.selectFrom('mail_stop').selectAll().execute()
  const kinds = async () =>
    (
      await asked.db
        .selectFrom('activity')
        .select(['kind', 'subject_id'])
        .where('kind', 'like', 'mail.%')
        .orderBy('id')
        .execute()
    ).map(({ kind, subject_id }) => [kind, subject_id])
  return { ...asked, to, hand, handBack, stops, kinds }
}

const forGood: Record<string, string> = {
  'exchange-online-no-mailbox': '5.1.10',
  'exchange-online-access-denied': '5.4.1',
  'postfix-unknown-user': '5.1.1',
  'postfix-no-domain': '5.4.4',
  'gmail-no-account': '5.1.1',
  'exim-bare-status': '5.2.1',
}
const forNow = ['exchange-online-full', 'exchange-online-expired', 'gmail-unwanted']
const complaints = ['complaint-original-mail-from', 'complaint-return-path']
const nothing = ['postfix-delayed', 'feedback-not-spam']

test('every mail in the folder is told apart', () => {
  expect(mails.toSorted()).toEqual([...Object.keys(forGood), ...forNow, ...complaints, ...nothing].toSorted())
})

describe('mail that comes back', () => {
  test.each(Object.entries(forGood))('for good stops mail at once: %s', async (name, status) => {
    const { handBack, stops, kinds, owner, outcomes } = await office()
    expect(await handBack(name)).toMatch(/^250 /)
    expect(await stops()).toMatchObject([{ address: ownerMail, stopped_for: 'bounced', status }])
    expect(JSON.stringify(await stops())).not.toMatch(/[^"]jo\.owner@/)
    expect(await kinds()).toEqual([['mail.bounced', owner.personId]])
    expect(await outcomes()).toEqual(['bounced'])
  })

  test.each(forNow)('for now stops it on the fifth day of a fortnight: %s', async name => {
    const { handBack, stops, kinds, clock } = await office()
    for (const at of [1, 2, 3, 4]) {
      await handBack(name, at)
      await handBack(name, at + 100)
      clock.forward(86_400_000)
    }
    expect(await stops()).toEqual([])
    await handBack(name, 5)
    expect(await stops()).toMatchObject([{ stopped_for: 'bounced' }])
    expect(await kinds()).toHaveLength(1)
  })

  test.each(complaints)('as unwanted stops it: %s', async name => {
    const { handBack, stops, kinds, owner } = await office()
    await handBack(name)
    expect(await stops()).toMatchObject([{ address: ownerMail, stopped_for: 'complained' }])
    expect(await kinds()).toEqual([['mail.complained', owner.personId]])
  })

  test.each(nothing)('and says that nothing ended changes nothing: %s', async name => {
    const { handBack, stops, kinds } = await office()
    await handBack(name)
    expect([await stops(), await kinds()]).toEqual([[], []])
  })

  test('is noted once, however often it is handed back', async () => {
    const { handBack, kinds, outcomes } = await office()
    for (const _ of [1, 2, 3]) await handBack('postfix-unknown-user')
    expect([await outcomes(), (await kinds()).length]).toEqual([['bounced'], 1])
  })

  test('to an address that we did not make is refused at the door', async () => {
    const { hand, to, stops } = await office()
    const forged = to.replace(/(?<=\+b.{20})./, letter => (letter === 'a' ? 'b' : 'a'))
    const raw = readReturn('postfix-unknown-user', forged)
    expect(await hand(raw, { from: '', to: forged })).toMatch(/^550 /)
    expect(await stops()).toEqual([])
  })
})

test('once stopped, only what is asked for goes out, and the person reads why and begins again', async () => {
  const { handBack, owner, asker, question, mailTo, drain, get, freshBrowser, stops, db } = await office()
  await handBack('gmail-no-account')
  await drain()
  expect((await owner.get('/my')).body).toContain('Mail to you came back on 21 November 2026')
  const { body } = await owner.get('/account/mail')
  expect(body).toContain('there is no such mailbox')
  await asker.post(`${question}/answers`, { words: 'Ours, too.' })
  await freshBrowser().get('/sign-in')
  const { headers } = await owner.post('/account/mail/confirmations')
  expect(headers.location).toContain('/account/mail?done=')
  const [confirmation] = (await mailTo(ownerMail)).filter(({ about }) => about === 'mail-confirmation')
  expect(confirmation!.is_asked_for).toBe(true)
  const [path] = /\/mail-confirmation\/[\w-]+/.exec(JSON.stringify(confirmation!.letter))!
  expect((await get(path)).body).toContain('Send me mail again')
  expect(await stops()).toHaveLength(1)
  const stranger = freshBrowser()
  await stranger.get(path)
  expect((await stranger.post(path)).statusCode).toBe(303)
  expect(await stops()).toEqual([])
  expect((await get(path)).statusCode).toBe(404)
  expect((await owner.get('/account/mail')).body).toContain('our mail reaches you')
  const kinds = await db
    .selectFrom('activity')
    .select('kind')
    .where('kind', 'like', 'mail.%')
    .orderBy('id')
    .execute()
  expect(kinds.map(({ kind }) => kind)).toEqual(['mail.bounced', 'mail.confirmed'])
})

describe('mail that a server refuses as it is handed over', () => {
  test.each([
    ['550 5.1.1 no such user', ['bounced']],
    ['550 no such user', ['bounced']],
    ['550 5.7.1 we do not like this', []],
  ] as const)('“%s” counts as mail come back', async (recipient, stopped) => {
    const sink = await mailSink({ recipient, refuses: [ownerMail] })
    const { drain, db, asker, question, mailTo } = await askedByMail({ SMTP_URL: sink.url })
    await drain()
    const stops = await db.selectFrom('mail_stop').select('stopped_for').execute()
    expect(stops.map(({ stopped_for }) => stopped_for)).toEqual(stopped)
    sink.behave({})
    await asker.post('/questions/new?of=problem&id=none', {})
    await asker.post(`${question}/answers`, { words: 'Surrey is called: @surrey-county-council.' })
    await drain()
    const [, second] = (await mailTo(ownerMail)).filter(({ about }) => about === 'question')
    if (second && stopped.length > 0)
      expect(second).toMatchObject({ state: 'refused', answer: expect.stringContaining('no such user') })
    expect(sink.received.some(({ to }) => to.includes(ownerMail))).toBe(
      stopped.length === 0 && Boolean(second),
    )
  })
})
