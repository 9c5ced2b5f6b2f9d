import { describe, expect, test } from 'vitest'
import { readConfig } from '#plumbing/config.ts'
import { type Answer, apiKey, notifyStandIn, templateId } from '#test/notify-stand-in.ts'
import { letter, postOffice } from '#test/post-office.ts'
import { notifyCheckup } from './notify-checkup-commands.ts'
import { lookAfterNotified } from './notify-jobs.ts'
import { wordsForNotify } from './notify-letter.ts'

async function officeWithNotify(more: Record<string, string> = {}) {
  const notify = await notifyStandIn()
  return { ...(await postOffice({ ...notify.settings, ...more })), notify }
}

describe('a mail by GOV.UK Notify', () => {
  test('is taken with its words, under its own reference', async () => {
    const { queue, drain, mails, notify } = await officeWithNotify()
    await queue()
    await drain()
    const [mail] = await mails()
    expect(mail).toMatchObject({ state: 'sent', answer: expect.stringContaining('GOV.UK Notify took it as') })
    expect(notify.sent).toMatchObject([
      {
        reference: mail!.id,
        email_address: 'jo.smith@leeds.example',
        personalisation: {
          subject: 'Leeds answered your question',
          body: 'Leeds City Council answered.\n\nRead it:\nhttps://pipeline.example/problems/missed-bins?answer=1\n\n---\n\nYou get this because you follow this problem.',
        },
      },
    ])
    expect(notify.sent[0]).not.toHaveProperty('one_click_unsubscribe_url')
  })

  test('ends with one press where it can be ended', async () => {
    const { queue, drain, notify } = await officeWithNotify()
    await queue({ letter: letter({ unsubscribe: '/from-mail/secret/stop' }) })
    await drain()
    expect(notify.sent[0]!.one_click_unsubscribe_url).toBe('https://pipeline.example/from-mail/secret/stop')
  })

  test.each<Answer>(['busy', 'limit', 'team-only', 'broken'])(
    'waits, and is tried again, where the answer is “%s”',
    async answer => {
      const { queue, drain, mails, job, clock, notify } = await officeWithNotify()
      notify.say(answer)
      await queue()
      await drain()
      expect(await mails()).toMatchObject([{ state: 'waiting' }])
      expect((await job()).last_error).toMatch(/^GOV\.UK Notify: (429|400|500)/)
      notify.say(undefined)
      clock.forward(6_000)
      await drain()
      expect(await mails()).toMatchObject([{ state: 'sent' }])
      expect(notify.sent).toHaveLength(1)
    },
  )

  test('that was taken when the line broke is not given again', async () => {
    const { queue, drain, mails, clock, notify } = await officeWithNotify()
    notify.say('lost')
    await queue()
    await drain()
    notify.say(undefined)
    clock.forward(6_000)
    await drain()
    expect(await mails()).toMatchObject([{ state: 'sent' }])
    expect([notify.sent.length, notify.asked()]).toEqual([1, 1])
  })

  test('to an address that Notify takes for none is refused for good', async () => {
    const { queue, drain, mails, job } = await officeWithNotify()
    await queue({ to: 'jo@refused.example' })
    await drain()
    expect(await mails()).toMatchObject([
      { state: 'refused', answer: expect.stringContaining('Not a valid email address') },
    ])
    expect(await job()).toMatchObject({ attempts: 1, done_at: expect.any(Date) })
  })

  test('with a key of somebody else’s waits for the operator', async () => {
    const { queue, drain, mails, job, lines } = await officeWithNotify({
      NOTIFY_API_KEY: `${apiKey.slice(0, -1)}1`,
    })
    await queue()
    await drain()
    expect(await mails()).toMatchObject([{ state: 'waiting' }])
    expect((await job()).last_error).toContain('403 AuthError')
    expect(lines.join()).not.toContain(apiKey.slice(-30, -1))
  })

  test.each([
    ['permanent-failure', 'there is no such mailbox'],
    ['temporary-failure', 'takes nothing just now'],
  ])('that turns out as %s is marked so, once', async (status, says) => {
    const { db, clock, queue, drain, mails, notify } = await officeWithNotify()
    await queue()
    await drain()
    notify.sent[0]!.status = status
    const config = readConfig(notify.settings)
    const look = () => db.transaction().execute(trx => lookAfterNotified.run(trx, { clock, config } as never))
    await look()
    await drain()
    expect(await mails()).toMatchObject([{ state: 'refused', answer: expect.stringContaining(says) }])
  })
})

test('words of people become no headings, lists or links of Notify’s', () => {
  const words = wordsForNotify(
    letter({
      parts: [
        { paragraph: '# big\n* one\n1. two\n--- \n^ in\n[here](https://evil.example)' },
        { quote: 'a\n# b' },
      ],
    }),
    'https://pipeline.example',
  )
  expect(words).not.toMatch(/^(# big|\* one|1\. two|--- |\^ in)/m)
  expect(words).not.toContain('](')
  expect(words).toMatch(/^\^ a$/m)
})

describe('the operator', () => {
  const look = async (settings: Record<string, string>) =>
    notifyCheckup.look({ config: readConfig(settings) } as never)

  test('is told whether the key and the template are right', async () => {
    const notify = await notifyStandIn()
    expect(await look(notify.settings)).toMatchObject({ state: 'ok' })
    notify.withTemplate({ body: 'Hello' })
    expect(await look(notify.settings)).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('((body))'),
    })
    expect(await look({ ...notify.settings, NOTIFY_API_KEY: `${apiKey.slice(0, -1)}1` })).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('403'),
    })
    expect(await look({})).toEqual([])
  })

  test('cannot set up two ways at once, nor half of one', () => {
    const both = { NOTIFY_API_KEY: apiKey, NOTIFY_TEMPLATE_ID: templateId, SMTP_URL: 'smtp://mail.example' }
    expect(() => readConfig(both)).toThrow('SMTP_URL, NOTIFY_API_KEY: mail goes one way')
    expect(() => readConfig({ NOTIFY_API_KEY: apiKey })).toThrow('NOTIFY_TEMPLATE_ID')
    expect(() => readConfig({ INBOUND_ADDRESS: 'reply@in.example.org' })).toThrow('INBOUND_SECRET')
  })
})
