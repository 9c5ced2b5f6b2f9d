import { createTransport } from 'nodemailer'
import type { Config } from '#plumbing/config.ts'
import type { JobKind } from '#plumbing/jobs.ts'
import { letterAsHtml } from '#ui/email.tsx'
import { letsSomeoneIn, letterAsText } from './letter.ts'
import { type Ending, isRefusal, type Trouble } from './mail.ts'
import { withMaskedAddresses } from './mail-address.ts'
import { findWaitingMail, markEnded } from './queries.ts'

// The whole must be over before the lease is, or another worker would send the same mail.
const leaseSeconds = 120
const wholeMilliseconds = 60_000
const patience = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
}

type Waiting = NonNullable<Awaited<ReturnType<typeof findWaitingMail>>>

/** The mail as nodemailer takes it. It is the same at every try, with the same Message-ID. */
const messageOf = (
  { id, recipient, letter, created_at }: Waiting,
  { BASE_URL, MAIL_FROM }: Pick<Config, 'BASE_URL' | 'MAIL_FROM'>,
) => ({
  from: MAIL_FROM,
  to: recipient,
  subject: letter.subject,
  text: letterAsText(letter, BASE_URL),
  html: letterAsHtml(letter, BASE_URL),
  textEncoding: 'quoted-printable' as const,
  messageId: `<${id}@${new URL(BASE_URL).hostname}>`,
  date: created_at,
  // The second is what Exchange understands: no out-of-office answers to us.
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
})

const asAnswer = (text: string) => withMaskedAddresses(text).replace(/\s+/g, ' ').slice(0, 500)

/** Hands one mail to the server. Throws, with nobody's address in it, when it is worth trying again. */
async function sendBy(url: string, message: ReturnType<typeof messageOf>): Promise<Ending> {
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true })
  try {
    const withEnd = { ...message, signal: AbortSignal.timeout(wholeMilliseconds) }
    const { response } = await transport.sendMail(withEnd)
    return { state: 'sent', answer: asAnswer(response) }
  } catch (error) {
    const trouble = error as Trouble
    const answer = asAnswer(trouble.message)
    if (isRefusal(trouble)) return { state: 'refused', answer }
    throw new Error(answer)
  } finally {
    transport.close()
  }
}

export const sendMail: JobKind<{ id: string }> = {
  queue: 'send-mail',
  leaseSeconds,
  reach: async ({ payload: { id } }, { db, clock, config, log }) => {
    const mail = await findWaitingMail(db, id)
    if (!mail) return async () => {}
    const ending: Ending = config.SMTP_URL
      ? await sendBy(config.SMTP_URL, messageOf(mail, config))
      : { state: 'kept', answer: null }
    const forget = ending.state === 'sent' && letsSomeoneIn(mail.letter)
    return async trx => {
      await markEnded(trx, id, { ...ending, ended_at: clock.now(), forget })
      log.info({ mail: id, about: mail.about, state: ending.state }, 'mail ended')
    }
  },
}
