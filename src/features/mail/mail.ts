import type { Letter } from './letter.ts'

/** A mail to be sent. */
export type NewMail = {
  /** What happened, in words that name it once and hold no address: the same key makes one mail. */
  key: string
  to: string
  /** What kind of mail it is, such as 'sign-in'. */
  about: string
  letter: Letter
  /** Its reader asked for it just now: it goes out whatever became of mail to them before. */
  isAskedFor?: true
  reply?: Reply
}

/** What an answer to a mail is an answer to, where answers are taken in; of one person, for an organisation of theirs. */
export type Reply = {
  /** Which feature takes it: a `mailReplies` of that name. */
  about: string
  subjectId: string
  personId: string
  organisationId: string
  /** What the mail says of it. */
  says: string
}

export type WaitingMail = {
  id: string
  recipient: string
  about: string
  letter: Letter
  reply: Reply | null
  created_at: Date
  /** Why nothing is sent to this address just now. */
  stopped: string | null
}

/** How a mail ended: with the server's answer, or kept because there is no server. */
export type Ending =
  | { state: 'sent'; answer: string }
  | { state: 'refused'; answer: string; refused: 'recipient' | 'mail' | 'stopped' }
  | { state: 'kept'; answer: null }

/** A way that mails leave; those of one batch share it. */
export type Sender = {
  /** Throws, with nobody's address in it, when it is worth trying again. */
  send(mail: WaitingMail, how: { signal: AbortSignal; isRetry: boolean }): Promise<Ending>
  close(): void
}

/** Days after which the words of a mail that has ended are forgotten, and every mail as a whole. */
export const keepDays = { letter: 7, mail: 30 }

/** What SMTP or the network said, without anybody's address, in one line. */
export type Trouble = { message: string; responseCode?: number; command?: string }

/**
 * Whether the server refused this recipient or this mail for good. A sender, password or connection that is refused is
 * for the operator to mend: until then the mail waits.
 */
export const isRefusal = ({ responseCode = 0, command = '' }: Trouble) =>
  responseCode >= 500 && ['RCPT TO', 'DATA'].includes(command)

const loopback = ['localhost', '127.0.0.1', '[::1]', '::1']

/**
 * Whether mail is shown at /dev/outbox: only while there is neither a mail server nor a database server, on a site that
 * listens to this machine alone and knows itself by a name that is nobody else's.
 */
export function isOutboxShown(config: {
  SMTP_URL?: string
  NOTIFY_API_KEY?: string
  DATABASE_URL?: string
  BASE_URL: string
  HOST: string
  TRUST_PROXY: boolean
}): boolean {
  const { hostname } = new URL(config.BASE_URL)
  return (
    !config.SMTP_URL &&
    !config.NOTIFY_API_KEY &&
    !config.DATABASE_URL &&
    !config.TRUST_PROXY &&
    loopback.includes(config.HOST) &&
    (loopback.includes(hostname) || /\.(test|localhost)$/.test(hostname))
  )
}
