import type { Letter } from '#features/mail/index.ts'
import { confirmationHours } from './stop.ts'

const why = 'You get this because you answered a mail of Pipeline.'
const noFiles = 'Files that hang on a mail are not taken: write in your answer where they can be read.'

type Answered = { path: string; words: string; hasFiles: boolean; organisation: string }

/** What was published of a mail, so that whoever wrote it sees what of it was left out. */
export const takenLetter = ({ path, words, hasFiles, organisation }: Answered, isHeld: boolean): Letter => ({
  subject: isHeld ? 'Your answer waits for a curator' : 'Your answer is published',
  parts: [
    {
      paragraph: isHeld
        ? `We took in your answer for ${organisation}. A curator reads it first, as we do with what an organisation publishes for the first time. This is what we took from your mail:`
        : `Your answer for ${organisation} is published. This is what we took from your mail, without quotes, signature and small print:`,
    },
    { quote: words },
    { action: { label: 'Read it in its place, or change it within fifteen minutes', href: path } },
    ...(hasFiles ? [{ paragraph: noFiles }] : []),
  ],
  why,
})

/** Why a mail was not taken, with all that was written in it, so that nothing is lost. */
export const refusedLetter = (
  { path, words, hasFiles }: Omit<Answered, 'organisation'>,
  because: string,
): Letter => ({
  subject: 'Your answer is not published',
  parts: [
    { paragraph: `We could not publish your answer. ${because}` },
    { action: { label: 'Write it on the page', href: path } },
    ...(words ? [{ paragraph: 'This is what you wrote:' }, { quote: words }] : []),
    ...(hasFiles ? [{ paragraph: noFiles }] : []),
  ],
  why,
})

/** By which someone shows that mail reaches them again. */
export const confirmationLetter = (path: string): Letter => ({
  subject: 'Have Pipeline send you mail again',
  parts: [
    { paragraph: 'You are reading this, so mail reaches you. Confirm it, and we send you mail again:' },
    { action: { label: 'Send me mail again', href: path } },
    { paragraph: `The link works for ${confirmationHours} hours.` },
  ],
  why: 'You get this because you asked for it on Pipeline. If that was not you, do nothing.',
  isSecret: true,
})
