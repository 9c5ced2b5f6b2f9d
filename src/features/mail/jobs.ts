import type { Config } from '#plumbing/config.ts'
import { type Job, type JobKind, notReached } from '#plumbing/jobs.ts'
import { isForGood, type Returned, statusIn } from './coming-back.ts'
import { letsSomeoneIn } from './letter.ts'
import type { Ending, Sender, WaitingMail } from './mail.ts'
import { notifySender } from './notify-sender.ts'
import { listWaitingMail, markEnded } from './queries.ts'
import { connections, smtpSender } from './smtp-sender.ts'

// The whole must be over before the lease is, or another worker would send the same mail.
const leaseSeconds = 120
const wholeMilliseconds = 60_000
// Many, because each batch greets the server anew; those that a slow server leaves no time for are not begun.
const batch = 200

/** The way that mail leaves here; undefined where there is none. */
function openSender(config: Config): Sender | undefined {
  if (config.SMTP_URL) return smtpSender(config.SMTP_URL, config)
  return config.NOTIFY_API_KEY ? notifySender(config) : undefined
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

type Ended = Ending & Pick<WaitingMail, 'id' | 'about' | 'recipient'> & { forget: boolean }

const endingOf = async (
  mail: WaitingMail,
  sender: Sender | undefined,
  how: { signal: AbortSignal; isRetry: boolean },
): Promise<Ending> => {
  if (mail.stopped !== null) return { state: 'refused', answer: mail.stopped, refused: 'stopped' }
  return sender ? sender.send(mail, how) : { state: 'kept', answer: null }
}

function returnedOf(
  { recipient, answer }: { recipient: string; answer: string },
  refused: 'recipient' | 'mail',
): Returned {
  const status = statusIn(answer)
  return {
    kind: 'bounced',
    recipient,
    answer,
    status,
    isPermanent: isForGood(status, refused === 'recipient'),
  }
}

export const sendMail: JobKind<{ id: string }, Ended | undefined> = {
  queue: 'send-mail',
  leaseSeconds,
  batch,
  reach: (jobs, { db, config }) => {
    const sender = openSender(config)
    const signal = AbortSignal.timeout(wholeMilliseconds)
    const waiting = listWaitingMail(
      db,
      jobs.map(({ payload }) => payload.id),
    )
    const send = async ({ payload: { id }, attempts }: Job<{ id: string }>): Promise<Ended | undefined> => {
      const mail = (await waiting).find(mail => mail.id === id)
      if (!mail) return
      const ending = await endingOf(mail, sender, { signal, isRetry: attempts > 1 })
      const { about, recipient } = mail
      return {
        id,
        about,
        recipient,
        ...ending,
        forget: ending.state === 'sent' && letsSomeoneIn(mail.letter),
      }
    }
    const reached = inLanes(jobs, send, signal)
    Promise.allSettled(reached).then(() => sender?.close())
    return reached
  },
  settle: async (trx, all, { clock, log, site }) => {
    const ended = all.filter(one => one !== undefined)
    await markEnded(trx, ended, clock.now())
    for (const one of ended)
      if (one.state === 'refused' && one.refused !== 'stopped')
        for (const { take } of site.slot('mailReturns')) await take(trx, clock, returnedOf(one, one.refused))
    for (const { id: mail, about, state } of ended) log.info({ mail, about, state }, 'mail ended')
  },
}
