import pino from 'pino'
import feature from '#features/mail/feature.ts'
import { type Letter, type NewMail, queueMail } from '#features/mail/index.ts'
import { readConfig } from '#plumbing/config.ts'
import { createSite } from '#plumbing/feature.ts'
import { runDue } from '#plumbing/jobs.ts'
import { type Behaviour, mailSink } from './mail-sink.ts'
import { handClock, testDatabase } from './support.ts'

export const letter = (parts: Partial<Letter> = {}): Letter => ({
  subject: 'Leeds answered your question',
  parts: [
    { paragraph: 'Leeds City Council answered.' },
    { action: { label: 'Read it', href: '/problems/missed-bins?answer=1' } },
  ],
  why: 'You get this because you follow this problem.',
  ...parts,
})

/** A queue of mail of its own, and a worker that does nothing else. */
export async function postOffice(settings: Record<string, string> = {}) {
  const db = await testDatabase()
  const clock = handClock()
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: line => lines.push(line) })
  const config = readConfig({
    BASE_URL: 'https://pipeline.example',
    MAIL_FROM: 'Pipeline <pipeline@council.example>',
    ...settings,
  })
  const drain = () => runDue({ db, clock, config, log, site: createSite([feature]) })
  const queue = (parts: Partial<NewMail> = {}) =>
    db.transaction().execute(trx =>
      queueMail(trx, clock, {
        key: 'k',
        to: 'jo.smith@leeds.example',
        about: 'answer',
        letter: letter(),
        ...parts,
      }),
    )
  const mails = () => db.selectFrom('mail').selectAll().orderBy('id').execute()
  const job = () =>
    db.selectFrom('job').selectAll().where('queue', '=', 'send-mail').executeTakeFirstOrThrow()
  /** As long as a job is tried again: twelve tries, and then some. */
  const drainForDays = async () => {
    for (let n = 0; n < 15; n++) {
      await drain()
      clock.forward(86_400_000)
    }
  }
  return { db, clock, lines, drain, drainForDays, queue, mails, job }
}

/** As {@link postOffice}, with a mail server that behaves so. */
export async function officeWithServer(behaviour: Behaviour = {}, query = '') {
  const sink = await mailSink(behaviour)
  return { ...(await postOffice({ SMTP_URL: sink.url + query })), sink }
}
