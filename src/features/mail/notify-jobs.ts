import type { Db } from '#plumbing/database/database.ts'
import { enqueue, type JobContext, type JobKind, type Schedule } from '#plumbing/jobs.ts'
import type { Returned } from './coming-back.ts'
import { openNotify } from './notify-sender.ts'
import { markNotDelivered } from './queries.ts'

const everyMinutes = 10
const patienceMilliseconds = 60_000
const pagesAtMost = 8

/** What Notify says of mail that it took and could not deliver. */
const failures = {
  'permanent-failure': 'there is no such mailbox',
  'temporary-failure': 'the mailbox takes nothing just now',
} as const
type Failure = keyof typeof failures
type Failed = { id: string; failure: Failure }

const isId = (text: unknown): text is string =>
  typeof text === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)

async function listFailed({ config }: JobContext): Promise<Failed[]> {
  const client = await openNotify(config, AbortSignal.timeout(patienceMilliseconds))
  const failed: Failed[] = []
  for (const failure of Object.keys(failures) as Failure[]) {
    let olderThan: string | undefined
    for (let page = 0; page < pagesAtMost; page++) {
      const { data } = await client.getNotifications('email', failure, undefined, olderThan)
      failed.push(
        ...data.notifications.flatMap(({ reference }) =>
          isId(reference) ? [{ id: reference, failure }] : [],
        ),
      )
      olderThan = data.notifications.at(-1)?.id
      if (!olderThan || !data.links.next) break
    }
  }
  return failed
}

const answerOf = (failure: Failure) => `GOV.UK Notify could not deliver it: ${failures[failure]} (${failure})`

async function noteFailed(trx: Db, failed: Failed[], { site, clock }: JobContext): Promise<void> {
  for (const failure of Object.keys(failures) as Failure[]) {
    const ids = failed.filter(one => one.failure === failure).map(({ id }) => id)
    const answer = answerOf(failure)
    for (const recipient of await markNotDelivered(trx, ids, answer)) {
      const isPermanent = failure === 'permanent-failure'
      const status = isPermanent ? '5.1.1' : '4.2.2'
      const returned: Returned = { kind: 'bounced', recipient, isPermanent, status, answer }
      for (const { take } of site.slot('mailReturns')) await take(trx, clock, returned)
    }
  }
}

/** Asks Notify what it could not deliver of late. */
export const askNotify: JobKind<Record<string, never>, Failed[]> = {
  queue: 'ask-notify',
  leaseSeconds: 120,
  reach: (jobs, context) => jobs.map(() => listFailed(context)),
  settle: async (trx, all, context) => {
    for (const failed of all) await noteFailed(trx, failed, context)
  },
}

/** Notify takes a mail at once, and knows minutes or days later whether it arrived. */
export const lookAfterNotified: Schedule = {
  name: 'lookAfterNotified',
  at: { everyMinutes },
  run: async (trx, { clock, config }) => {
    if (config.NOTIFY_API_KEY) await enqueue(trx, clock, 'ask-notify', clock.now().toISOString(), {})
  },
}
