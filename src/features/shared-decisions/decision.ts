import type { Visibility } from '#features/accounts/index.ts'
import { type Collaboration, collaborationPath, joined } from '#features/collaborations/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'

/** How partners decide: it was decided elsewhere, or nobody objects, or the others advise who asks, or most are for it. */
export const ways = ['elsewhere', 'consent', 'advice', 'vote'] as const
export type Way = (typeof ways)[number]
export type AskingWay = Exclude<Way, 'elsewhere'>

export const wayLabels: Record<Way, string> = {
  elsewhere: 'Decided elsewhere',
  consent: 'Consent',
  advice: 'Advice',
  vote: 'Vote',
}

export type Answer = 'for' | 'against' | 'abstains' | 'advises'

/** The answers that fit a way, in its words. */
export const answersTo: Record<AskingWay, Partial<Record<Answer, string>>> = {
  consent: { for: 'No objection', against: 'Objects', abstains: 'Stands aside' },
  advice: { advises: 'Advises' },
  vote: { for: 'For', against: 'Against', abstains: 'Abstains' },
}

export const answerWords = (way: Way, answer: Answer): string =>
  way === 'elsewhere' ? '' : (answersTo[way][answer] ?? '')

export type Result = 'agreed' | 'not-agreed'
export const resultWords: Record<Result, string> = { agreed: 'Agreed', 'not-agreed': 'Not agreed' }

/** The answer of one organisation that counts: its last. */
export type GivenAnswer = {
  organisation: OrganisationName
  answer: Answer
  words: string | null
  answered_at: Date
}

/** Organisations, never people: how many are in it, and what those that answered said. */
export type Tally = { organisations: number } & Record<Answer, number>

export type Decision = {
  id: string
  collaboration_id: string
  number: number
  title: string
  words: string | null
  way: Way
  visibility: Visibility
  organisation: OrganisationName
  asked_at: Date
  /** 'YYYY-MM-DD' */
  answer_by: string | null
  state: 'open' | 'decided' | 'withdrawn'
  result: Result | null
  outcome: string | null
  decided_on: string | null
  review_on: string | null
  tally: Tally | null
  answers: GivenAnswer[]
}

export const decisionsPath = (slug: string) => `${collaborationPath(slug)}/decisions`
export const decisionPath = (slug: string, number: number) => `${decisionsPath(slug)}/${number}`
export const decisionVisibilityPath = (slug: string, number: number) =>
  `${decisionPath(slug, number)}/visibility`

/** The answers of the organisations that are in it now; one that has left no longer counts. */
export function countedAnswers(collaboration: Pick<Collaboration, 'partners'>, answers: GivenAnswer[]) {
  const inIt = new Set(joined(collaboration).map(({ organisation }) => organisation.id))
  return answers.filter(({ organisation }) => inIt.has(organisation.id))
}

/** Each organisation weighs one, whatever its size and however many of its people are here. */
export function tallyOf(collaboration: Pick<Collaboration, 'partners'>, answers: GivenAnswer[]): Tally {
  const counted = countedAnswers(collaboration, answers)
  const saying = (answer: Answer) => counted.filter(given => given.answer === answer).length
  return {
    organisations: joined(collaboration).length,
    for: saying('for'),
    against: saying('against'),
    abstains: saying('abstains'),
    advises: saying('advises'),
  }
}

const answered = (tally: Tally) => tally.for + tally.against + tally.abstains + tally.advises

/** Whether nobody is waited for: all have answered, or the day has passed. `today`: 'YYYY-MM-DD'. */
export const mayBeClosed = (
  { answer_by }: Pick<Decision, 'answer_by'>,
  tally: Tally,
  today: string,
): boolean => answered(tally) >= tally.organisations || (answer_by !== null && today > answer_by)

/** Why it cannot be said to be agreed; null when it can. Silence is no consent: half of the organisations must have answered. */
export function obstacleToAgreed(way: Way, tally: Tally): string | null {
  if (way === 'elsewhere' || way === 'advice') return null
  if (answered(tally) * 2 < tally.organisations) return 'Fewer than half of the organisations have answered.'
  if (way === 'consent') return tally.against > 0 ? 'An organisation objects.' : null
  return tally.for > tally.against ? null : 'Not more organisations are for it than against it.'
}

/** Those in it that have not answered. */
export function awaited(
  collaboration: Pick<Collaboration, 'partners'>,
  answers: GivenAnswer[],
): OrganisationName[] {
  const heard = new Set(answers.map(({ organisation }) => organisation.id))
  return joined(collaboration)
    .map(({ organisation }) => organisation)
    .filter(({ id }) => !heard.has(id))
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** In words, such as “2 of 3 organisations have answered: 1 no objection, 1 objects”. */
export function tallyWords(way: Way, tally: Tally): string {
  if (way === 'elsewhere') return ''
  const said = (Object.entries(answersTo[way]) as [Answer, string][])
    .filter(([answer]) => tally[answer] > 0)
    .map(([answer, words]) => `${tally[answer]} ${words.toLowerCase()}`)
  const all = `${answered(tally)} of ${counted(tally.organisations, 'organisation', 'organisations')} answered`
  return said.length > 0 && way !== 'advice' ? `${all}: ${said.join(', ')}` : all
}
