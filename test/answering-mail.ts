import { createTransport } from 'nodemailer'
import { onTestFinished } from 'vitest'
import type { Letter } from '#features/mail/index.ts'
import { listenForMail } from '../src/features/inbound-mail/smtp-listener.ts'
import { mailToken, type TokenKind } from '../src/features/mail/mail-token.ts'
import { site } from '../src/features.ts'
import { insertProblem, trust } from './published-problem.ts'
import { askIn } from './questioning.ts'
import { handClock, silentLog, testApp } from './support.ts'

export const inbound = {
  INBOUND_ADDRESS: 'reply@in.pipeline.test',
  INBOUND_SECRET: 'a secret of thirty-two characters',
}

export const ownerMail = 'jo.owner@surrey.gov.uk'
export const askerMail = 'sam.asker@leeds.gov.uk'

/** Surrey published a problem and Leeds asks about it: Surrey’s mail can be answered. */
export async function askedByMail(settings: Record<string, string> = {}) {
  const clock = handClock()
  const app = await testApp({ clock, settings: { ...inbound, ...settings } })
  const { db, signedIn } = app
  await trust(db, clock, 'leeds-city-council', 'surrey-county-council')
  const problem = await insertProblem(db, clock)
  const owner = await signedIn({ of: 'surrey-county-council', role: 'lead', email: ownerMail })
  const asker = await signedIn({ of: 'leeds-city-council', email: askerMail })
  const question = await askIn(
    asker,
    `/questions/new?of=problem&id=${problem.id}`,
    'How did you count the bins that were missed?',
  )
  const mailTo = (address: string) =>
    db.selectFrom('mail').selectAll().where('recipient', '=', address).orderBy('id').execute()
  const addressOf = async (kind: TokenKind, recipient: string) => {
    const [mail] = (await mailTo(recipient)).filter(({ about }) => about === 'question')
    return `reply+${mailToken({ kind, mailId: mail!.id }, inbound.INBOUND_SECRET)}@in.pipeline.test`
  }
  const lettersTo = async (address: string) => (await mailTo(address)).map(({ letter }) => letter as Letter)
  const answers = async () =>
    (await db.selectFrom('question_answer').select('words').orderBy('id').execute()).map(({ words }) => words)
  const outcomes = async () =>
    (await db.selectFrom('mail_in').select('outcome').orderBy('came_at').execute()).map(
      ({ outcome }) => outcome,
    )
  return { ...app, clock, owner, asker, problem, question, addressOf, mailTo, lettersTo, answers, outcomes }
}

type Asked = Awaited<ReturnType<typeof askedByMail>>

/** A mail server's way in, on a free port. */
export async function listening({ db, clock, config }: Pick<Asked, 'db' | 'clock' | 'config'>) {
  const listener = await listenForMail(
    { db, clock, config, site, log: silentLog },
    { port: 0, host: '127.0.0.1' },
  )
  onTestFinished(listener.stop)
  const transport = createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true })
  onTestFinished(() => transport.close())
  /** What the server answered: its code and words, whether or not it took the mail. */
  const hand = async (raw: string | Buffer, envelope: { from: string; to: string | string[] }) => {
    try {
      return (await transport.sendMail({ raw, envelope })).response
    } catch (error) {
      return (error as { response?: string; message: string }).response ?? (error as Error).message
    }
  }
  return { port: listener.port, hand }
}

export const asLines = (text: string) => text.replace(/\r?\n/g, '\r\n')

/** A plain answer as a mail program writes it. */
export const replyTo = (
  to: string,
  words: string,
  { from = ownerMail, id = 'one@surrey.gov.uk', headers = '' } = {},
) =>
  asLines(
    `From: Jo Owner <${from}>\nTo: Pipeline <${to}>\nSubject: Re: a question\nMessage-ID: <${id}>\nDate: Sun, 22 Nov 2026 09:30:00 +0000\n${headers}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${words}\n`,
  )
