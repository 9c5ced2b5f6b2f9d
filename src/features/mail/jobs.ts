import { createTransport } from 'nodemailer'
import type { Config } from '#plumbing/config.ts'
import { type Job, type JobKind, notReached } from '#plumbing/jobs.ts'
import { absoluteAddress, letterAsHtml } from '#ui/email.tsx'
import { letsSomeoneIn, letterAsText } from './letter.ts'
import { type Ending, isRefusal, type Trouble } from './mail.ts'
import { withMaskedAddresses } from './mail-address.ts'
import { listWaitingMail, markEnded } from './queries.ts'

// The whole must be over before the lease is, or another worker would send the same mail.
const leaseSeconds = 120
const wholeMilliseconds = 60_000
// Many, because each batch greets the server anew; those that a slow server leaves no time for are not begun.
const batch = 200
const connections = 3
const patience = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
}

type Waiting = Awaited<ReturnType<typeof listWaitingMail>>[number]

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
  headers: {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(letter.unsubscribe !== undefined && {
      'List-Unsubscribe': `<${absoluteAddress(letter.unsubscribe, BASE_URL)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  },
})

const asAnswer = (text: string) => withMaskedAddresses(text).replace(/\s+/g, ' ').slice(0, 500)

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

type Transport = ReturnType<typeof connectTo>

/** Hands one mail to the server. Throws, with nobody's address in it, when it is worth trying again. */
async function sendBy(
  transport: Transport,
  message: ReturnType<typeof messageOf> & { signal: AbortSignal },
): Promise<Ending> {
  try {
    const { response } = await transport.sendMail(message)
    return { state: 'sent', answer: asAnswer(response) }
  } catch (error) {
    const trouble = error as Trouble
    const answer = asAnswer(trouble.message)
    if (isRefusal(trouble)) return { state: 'refused', answer }
    throw new Error(answer)
  }
}

/** Begins what is to be done in its order, as many at a time as there are connections; nothing once the time is over. */
function inLanes<Of, To>(all: Of[], act: (one: Of) => Promise<To>, over: AbortSignal): Promise<To>[] {
  const waiting = all.map(one => ({ one, ...Promise.withResolvers<To>() }))
  const queue = waiting[Symbol.iterator]()
  const lane = async () => {
    for (const { one, resolve, reject } of queue) {
      if (over.aborted) reject(notReached)
      else await act(one).then(resolve, reject)
    }
  }
  for (let lanes = 0; lanes < connections; lanes++) lane()
  return waiting.map(({ promise }) => promise)
}

type Ended = Ending & Pick<Waiting, 'id' | 'about'> & { forget: boolean }

export const sendMail: JobKind<{ id: string }, Ended | undefined> = {
  queue: 'send-mail',
  leaseSeconds,
  batch,
  reach: (jobs, { db, config }) => {
    const transport = config.SMTP_URL ? connectTo(config.SMTP_URL) : undefined
    const signal = AbortSignal.timeout(wholeMilliseconds)
    const waiting = listWaitingMail(
      db,
      jobs.map(({ payload }) => payload.id),
    )
    const send = async ({ payload: { id } }: Job<{ id: string }>): Promise<Ended | undefined> => {
      const mail = (await waiting).find(mail => mail.id === id)
      if (!mail) return
      const ending: Ending = transport
        ? await sendBy(transport, { ...messageOf(mail, config), signal })
        : { state: 'kept', answer: null }
      return {
        id,
        about: mail.about,
        ...ending,
        forget: ending.state === 'sent' && letsSomeoneIn(mail.letter),
      }
    }
    const reached = inLanes(jobs, send, signal)
    Promise.allSettled(reached).then(() => transport?.close())
    return reached
  },
  settle: async (trx, all, { clock, log }) => {
    const ended = all.filter(one => one !== undefined)
    await markEnded(trx, ended, clock.now())
    for (const { id: mail, about, state } of ended) log.info({ mail, about, state }, 'mail ended')
  },
}
