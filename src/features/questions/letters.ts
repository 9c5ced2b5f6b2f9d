import type { Letter } from '#features/mail/index.ts'
import { answerAnchor, questionPath } from './question.ts'

type Told = {
  /** What the question is about. */
  title: string
  questionId: string
  /** Who asked or answered. */
  by: string
  words: string
}

const titled = (title: string) => `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`

const readIt = (questionId: string, answerId?: string) => ({
  action: {
    label: answerId ? 'Read it in its place' : 'Read it and answer',
    href: `${questionPath(questionId)}${answerId ? `#${answerAnchor(answerId)}` : ''}`,
  },
})

const inTheOpen = {
  paragraph:
    'Whoever may see it reads the question and the answers, so answer for all who have the same one.',
}

/** What becomes of an answer by mail. */
export const byMail = (organisation: string) =>
  `Or answer this mail. What you write above or below the quote stands in the open under the question, for ${organisation}; signature and quotes are left out.`

/** To those whose thing it is; `owner` is null for a common need, which curators look after. */
export const askedLetter = ({ title, questionId, by, words }: Told, owner: string | null): Letter => ({
  subject: `${by} asks about ${titled(title)}`,
  parts: [
    { paragraph: `${by} asks about ${titled(title)}:` },
    { quote: words },
    readIt(questionId),
    inTheOpen,
  ],
  why: owner
    ? `You get this because you speak for ${owner}, which published ${titled(title)}.`
    : 'You get this because you are a curator of Pipeline, and a common need belongs to no organisation.',
})

/** To whoever asked. */
export const answeredLetter = (
  { title, questionId, by, words }: Told,
  { answerId, asker }: { answerId: string; asker: string },
): Letter => ({
  subject: `${by} answers your question about ${titled(title)}`,
  parts: [
    { paragraph: `${by} answers what ${asker} asked about ${titled(title)}:` },
    { quote: words },
    readIt(questionId, answerId),
    { paragraph: 'If it is what you needed, accept it there: then others see at once that it helps.' },
  ],
  why: `You get this because you asked for ${asker}.`,
})

/** To the leads of an organisation that was called. */
export const calledLetter = ({ title, questionId, by, words }: Told, organisation: string): Letter => ({
  subject: `${by} names ${organisation} in a question about ${titled(title)}`,
  parts: [
    { paragraph: `${by} names ${organisation}, and would hear from you, about ${titled(title)}:` },
    { quote: words },
    readIt(questionId),
    inTheOpen,
  ],
  why: `You get this because you lead for ${organisation} on Pipeline. You get one such mail for a question, whoever names you.`,
})
