import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { askedByMail, asLines, inbound, listening, ownerMail, replyTo } from '#test/answering-mail.ts'
import { testApp } from '#test/support.ts'

const words = 'By the log of the crews.'
const secret = inbound.INBOUND_SECRET

async function door() {
  const asked = await askedByMail()
  const to = await asked.addressOf('reply', ownerMail)
  return { ...asked, to, ...(await listening(asked)) }
}

describe('by SMTP', () => {
  test.each([
    ['the address without a token', () => 'reply@in.pipeline.test'],
    ['another address there', () => 'postmaster@in.pipeline.test'],
    ['another domain', (to: string) => to.replace('in.pipeline.test', 'evil.example')],
    ['a token by chance', (to: string) => to.replace(/\+r.{42}/, `+r${'a'.repeat(42)}`)],
    ['a token for another use', (to: string) => to.replace('+r', '+b')],
    ['a token cut short', (to: string) => to.replace(/.@/, '@')],
    [
      'a token with one letter changed',
      (to: string) => to.replace(/(?<=\+r.{9})./, one => (one === 'a' ? 'b' : 'a')),
    ],
    ['a route to elsewhere', (to: string) => `${to.replace('@', '%')}@evil.example`],
  ])('%s is no address here', async (_, changed) => {
    const { hand, to, answers } = await door()
    const address = changed(to)
    expect(await hand(replyTo(address, words), { from: ownerMail, to: address })).toMatch(/^550 5\.1\.1/)
    expect(await answers()).toEqual([])
  })

  test('it passes nothing on, and takes ten recipients at most', async () => {
    const { hand, to, answers } = await door()
    const many = [to, ...Array.from({ length: 11 }, () => to)]
    await hand(replyTo(to, words), { from: ownerMail, to: many })
    expect(await answers()).toEqual([words])
    expect(
      await hand(replyTo(to, words, { id: 'b@x' }), { from: ownerMail, to: [to, 'all@evil.example'] }),
    ).toMatch(/^250/)
    expect(await answers()).toEqual([words, words])
  })

  test('a mail that is too large is refused, and memory holds none of it', async () => {
    const { hand, to, answers } = await door()
    const raw = replyTo(to, `${words}\n${'a'.repeat(70)}\n`.repeat(80_000))
    expect(await hand(raw, { from: ownerMail, to })).toMatch(/55[24]|size/i)
    expect(await answers()).toEqual([])
  })

  test('nobody signs in, and nothing is encrypted by a key that all have', async () => {
    const { port } = await door()
    const socket = connect(port, '127.0.0.1')
    let said = ''
    socket.on('data', chunk => {
      said += chunk
    })
    await once(socket, 'data')
    socket.write('EHLO x\r\nAUTH PLAIN AGEAYg==\r\nSTARTTLS\r\nVRFY jo\r\nQUIT\r\n')
    await once(socket, 'close')
    expect(said).not.toMatch(/250[ -](AUTH|STARTTLS)/)
    expect(said.match(/^5\d\d/gm)!.length).toBeGreaterThanOrEqual(2)
    expect(said).not.toMatch(/^235/m)
  })

  test('a database that is away has the mail server try again', async () => {
    const asked = await askedByMail()
    const to = await asked.addressOf('reply', ownerMail)
    const broken = {
      ...asked,
      db: new Proxy(
        {},
        {
          get: () => () => {
            throw new Error('away')
          },
        },
      ) as typeof asked.db,
    }
    const { hand } = await listening(broken)
    expect(await hand(replyTo(to, words), { from: ownerMail, to })).toMatch(/^451 4\.3\.0/)
    const { hand: again } = await listening(asked)
    expect(await again(replyTo(to, words), { from: ownerMail, to })).toMatch(/^250/)
    expect(await asked.answers()).toEqual([words])
  })
})

describe('what a mail holds', () => {
  const nested = (depth: number) => {
    let raw = ''
    for (let at = 0; at < depth; at++) raw += `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`
    return `${raw}Content-Type: text/plain\n\n${words}\n`
  }
  const attacks: [string, (to: string) => string][] = [
    ['parts in parts in parts', to => `From: ${ownerMail}\nTo: ${to}\n${nested(300)}`],
    [
      'mails in mails',
      to => `From: ${ownerMail}\nTo: ${to}\n${'Content-Type: message/rfc822\n\n'.repeat(500)}`,
    ],
    ['a header without end', to => `From: ${ownerMail}\nTo: ${to}\nX: ${'a'.repeat(300_000)}\n\n${words}`],
    [
      'many thousand parts',
      to =>
        `From: ${ownerMail}\nTo: ${to}\nContent-Type: multipart/mixed; boundary="b"\n\n${'--b\nContent-Type: application/zip\nContent-Disposition: attachment\n\nUEsDBA==\n'.repeat(20_000)}--b--\n`,
    ],
    ['nothing', () => ''],
    [
      'bytes by chance',
      () => Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)).toString('latin1'),
    ],
    [
      'an unknown coding',
      to =>
        `From: ${ownerMail}\nTo: ${to}\nContent-Type: text/plain; charset=x-none\nContent-Transfer-Encoding: x-none\n\n> a`,
    ],
  ]
  test.each(attacks)('%s does no harm', async (_, rawFor) => {
    const { hand, to, answers } = await door()
    expect(await hand(asLines(rawFor(to)), { from: ownerMail, to })).toMatch(/^[245]\d\d /)
    expect(await answers()).toEqual([])
    expect(await hand(replyTo(to, words, { id: 'after@x' }), { from: ownerMail, to })).toMatch(/^250/)
    expect(await answers()).toEqual([words])
  })

  test('is shown as text, whatever markup it holds', async () => {
    const { hand, to, get, question, lettersTo } = await door()
    const evil = '<script>alert(1)</script> <img src=x onerror=alert(2)> [a](javascript:alert(3))'
    await hand(replyTo(to, evil), { from: ownerMail, to })
    const { body } = await get(question)
    expect(body).toContain('&lt;script>alert(1)')
    expect(body).not.toMatch(/<script>alert|<img src=x|href="javascript/)
    expect((await lettersTo(ownerMail)).at(-1)!.subject).toBe('Your answer is published')
  })

  test('becomes no header of the mail that answers it', async () => {
    const { hand, to, mailTo, db } = await door()
    const raw = asLines(
      `From: ${ownerMail}\nTo: ${to}\nSubject: =?utf-8?B?${Buffer.from('x\r\nBcc: all@evil.example').toString('base64')}?=\nReply-To: all@evil.example\nMessage-ID: <a@b>\r\n\n> nothing of my own\n`,
    )
    await hand(raw, { from: ownerMail, to })
    const last = (await mailTo(ownerMail)).at(-1)!
    expect([last.recipient, JSON.stringify(last.letter).includes('evil')]).toEqual([ownerMail, false])
    expect(await db.selectFrom('mail').select('id').where('recipient', 'like', '%evil%').execute()).toEqual(
      [],
    )
  })
})

describe('by a provider’s webhook', () => {
  const signature = (
    body: string | Buffer,
    { id, timestamp, key = secret }: { id: string; timestamp: string; key?: string },
  ) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`

  async function hooked() {
    const asked = await askedByMail()
    const to = await asked.addressOf('reply', ownerMail)
    const now = String(Math.floor(asked.clock.now().getTime() / 1000))
    const deliver = (body: string | Buffer, changed: Record<string, string> = {}) => {
      const id = 'msg_1'
      return asked.app.inject({
        method: 'POST',
        url: '/inbound-mail',
        payload: body,
        headers: {
          'content-type': 'message/rfc822',
          'webhook-id': id,
          'webhook-timestamp': now,
          'webhook-signature': signature(body, { id, timestamp: now }),
          ...changed,
        },
      })
    }
    return { ...asked, to, deliver, now }
  }

  test('the same mail has the same effect, once', async () => {
    const { deliver, to, answers, clock, db, config } = await hooked()
    const raw = replyTo(to, words)
    expect((await deliver(raw)).statusCode).toBe(200)
    expect((await deliver(raw)).statusCode).toBe(200)
    const { hand } = await listening({ db, clock, config })
    await hand(raw, { from: ownerMail, to })
    expect(await answers()).toEqual([words])
  })

  test('bytes that are no UTF-8 arrive as they are', async () => {
    const { deliver, to, answers } = await hooked()
    const raw = replyTo(to, 'It cost \u00a33.').replace('charset=utf-8', 'charset=windows-1252')
    await deliver(Buffer.from(raw, 'latin1'))
    expect(await answers()).toEqual(['It cost £3.'])
  })

  test('what is not signed with the secret, or long ago, is refused', async () => {
    const { deliver, to, answers, now } = await hooked()
    const raw = replyTo(to, words)
    const old = String(Number(now) - 400)
    const refused: Record<string, string>[] = [
      { 'webhook-signature': '' },
      { 'webhook-signature': 'v1,' },
      {
        'webhook-signature': signature(raw, {
          id: 'msg_1',
          timestamp: now,
          key: 'another secret of 32 characters!',
        }),
      },
      { 'webhook-signature': signature(`${raw} `, { id: 'msg_1', timestamp: now }) },
      { 'webhook-signature': signature(raw, { id: 'msg_1', timestamp: old }), 'webhook-timestamp': old },
      { 'webhook-id': 'msg_2' },
      { 'webhook-timestamp': '1e9' },
    ]
    for (const headers of refused) expect((await deliver(raw, headers)).statusCode).toBe(403)
    expect((await deliver(raw, { 'content-type': 'text/plain' })).statusCode).toBe(415)
    expect((await deliver('a'.repeat(6 * 1024 * 1024))).statusCode).toBe(413)
    expect(await answers()).toEqual([])
  })

  test('is not there where nothing is taken in', async () => {
    const { app } = await testApp()
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/inbound-mail',
      payload: 'From: a@b.example',
      headers: { 'content-type': 'message/rfc822' },
    })
    expect(statusCode).toBe(404)
  })
})
