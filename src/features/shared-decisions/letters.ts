import { asPartner, type Collaboration } from '#features/collaborations/index.ts'
import type { Letter } from '#features/mail/index.ts'
import { formatDate } from '#ui/date.ts'
import { type AskingWay, type Decision, decisionPath, resultWords, tallyWords } from './decision.ts'

const asked: Record<AskingWay, string> = {
  consent: 'asks whether anyone objects',
  advice: 'asks for advice before it decides',
  vote: 'asks the organisations to vote',
}

const about = ({ plan }: Collaboration) => `In the collaboration on “${plan.said.title}”`

export const askedLetter = (
  collaboration: Collaboration,
  decision: Decision,
  organisation: string,
): Letter => ({
  subject: `Answer by ${formatDate(decision.answer_by!)}: ${decision.title}`,
  parts: [
    {
      paragraph: `${about(collaboration)}, ${decision.organisation.name} ${asked[decision.way as AskingWay]}:`,
    },
    { quote: decision.words ? `${decision.title}\n\n${decision.words}` : decision.title },
    { paragraph: `Each organisation has one answer. Yours can be changed until it is closed.` },
    { action: { label: 'Answer', href: decisionPath(collaboration.plan.slug, decision.number) } },
  ],
  why: asPartner(organisation),
})

export const reminderLetter = (
  collaboration: Collaboration,
  decision: Decision,
  organisation: string,
): Letter => ({
  subject: `No answer of ${organisation} yet: ${decision.title}`,
  parts: [
    {
      paragraph: `${about(collaboration)}, ${decision.organisation.name} ${asked[decision.way as AskingWay]}, until ${formatDate(decision.answer_by!)}. ${organisation} has not answered; silence is not counted as a yes.`,
    },
    { quote: decision.title },
    { action: { label: 'Answer', href: decisionPath(collaboration.plan.slug, decision.number) } },
  ],
  why: asPartner(organisation),
})

export const decidedLetter = (
  collaboration: Collaboration,
  decision: Decision,
  organisation: string,
): Letter => ({
  subject: `${resultWords[decision.result!]}: ${decision.title}`,
  parts: [
    { paragraph: `${about(collaboration)} it is decided:` },
    { quote: decision.outcome! },
    ...(decision.tally && decision.way !== 'elsewhere'
      ? [{ paragraph: `${tallyWords(decision.way, decision.tally)}.` }]
      : []),
    { action: { label: 'See the decision', href: decisionPath(collaboration.plan.slug, decision.number) } },
  ],
  why: asPartner(organisation),
})

export const reviewLetter = (
  collaboration: Collaboration,
  decision: Decision,
  organisation: string,
): Letter => ({
  subject: `Look again: ${decision.title}`,
  parts: [
    {
      paragraph: `${about(collaboration)} you meant to look again, on ${formatDate(decision.review_on!)}, at what was decided on ${formatDate(decision.decided_on!)}:`,
    },
    { quote: decision.outcome! },
    {
      action: {
        label: 'Still right, or decide anew',
        href: decisionPath(collaboration.plan.slug, decision.number),
      },
    },
  ],
  why: asPartner(organisation),
})
