import type { Letter } from '#features/mail/index.ts'
import { type DeclinedAs, declineLabels, linkPath } from './introduction.ts'
import { aboutWords, nameOfAsked, roleWords } from './introduction-words.ts'
import { sayWhen } from './london-time.ts'
import type { Introduction, Side } from './queries.ts'

type Named = Pick<Introduction, 'asker' | 'asked' | 'thing_title'>

const asSpeaker = (organisation: string) => `You get this because you speak for ${organisation} on Pipeline.`
const whyFor = ({ asker, asked }: Named, side: Side['side']) =>
  side === 'asker'
    ? asSpeaker(asker.name)
    : asked
      ? asSpeaker(asked.name)
      : 'You get this because you are a curator of Pipeline.'

const answerIt = (secret: string) => ({ action: { label: 'Answer with one button', href: linkPath(secret) } })

type Asking = Named & Pick<Introduction, 'reason' | 'began_with'> & { side: Side['side']; times: Date[] }

/** To those who can answer for one side. `role` is that of whoever asks. */
export function askedLetter(
  asking: Asking,
  { secret, role, isAgain }: { secret: string; role?: 'lead' | 'member'; isAgain: boolean },
): Letter {
  const { asker, asked, reason, began_with, side, times } = asking
  const other = side === 'asker' ? asked! : asker
  const isCurators = began_with === 'curator'
  return {
    subject: isCurators
      ? `A curator would introduce you to ${other.name}`
      : `${isAgain ? 'Asked again: ' : ''}${asker.name} asks to meet you${aboutWords(asking)}`,
    parts: [
      {
        paragraph: isCurators
          ? `A curator of Pipeline thinks that ${asker.name} and ${asked!.name} should meet${aboutWords(asking)}, and writes:`
          : `${roleWords(role)} ${asker.name} asks to meet ${asked ? 'you' : 'a curator, as a critical friend,'}${aboutWords(asking)}, and writes:`,
      },
      ...(reason ? [{ quote: reason }] : []),
      {
        paragraph: `${times.length > 1 ? 'The times offered are' : 'The time offered is'} ${times.map(sayWhen).join(', or ')}. You can say another time, or not now.`,
      },
      answerIt(secret),
      {
        paragraph:
          'Nobody is shown your name or address unless you say yes, and you see theirs only then. If you do nothing, nothing happens.',
      },
    ],
    why: whyFor(asking, side),
    isSecret: true,
  }
}

type Agreed = Named & Pick<Introduction, 'thing_path'> & { meetsAt: Date }
type Met = { organisation: string; name: string | null; email: string }

/** To each of the two once both said yes: the only letter with their addresses. */
export function agreedLetter(
  agreed: Agreed,
  { side, self, other, secret }: { side: Side['side']; self: Met; other: Met; secret: string },
): Letter {
  const line = ({ organisation, name, email }: Met) => [name, organisation, email].filter(Boolean).join(', ')
  return {
    subject: `You meet ${other.organisation}${aboutWords(agreed)}`,
    parts: [
      {
        paragraph: `You both said yes${aboutWords(agreed)}. The time is ${sayWhen(agreed.meetsAt)}. If it does not suit, write to each other.`,
      },
      { list: [{ words: line(other) }, { words: `You: ${line(self)}` }] },
      { action: { label: 'Put it in your calendar', href: `${linkPath(secret)}/meeting.ics` } },
      {
        paragraph: `Both of you have this mail, each with the other’s address. In a month we ask you once what came of it.`,
      },
    ],
    why: whyFor(agreed, side),
    isSecret: true,
  }
}

/** To whoever had said yes: the other did not. The words are the same whatever stands behind them. */
export const declinedLetter = (
  named: Named,
  { side, as }: { side: Side['side']; as: DeclinedAs },
): Letter => {
  const other = side === 'asker' ? nameOfAsked(named) : named.asker.name
  return {
    subject: `Not just now: ${other}${aboutWords(named)}`,
    parts: [
      {
        paragraph: `${other} cannot meet you${aboutWords(named)} just now. The reason given: ${declineLabels[as]}.`,
      },
      {
        paragraph:
          'It says nothing about you. What they published stays open to read, and others may have the same need.',
      },
      { action: { label: 'Find who else works on it', href: '/search' } },
    ],
    why: whyFor(named, side),
  }
}

/** To whoever had said yes: three weeks went by. */
export const expiredLetter = (
  named: Named & Pick<Introduction, 'thing_path'>,
  side: Side['side'],
): Letter => {
  const other = side === 'asker' ? nameOfAsked(named) : named.asker.name
  return {
    subject: `No answer yet from ${other}${aboutWords(named)}`,
    parts: [
      {
        paragraph: `Three weeks went by without an answer from ${other}, so your question${aboutWords(named)} is closed. People are busy, away, or have moved on: it is no answer to you.`,
      },
      { paragraph: 'You can ask again later, or ask a curator to be a critical friend to your work.' },
      ...(named.thing_path === null
        ? []
        : [{ action: { label: 'Go back to what it was about', href: named.thing_path } }]),
    ],
    why: whyFor(named, side),
  }
}

/** To each of the two a month later, once. */
export const outcomeLetter = (
  named: Named,
  { side, secret }: { side: Side['side']; secret: string },
): Letter => {
  const other = side === 'asker' ? nameOfAsked(named) : named.asker.name
  return {
    subject: `What came of it? You and ${other}`,
    parts: [
      {
        paragraph: `A month ago you and ${other} said yes to meeting${aboutWords(named)}. Did you meet, do you work together, or was it no fit? One button says it, and only sums are published.`,
      },
      { action: { label: 'Say it with one button', href: linkPath(secret) } },
    ],
    why: `${whyFor(named, side)} We ask this once.`,
    isSecret: true,
  }
}
