import type { IntroductionSideTable, IntroductionTable } from './tables.ts'

export type State = IntroductionTable['state']
export type DeclinedAs = NonNullable<IntroductionTable['declined_as']>
export type SideName = IntroductionSideTable['side']
export type Outcome = NonNullable<IntroductionSideTable['outcome']>
export type NoFitAs = NonNullable<IntroductionSideTable['no_fit_as']>

export const sideNames = ['asker', 'asked'] as const satisfies SideName[]

/** Against nuisance. Open questions are a person's, those of a week their organisation's. */
export const limits = { openOfPerson: 5, weekOfOrganisation: 10 }

/** Days: until silence ends a question, a blocked one is answered, the outcome is asked, and a link in a mail is forgotten. */
export const days = { silence: 21, blocked: 2, outcome: 30, link: 100 }

/** The furthest that a time may be offered, in days. */
export const furthest = 184

const dayLength = 86_400_000
export const daysBefore = (moment: Date, count: number) => new Date(moment.getTime() - count * dayLength)
export const daysAfter = (moment: Date, count: number) => daysBefore(moment, -count)

export const declineLabels: Record<DeclinedAs, string> = {
  'no-time': 'no time for it just now',
  'not-ours': 'this is no longer theirs',
  decided: 'what to do about it is decided',
  'read-first': 'what they published says all they can say',
  other: 'not just now',
}

/** The same choices as whoever answers reads them. */
export const declineChoices: Record<DeclinedAs, string> = {
  'no-time': 'We have no time for it just now',
  'not-ours': 'It is no longer ours',
  decided: 'What to do about it is decided',
  'read-first': 'What we published says all we can say',
  other: 'Another reason',
}
export const declines = Object.keys(declineChoices) as [DeclinedAs, ...DeclinedAs[]]

export const outcomeLabels: Record<Outcome, string> = {
  met: 'We met',
  'working-together': 'We met, and work together',
  'no-fit': 'It was no fit',
}
export const outcomes = Object.keys(outcomeLabels) as [Outcome, ...Outcome[]]

export const noFitLabels: Record<NoFitAs, string> = {
  'other-need': 'Our needs differ',
  'no-time': 'One of us had no time',
  'no-answer': 'The other did not answer',
  other: 'Another reason',
}
export const noFits = Object.keys(noFitLabels) as [NoFitAs, ...NoFitAs[]]

export const introductionPath = (id: string) => `/introductions/${id}`

/** The page that a secret address in a mail leads to. */
export const linkPath = (secret: string) => `/introductions/from-mail/${secret}`

type About = { kind: string; id: string }

/** Where a speaker asks to meet whoever owns a thing, or a curator about it. */
export const askPath = ({ kind, id }: About, whom?: 'curator') =>
  `/introductions/new?${new URLSearchParams({ of: kind, id, ...(whom && { whom }) })}`
