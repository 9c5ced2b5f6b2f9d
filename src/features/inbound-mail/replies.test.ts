import { readdirSync, readFileSync } from 'node:fs'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { askedByMail, askerMail, asLines, listening, ownerMail, replyTo } from '#test/answering-mail.ts'
import { mailSink } from '#test/mail-sink.ts'

const words = 'By the log of the crews.'
const folder = inRoot('test', 'mails')
const filesIn = (kind: string) => readdirSync(`${folder}/${kind}`).filter(name => name.endsWith('.eml'))

/** Surrey’s lead may answer, and mail is taken in. */
async function answering(settings: Record<string, string> = {}) {
  const asked = await askedByMail(settings)
  const to = await asked.addressOf('reply', ownerMail)
  const { hand, port } = await listening(asked)
  const send = (
    said: string,
    parts: { from?: string; id?: string; headers?: string; envelope?: string } = {},
  ) => hand(replyTo(to, said, parts), { from: parts.envelope ?? parts.from ?? ownerMail, to })
  const told = async () => (await asked.lettersTo(ownerMail)).slice(1)
  return { ...asked, to, hand, port, send, told }
}

describe('an answer by mail', () => {
  test('stands under the question, and its writer and the asker hear of it', async () => {
    const { send, answers, get, question, told, lettersTo, outcomes } = await answering()
    expect(await send(words)).toMatch(/^250 /)
    expect(await answers()).toEqual([words])
    expect((await get(question)).body).toContain(words)
    expect(await told()).toMatchObject([{ subject: 'Your answer is published' }])
    expect((await lettersTo(askerMail)).at(-1)!.subject).toContain('answers your question')
    expect(await outcomes()).toEqual(['published'])
  })

  test('is asked for in the mail that goes out, with an address of its own to answer and to come back to', async () => {
    const sink = await mailSink()
    const { drain, to, addressOf } = await answering({ SMTP_URL: sink.url })
    await drain()
    const sent = sink.received.find(({ to }) => to[0] === ownerMail)!
    const mail = await PostalMime.parse(sent.raw)
    expect(mail.replyTo).toMatchObject([{ address: to }])
    expect(sent.from).toBe(await addressOf('return', ownerMail))
    expect(mail.text).toContain('Or answer this mail.')
    expect(to.length - to.indexOf('+') - '+@in.pipeline.test'.length).toBe(43)
    expect(to).toBe(to.toLowerCase())
  })

  test('goes from the asker’s mail too, in the name of who asked, also where case was folded', async () => {
    const { send, addressOf, hand, get, question } = await answering()
    await send(words)
    const back = await addressOf('reply', askerMail)
    await hand(
      replyTo(back.toUpperCase(), 'Thank you, that is what we needed to know.', { from: askerMail }),
      {
        from: askerMail,
        to: back.toUpperCase(),
      },
    )
    expect((await get(question)).body).toMatch(
      /By the log[\s\S]*what we needed to know[\s\S]*Leeds City Council/,
    )
  })

  test('is taken once, however often it comes', async () => {
    const { send, answers, told } = await answering()
    for (const _ of [1, 2, 3]) expect(await send(words)).toMatch(/^250 /)
    expect([await answers(), (await told()).length]).toEqual([[words], 1])
    await send('And by weight.', { id: 'two@surrey.gov.uk' })
    expect(await answers()).toEqual([words, 'And by weight.'])
  })

  test('waits for a curator where an organisation publishes for the first time', async () => {
    const { send, db, get, question, told, outcomes } = await answering()
    await db.deleteFrom('moderation_trusted').execute()
    await send(words)
    expect((await get(question)).body).not.toContain(words)
    expect(await told()).toMatchObject([{ subject: 'Your answer waits for a curator' }])
    expect(await outcomes()).toEqual(['held'])
  })

  test('comes without its files, and its writer is told so', async () => {
    const { hand, to, answers, told } = await answering()
    const raw = asLines(
      `From: ${ownerMail}\nTo: ${to}\nMessage-ID: <f@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\n${words}\n--b\nContent-Type: application/pdf; name="log.pdf"\nContent-Disposition: attachment; filename="log.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--b--\n`,
    )
    await hand(raw, { from: ownerMail, to })
    expect(await answers()).toEqual([words])
    expect(JSON.stringify(await told())).toContain('Files that hang on a mail are not taken')
  })
})

describe('an answer by mail is refused, with why and with what was written,', () => {
  const refusals: [string, string, (site: Awaited<ReturnType<typeof answering>>) => Promise<unknown>][] = [
    ['where it looks personal', 'Ring Sam Smith on 0113 496 0000 about it.', async () => {}],
    ['where it is too long', 'a'.repeat(4001), async () => {}],
    ['where it is marked as not for everyone', `OFFICIAL-SENSITIVE\n\n${words}`, async () => {}],
    ['where it names who cannot answer', 'Does @idox know?', async () => {}],
    [
      'where its writer speaks for the organisation no more',
      words,
      ({ db, owner }) =>
        db
          .updateTable('membership')
          .set({ state: 'ended', ended_at: new Date() })
          .where('person_id', '=', owner.personId)
          .execute(),
    ],
    [
      'where the problem was withdrawn',
      words,
      ({ db }) =>
        db
          .updateTable('problem')
          .set({ state: 'withdrawn', closed_at: new Date(), closing_note: 'Solved elsewhere.' })
          .execute(),
    ],
  ]
  test.each(refusals)('%s', async (_, said, before) => {
    const site = await answering()
    await before(site)
    await site.send(said)
    expect(await site.answers()).toEqual([])
    const [letter] = await site.told()
    expect(letter).toMatchObject({ subject: 'Your answer is not published' })
    expect(JSON.stringify(letter)).toContain(said.split('\n').at(-1)!.slice(0, 500))
    expect(JSON.stringify(letter)).toContain(site.question)
    expect(await site.outcomes()).toEqual(['refused'])
  })

  test('where there are no words of one’s own, or the mail is older than a month', async () => {
    const { send, told, db, answers } = await answering()
    await send('> only\n> a quote')
    expect(JSON.stringify(await told())).toContain('no words of your own')
    await db.deleteFrom('mail').where('about', '=', 'question').execute()
    await send(words, { id: 'late@surrey.gov.uk' })
    const rows = await db.selectFrom('mail').select('letter').where('recipient', '=', ownerMail).execute()
    expect(JSON.stringify(rows)).toContain('more than thirty days old')
    expect(await answers()).toEqual([])
  })

  test('as often as on the page: twenty an hour', async () => {
    const { send, answers, told } = await answering()
    for (let at = 1; at <= 21; at++) await send(`Answer ${at}.`, { id: `${at}@surrey.gov.uk` })
    expect(await answers()).toHaveLength(20)
    expect(JSON.stringify((await told()).at(-1))).toContain('which is the most')
  })
})

describe('nobody is answered', () => {
  test.each(filesIn('automatic'))('where a machine wrote: %s', async name => {
    const { hand, to, answers, told, outcomes } = await answering()
    const raw = readFileSync(`${folder}/automatic/${name}`, 'utf8').replace('REPLY', to)
    expect(await hand(raw, { from: ownerMail, to })).toMatch(/^250 /)
    expect([await answers(), await told(), await outcomes()]).toEqual([[], [], ['automatic']])
  })

  test('where it comes from no one: an empty sender', async () => {
    const { send, answers, told } = await answering()
    await send(words, { envelope: '' })
    expect([await answers(), await told()]).toEqual([[], []])
  })

  test.each([
    ['a stranger', 'eve@evil.example'],
    ['another member', askerMail],
    ['a name that only looks like it', `${ownerMail}.evil.example`],
  ])('where it is from %s', async (_, from) => {
    const { send, answers, told, outcomes, db } = await answering()
    const before = (await db.selectFrom('mail').select('id').execute()).length
    await send(words, { from })
    expect([await answers(), await told(), await outcomes()]).toEqual([[], [], ['wrong-address']])
    expect((await db.selectFrom('mail').select('id').execute()).length).toBe(before)
  })

  test.each([
    ['two senders', `From: ${ownerMail}, eve@evil.example\n`],
    ['two From lines', `From: ${ownerMail}\nFrom: eve@evil.example\n`],
    ['a From that is only a name', `From: "${ownerMail}" <eve@evil.example>\n`],
    ['a From in a group', `From: all: ${ownerMail};\n`],
    ['no From', 'Sender: someone@evil.example\n'],
  ])('where it has %s', async (_, from) => {
    const { hand, to, answers, told } = await answering()
    const raw = asLines(`${from}To: ${to}\nMessage-ID: <g@x>\n\n${words}\n`)
    await hand(raw, { from: ownerMail, to })
    expect([await answers(), await told()]).toEqual([[], []])
  })

  test('where a server that is believed does not vouch for it', async () => {
    const { send, answers, told, outcomes } = await answering({ INBOUND_TRUSTS: 'mx.pipeline.test' })
    const by = (results: string) => `Authentication-Results: ${results}\n`
    const unproven = [
      '',
      by('mx.pipeline.test; dmarc=fail header.from=surrey.gov.uk; spf=pass smtp.mailfrom=evil.example'),
      by('mx.evil.example; dmarc=pass header.from=surrey.gov.uk'),
      by('mx.pipeline.test; dkim=pass header.d=evil.example'),
      by('mx.pipeline.test; none') + by('mx.pipeline.test; dmarc=pass header.from=surrey.gov.uk'),
      by('mx.pipeline.test; spf=pass (dmarc=pass header.from=surrey.gov.uk) smtp.mailfrom=evil.example'),
      by('mx.pipeline.test; spf=pass smtp.mailfrom="surrey.gov.uk x"@evil.example'),
      by('mx.pipeline.test; spf=pass smtp.mailfrom="a; dmarc=pass header.from=surrey.gov.uk "@evil.example'),
      by(
        'mx.pipeline.test; spf=pass smtp.mailfrom="a\\"; dmarc=pass header.from=surrey.gov.uk"@evil.example',
      ),
      by(
        'mx.pipeline.test; dmarc=fail (a (b) ; dmarc=pass header.from=surrey.gov.uk ) header.from=evil.example',
      ),
    ]
    for (const [at, headers] of unproven.entries()) await send(words, { headers, id: `${at}@x` })
    expect([await answers(), await told()]).toEqual([[], []])
    expect(await outcomes()).toEqual(unproven.map(() => 'unproven'))
    const proven = [
      by('mx.pipeline.test; spf=pass smtp.mailfrom=jo.owner@surrey.gov.uk'),
      by('mx.pipeline.test 1; dkim=pass (2048-bit key) header.i=@mail.surrey.gov.uk header.s=s1'),
      by('mx.pipeline.test;\n dmarc=pass (p=REJECT) header.from=surrey.gov.uk'),
      by('mx.pipeline.test; dkim=pass reason="good; signature (2048)" header.d="surrey.gov.uk"'),
    ]
    for (const [at, headers] of proven.entries()) await send(`Proven ${at}.`, { headers, id: `p${at}@x` })
    expect(await answers()).toHaveLength(proven.length)
  })
})
