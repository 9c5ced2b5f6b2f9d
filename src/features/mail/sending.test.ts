import { once } from 'node:events'
import { createServer } from 'node:net'
import { createTransport } from 'nodemailer'
import PostalMime from 'postal-mime'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listDeadJobs, retryDeadJobs } from '#plumbing/jobs.ts'
import { naughtyStrings } from '#test/attacks/naughty-strings.ts'
import { type Behaviour, mailSink } from '#test/mail-sink.ts'
import { letter, officeWithServer, postOffice } from '#test/post-office.ts'
import { queueMail } from './index.ts'

describe('a mail', () => {
  test('arrives as text and as HTML with absolute links, and the row says what the server answered', async () => {
    const { queue, drain, mails, sink, clock } = await officeWithServer()
    await queue()
    expect(sink.received).toEqual([])
    await drain()
    expect(sink.received).toMatchObject([
      { from: 'pipeline@council.example', to: ['jo.smith@leeds.example'], accepted: true },
    ])
    const [mail] = await mails()
    expect(mail).toMatchObject({
      state: 'sent',
      answer: expect.stringContaining('250 '),
      ended_at: clock.now(),
    })
    const read = await PostalMime.parse(sink.received[0]!.raw)
    expect(read.subject).toBe('Leeds answered your question')
    expect(read.messageId).toBe(`<${mail!.id}@pipeline.example>`)
    expect(new Date(read.date!)).toEqual(new Date('2026-11-21T09:15:00Z'))
    expect(read.text).toBe(
      'Leeds City Council answered.\n\nRead it:\nhttps://pipeline.example/problems/missed-bins?answer=1\n\n--\n\nYou get this because you follow this problem.\n',
    )
    expect(read.html).toContain('href="https://pipeline.example/problems/missed-bins?answer=1"')
    expect(read.attachments).toEqual([])
  })

  test('says to machines that nobody wrote it, and has these headers and no others', async () => {
    const { queue, drain, sink } = await officeWithServer()
    await queue()
    await drain()
    const { headers } = await PostalMime.parse(sink.received[0]!.raw)
    expect(headers.map(({ key }) => key).sort()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ])
    expect(headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
  })

  test('is sent once for one happening, however often it is queued', async () => {
    const { queue, drain, sink } = await officeWithServer()
    await queue()
    await queue({ letter: letter({ subject: 'Again' }) })
    await drain()
    await queue()
    await drain()
    expect(sink.received).toHaveLength(1)
  })

  test('is not sent when the act that queued it is taken back', async () => {
    const { db, clock, drain, mails, sink } = await officeWithServer()
    const broken = db.transaction().execute(async trx => {
      await queueMail(trx, clock, { key: 'k', to: 'jo@leeds.example', about: 'answer', letter: letter() })
      throw new Error('taken back')
    })
    await expect(broken).rejects.toThrow('taken back')
    await drain()
    expect(await mails()).toEqual([])
    expect(sink.received).toEqual([])
  })

  test('is kept where no server is set up', async () => {
    const { queue, drain, mails } = await postOffice()
    await queue()
    await drain()
    expect(await mails()).toMatchObject([{ state: 'kept', answer: null, letter: letter() }])
  })

  test('that lets someone in is forgotten as soon as it has left, and others are not', async () => {
    const { queue, drain, mails, sink } = await officeWithServer()
    await queue({ key: 'sign-in', letter: letter({ parts: [{ code: '123456' }] }) })
    await queue({ key: 'answer' })
    await drain()
    expect(sink.received[0]!.raw.toString()).toContain('123456')
    expect(await mails()).toMatchObject([{ letter: null }, { letter: letter() }])
  })
})

describe('a server', () => {
  test.each<[string, Behaviour]>([
    ['is too busy to greet', { greeting: '421 4.3.2 too many connections' }],
    ['puts the recipient off', { recipient: '451 4.7.1 greylisted, try later' }],
    ['puts the message off', { message: '452 4.3.1 disk full' }],
    ['hangs up after the whole message has come', { message: 'drop' }],
    ['does not take the sender, which the operator can mend', { sender: '550 5.1.8 who are you?' }],
  ])('that %s is asked again, and then takes the same mail', async (_, behaviour) => {
    const { queue, drain, clock, mails, job, sink } = await officeWithServer(behaviour)
    await queue()
    await drain()
    expect(await mails()).toMatchObject([{ state: 'waiting', ended_at: null }])
    expect(await job()).toMatchObject({ attempts: 1, last_error: expect.stringMatching(/\w/) })
    sink.behave({})
    clock.forward(6_000)
    await drain()
    const [mail] = await mails()
    expect(mail).toMatchObject({ state: 'sent' })
    const ids = await Promise.all(
      sink.received.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId),
    )
    expect(new Set(ids)).toEqual(new Set([`<${mail!.id}@pipeline.example>`]))
    expect(sink.received.filter(({ accepted }) => accepted)).toHaveLength(1)
  })

  test.each<[string, Behaviour, string]>([
    [
      'the recipient',
      { recipient: '550 5.1.1 no such user <jo.smith@leeds.example>' },
      '550 5.1.1 no such user <j…@leeds.example>',
    ],
    ['the message', { message: '554 5.7.1 we do not like this' }, '554 5.7.1 we do not like this'],
  ])('that refuses %s for good is not asked again, and its reason is kept', async (_, behaviour, reason) => {
    const { queue, drainForDays, mails, job, sink, lines } = await officeWithServer(behaviour)
    await queue()
    await drainForDays()
    expect(await mails()).toMatchObject([{ state: 'refused', answer: expect.stringContaining(reason) }])
    expect(await job()).toMatchObject({ attempts: 1, done_at: expect.any(Date) })
    expect(sink.connections()).toBe(1)
    expect(lines.join()).not.toMatch(/jo\.smith|answered/)
  })

  test('that never takes it is given up after twelve tries, until the operator has it tried again', async () => {
    const { db, clock, queue, drain, drainForDays, mails, sink, lines } = await officeWithServer({
      recipient: '451 4.7.1 not you, <jo.smith@leeds.example>',
    })
    await queue()
    await drainForDays()
    expect(sink.connections()).toBe(12)
    expect(await listDeadJobs(db)).toMatchObject([
      {
        queue: 'send-mail',
        attempts: 12,
        last_error: expect.stringContaining('451 4.7.1 not you, <j…@leeds.example>'),
      },
    ])
    expect(lines.length).toBe(12)
    expect(lines.join()).not.toMatch(/jo\.smith|answered/)
    sink.behave({})
    await retryDeadJobs(db, clock)
    await drain()
    expect(await mails()).toMatchObject([{ state: 'sent' }])
  })

  test('that wants another password is asked again: that is for the operator to mend', async () => {
    const sink = await mailSink({ password: '535 5.7.8 wrong password' })
    const { queue, drain, mails, job } = await postOffice({
      SMTP_URL: sink.url.replace('//', '//user:secret-word@'),
    })
    await queue()
    await drain()
    expect(await mails()).toMatchObject([{ state: 'waiting' }])
    expect((await job()).last_error).toMatch(/^Invalid login: 535/)
    expect((await job()).last_error).not.toContain('secret-word')
  })

  test('that is slow is waited for', async () => {
    const { queue, drain, mails } = await officeWithServer({ delay: 300 })
    await queue()
    await drain()
    expect(await mails()).toMatchObject([{ state: 'sent' }])
  })

  test('that says nothing is not waited for without end', async () => {
    const mute = createServer(socket => void socket.on('error', () => {})).listen(0, '127.0.0.1')
    await once(mute, 'listening')
    onTestFinished(() => void mute.close())
    const { port } = mute.address() as { port: number }
    const { queue, drain, mails, job } = await postOffice({
      SMTP_URL: `smtp://127.0.0.1:${port}?greetingTimeout=50`,
    })
    await queue()
    await drain()
    expect(await mails()).toMatchObject([{ state: 'waiting' }])
    expect((await job()).last_error).toBe('Greeting never received')
  })

  test('that cannot be reached is tried again', async () => {
    const { queue, drain, mails, job } = await postOffice({ SMTP_URL: 'smtp://127.0.0.1:1' })
    await queue()
    await drain()
    expect(await mails()).toMatchObject([{ state: 'waiting' }])
    expect((await job()).last_error).toContain('ECONNREFUSED')
  })
})

describe('what people type', () => {
  const injections = [
    'a\r\nBcc: all@evil.example',
    'a\nX-Evil: 1',
    'a\r\n\r\n<b>body</b>',
    'a\u2028Bcc: x@evil.example',
    'a\0b',
  ]

  test('does not become a header from a subject', async () => {
    const { queue, drain, sink } = await officeWithServer()
    for (const [at, subject] of injections.entries())
      await queue({ key: `k${at}`, letter: letter({ subject }) })
    await drain()
    expect(sink.received).toHaveLength(injections.length)
    for (const { raw, to } of sink.received) {
      const { headers, subject } = await PostalMime.parse(raw)
      expect(to).toEqual(['jo.smith@leeds.example'])
      expect(headers.map(({ key }) => key)).toHaveLength(9)
      expect(subject).toMatch(/^a/)
      expect(subject).not.toMatch(/\p{Cc}/u)
    }
  })

  test.each([
    'jo@leeds.example\r\nBcc: all@evil.example',
    'jo@leeds.example, all@evil.example',
    '"all@evil.example" <jo@leeds.example>',
    'jo@leeds.example>\r\nRCPT TO:<all@evil.example',
    'jo@leeds.example\0',
    'jo',
    '',
    `${'j'.repeat(260)}@leeds.example`,
  ])('is no address: %j is refused, and nothing is queued', async to => {
    const { queue, mails } = await postOffice()
    await expect(queue({ to })).rejects.toMatchObject({ failure: { kind: 'invalid' } })
    expect(await mails()).toEqual([])
  })

  test('control: what gets past these guards does reach others, and does become a header', async () => {
    const sink = await mailSink()
    const transport = createTransport({ url: sink.url })
    await transport.sendMail({ to: 'jo@leeds.example, all@evil.example', from: 'a@b.example', text: '' })
    expect(sink.received[0]!.to).toEqual(['jo@leeds.example', 'all@evil.example'])
    const envelope = { from: 'a@b.example', to: 'jo@leeds.example' }
    await transport.sendMail({ envelope, raw: `Subject: ${injections[0]}\r\n\r\n` })
    const { headers } = await PostalMime.parse(sink.received[1]!.raw)
    expect(headers.map(({ key }) => key)).toContain('bcc')
  })

  test('is in the sender’s name no header either', async () => {
    const sink = await mailSink()
    const { queue, drain } = await postOffice({
      SMTP_URL: sink.url,
      MAIL_FROM: 'Pipe\r\nBcc: all@evil.example\r\n line <pipeline@council.example>',
    })
    await queue()
    await drain()
    const { headers } = await PostalMime.parse(sink.received[0]!.raw)
    expect(headers.map(({ key }) => key)).toHaveLength(9)
    expect(sink.received[0]!.to).toEqual(['jo.smith@leeds.example'])
  })

  test('arrives as it was, and is never markup', async () => {
    const { queue, drain, sink } = await officeWithServer()
    const texts = naughtyStrings.map(text => text.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n'))
    const parts = naughtyStrings.map((text, at) => ({ paragraph: `${at}[${text}]` }))
    await queue({ letter: letter({ parts }) })
    await drain()
    const { text, html } = await PostalMime.parse(sink.received[0]!.raw)
    const expected = texts.map((text, at) => `${at}[${text}]`).join('\n\n')
    expect(text!.slice(0, expected.length)).toBe(expected)
    expect(html).not.toMatch(
      /<(script|img|svg|iframe|style|input|form|object|embed|link|base|video|audio)\b/i,
    )
    expect(html).toContain('&lt;script>alert')
  })

  test('in a link leads nowhere else than to the site', async () => {
    const { queue } = await postOffice()
    for (const href of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example/',
      'javascript:alert(1)',
      'x',
    ])
      await expect(queue({ letter: letter({ parts: [{ action: { label: 'x', href } }] }) })).rejects.toThrow(
        'only link',
      )
  })
})
