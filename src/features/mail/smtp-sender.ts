import { createTransport } from 'nodemailer'
import type { Config } from '#plumbing/config.ts'
import { isRefusal, type Sender, type Trouble } from './mail.ts'
import { asAnswer } from './mail-address.ts'
import { messageOf } from './message.ts'

/** How many mails are handed over at a time. */
export const connections = 3

const patience = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
}

/** Mails of one batch share its connections; none is left open for a server to close. */
const connectTo = (url: string) =>
  createTransport({
    url,
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
    pool: true,
    maxConnections: connections,
    // Our jobs are what tries again.
    maxRequeues: 0,
  })

/** By the mail server at SMTP_URL. */
export function smtpSender(url: string, config: Config): Sender {
  const transport = connectTo(url)
  const send: Sender['send'] = async (mail, { signal }) => {
    try {
      const { response } = await transport.sendMail({ ...messageOf(mail, config), signal })
      return { state: 'sent', answer: asAnswer(response) }
    } catch (error) {
      const trouble = error as Trouble
      const answer = asAnswer(trouble.message)
      if (!isRefusal(trouble)) throw new Error(answer)
      return { state: 'refused', answer, refused: trouble.command === 'RCPT TO' ? 'recipient' : 'mail' }
    }
  }
  return { send, close: () => transport.close() }
}
