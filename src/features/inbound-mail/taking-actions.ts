import PostalMime, { type Email } from 'postal-mime'
import { findSentMail, type Letter, type MailToken, queueMail, type Reply } from '#features/mail/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { asFailure, failure } from '#plumbing/failures.ts'
import type { JobContext } from '#plumbing/jobs.ts'
import { secondsToWait } from '#plumbing/rate-limit.ts'
import { hashOf } from '#plumbing/secrets.ts'
import {
  type Destination,
  destinationsOf,
  isAutomatic,
  isOwnMail,
  isProven,
  mailsNamedIn,
  parsing,
  type RawMail,
  senderOf,
  type Written,
  writtenIn,
} from './incoming.ts'
import { refusedLetter, takenLetter } from './letters.ts'
import { findPersonOf, findSpeaker, insertMailIn, updateOutcome } from './queries.ts'
import { answersADay, type Outcome } from './reply.ts'
import { reportedText, reportIn } from './report.ts'

type Taking = Pick<JobContext, 'db' | 'clock' | 'config' | 'site'>
type Ended = Outcome | 'known' | 'unreadable'

/**
 * Takes in a mail, by whatever way it came, and gives what became of it for each address it was for. The same mail again
 * changes nothing; nothing of it is kept but that it came. What this throws is for who handed it over to try again.
 */
export async function takeMail(context: Taking, mail: RawMail): Promise<Ended[]> {
  const email = await PostalMime.parse(mail.raw, parsing).catch(() => null)
  if (!email) return ['unreadable']
  const ended: Ended[] = []
  for (const destination of destinationsOf(email, mail, context.config)) {
    const key = keyOf(email, mail, destination)
    ended.push(
      await (destination.kind === 'reply'
        ? takeReply(context, { email, mail, destination, key })
        : takeReport(context, { email, destination, key })),
    )
  }
  return ended
}

const keyOf = ({ messageId }: Email, { raw }: RawMail, destination: Destination) =>
  hashOf(`${messageId ?? hashOf(Buffer.from(raw).toString('latin1'))} ${JSON.stringify(destination)}`)

type Coming<To> = { email: Email; destination: To; key: string }
/** Notes what became of a mail, and does it, once. */
const once = (
  { db, clock }: Taking,
  key: string,
  outcome: Outcome,
  act: (trx: Db) => Promise<void> = async () => {},
): Promise<Ended> =>
  db.transaction().execute(async trx => {
    if (!(await insertMailIn(trx, key, outcome, clock.now()))) return 'known'
    await act(trx)
    return outcome
  })

async function takeReport(
  context: Taking,
  { email, destination, key }: Coming<Exclude<Destination, { kind: 'reply' }>>,
): Promise<Ended> {
  const { clock, config, site } = context
  const report = reportIn(email)
  if (!report) return once(context, key, isAutomatic(email, {}) ? 'automatic' : 'not-a-report')
  const ids =
    destination.kind === 'complaints' ? mailsNamedIn(reportedText(email), config) : [destination.mailId]
  return once(context, key, report.kind, async trx => {
    for (const id of ids) {
      const mail = await findSentMail(trx, id)
      if (!mail) continue
      const returned = { ...report, recipient: mail.recipient }
      for (const { take } of site.slot('mailReturns')) await take(trx, clock, returned)
    }
  })
}

type Replier = { id: string; email: string }

async function takeReply(
  context: Taking,
  { email, mail, destination, key }: Coming<MailToken> & { mail: RawMail },
): Promise<Ended> {
  const { db, config } = context
  if (isAutomatic(email, mail) || isOwnMail(email, config)) return once(context, key, 'automatic')
  const sender = senderOf(email)
  const person = sender && (await findPersonOf(db, sender))
  if (!person) return once(context, key, 'wrong-address')
  if (config.INBOUND_TRUSTS && !isProven(email, sender, config.INBOUND_TRUSTS))
    return once(context, key, 'unproven')
  const replier: Replier = { id: person.id, email: sender }
  const written = writtenIn(email)
  const sent = await findSentMail(db, destination.mailId)
  if (!sent)
    return refuse(context, { key, replier, letter: refusedLetter({ path: '/my', ...written }, tooOld) })
  const reply = sent.reply as Reply | null
  if (!reply) return once(context, key, 'not-a-reply')
  if (reply.personId !== person.id) return once(context, key, 'wrong-address')
  return answer(context, { key, replier, written, reply })
}

const tooOld =
  'The mail that you answer is more than thirty days old, and such mails take no answers. Find the question on the site.'
const noSpeaker = 'You no longer speak for the organisation that it was for.'
const noWords =
  'We found no words of your own in it: write them above or below what you quote, not within it or in a file.'
const sensitive =
  'It says that it is official-sensitive, and what is written here is read by others. Leave the marking out if what you wrote may be.'
const gone = 'What it is about is not there any more, or not for you to see.'

type Answering = { key: string; replier: Replier; written: Written; reply: Reply }

/** Has a reply taken by the feature whose mail it answers, with the same rules as its form. */
async function answer(context: Taking, { key, replier, written, reply }: Answering): Promise<Ended> {
  const { db, clock, site } = context
  const taker = site.slot('mailReplies').find(({ about }) => about === reply.about)
  if (!taker) return once(context, key, 'not-a-reply')
  const path = taker.pathOf(reply.subjectId)
  const answered = { path, ...written }
  const refuseIt = (because: string) =>
    refuse(context, { key, replier, letter: refusedLetter(answered, because) })
  const speaker = await findSpeaker(db, reply)
  if (!speaker) return refuseIt(noSpeaker)
  if (written.isSensitive) return refuseIt(sensitive)
  if (!written.words) return refuseIt(noWords)
  try {
    return await db.transaction().execute(async trx => {
      if (!(await insertMailIn(trx, key, 'published', clock.now()))) return 'known'
      const { subjectId } = reply
      const taken = await taker.take(trx, clock, speaker, { subjectId, words: written.words })
      if ('refused' in taken) throw failure('invalid', taken.refused)
      const organisation = speaker.actingFor.name
      await tell(trx, context, {
        key,
        replier,
        letter: takenLetter({ ...answered, organisation }, taken.isHeld),
      })
      if (!taken.isHeld) return 'published'
      await updateOutcome(trx, key, 'held')
      return 'held'
    })
  } catch (error) {
    const refused = asFailure(error)
    if (!refused) throw error
    return refuseIt(refused.message || gone)
  }
}

type Telling = { key: string; replier: Replier; letter: Letter }

const refuse = (context: Taking, telling: Telling): Promise<Ended> =>
  once(context, telling.key, 'refused', trx => tell(trx, context, telling))

/** Answers a mail, so often a day at most: however it came about, two machines do not go on for ever. */
async function tell(trx: Db, { clock }: Taking, { key, replier, letter }: Telling): Promise<void> {
  if ((await secondsToWait(trx, clock, 'answers to mail of', replier.id, answersADay)) > 0) return
  await queueMail(trx, clock, { key: `mail in ${key}`, to: replier.email, about: 'mail-in', letter })
}
