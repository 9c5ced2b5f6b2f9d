import { collaborationPath } from '#features/collaborations/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'

/** What breaks collaborations, as five questions that a yes answers well. Discovery with councils, 2019. */
export const questions = ['aims', 'pace', 'deciding', 'language', 'cover'] as const
export type Question = (typeof questions)[number]

export const questionWords: Record<Question, string> = {
  aims: 'Do all partners still want the same thing?',
  pace: 'Can you keep up with how fast the work goes?',
  deciding: 'Is it clear who decides what?',
  language: 'Do you understand each other, and say what goes wrong?',
  cover: 'Could someone else take over from your people tomorrow?',
}

/** 3 yes, 2 partly, 1 no. */
export type Level = 1 | 2 | 3
export const levels: Level[] = [3, 2, 1]
export const levelWords: Record<Level, string> = { 3: 'Yes', 2: 'Partly', 1: 'No' }

export type Levels = Record<Question, Level>
export const allWell: Levels = { aims: 3, pace: 3, deciding: 3, language: 3, cover: 3 }

export type Reply = Levels & { organisation: OrganisationName; note: string | null; answered_at: Date }

/** A month of questions; `month` is its first day, 'YYYY-MM-DD'. */
export type Round = { id: string; month: string; replies: Reply[] }

export const healthPath = (slug: string) => `${collaborationPath(slug)}/health`

/** How a link in a mail begins: all is well, as in the month before, or with an empty form. */
export const beginnings = ['well', 'as-before', 'answers'] as const
export type Beginning = (typeof beginnings)[number]
export const linkPath = (secret: string, beginning: Beginning) => `/health/${secret}/${beginning}`

/** A question that partners see otherwise than each other, or worse than before. */
export type Concern = {
  question: Question
  /** How far apart the answers are: 0 to 2. */
  spread: number
  /** Who says so, yes first. */
  said: { level: Level; organisations: OrganisationName[] }[]
  /** Who said better of it the last time. */
  fell: OrganisationName[]
}

const lastBefore = (earlier: Round[], organisationId: string, question: Question): Level | undefined => {
  for (const { replies } of earlier) {
    const reply = replies.find(({ organisation }) => organisation.id === organisationId)
    if (reply) return reply[question]
  }
  return undefined
}

function concernIn([latest, ...earlier]: [Round, ...Round[]], question: Question): Concern {
  const given = latest.replies.map(reply => reply[question])
  return {
    question,
    spread: Math.max(...given) - Math.min(...given),
    said: levels.flatMap(level => {
      const organisations = latest.replies
        .filter(reply => reply[question] === level)
        .map(({ organisation }) => organisation)
      return organisations.length > 0 ? [{ level, organisations }] : []
    }),
    fell: latest.replies.flatMap(({ organisation, [question]: level }) =>
      level < (lastBefore(earlier, organisation.id, question) ?? level) ? [organisation] : [],
    ),
  }
}

const has = (level: Level, { said }: Concern) => said.some(one => one.level === level)

const weight = (concern: Concern) => (has(1, concern) ? 4 : 0) + concern.spread * 2 + concern.fell.length

/**
 * What to talk about, the most pressing first: of the latest round, where someone does not say yes. Rounds from the latest
 * on. Where all say yes to all, and said so before, there is nothing.
 */
export function concernsOf(rounds: Round[]): Concern[] {
  const [latest, ...earlier] = rounds
  if (!latest || latest.replies.length === 0) return []
  return questions
    .map(question => concernIn([latest, ...earlier], question))
    .filter(concern => has(2, concern) || has(1, concern))
    .toSorted((a, b) => weight(b) - weight(a))
}

/** Whether someone from outside would help: a no that stands for two rounds, or three questions that trouble someone. */
export function needsFriend(rounds: Round[]): boolean {
  const [latest, before] = rounds
  if (!latest) return false
  const isNo = (round: Round | undefined, question: Question) =>
    round?.replies.some(reply => reply[question] === 1) ?? false
  return (
    questions.some(question => isNo(latest, question) && isNo(before, question)) ||
    concernsOf(rounds).length >= 3
  )
}

const inARow = new Intl.ListFormat('en-GB')

export const namesOf = (organisations: OrganisationName[]) =>
  inARow.format(organisations.map(({ name }) => name))

/** How a question was answered over rounds from the latest on. */
export type Drift = {
  question: Question
  /** Each that answered in any of them, in the order of names; a level for each round, null where it did not answer. */
  lines: { organisation: OrganisationName; said: (Level | null)[] }[]
  /** The earliest and the latest round that somebody answered, where not as large a part says yes; null where it does, or where one is all. */
  change: { from: YesCount; to: YesCount } | null
}

/** How many of those who answered in a month say yes. */
export type YesCount = { month: string; yes: number; of: number }

const yesIn = ({ month, replies }: Round, question: Question): YesCount => ({
  month,
  yes: replies.filter(reply => reply[question] === 3).length,
  of: replies.length,
})

/** How each question drifts, rounds from the latest on. */
export function driftsOf(rounds: Round[]): Drift[] {
  const organisations = new Map(
    rounds.flatMap(({ replies }) => replies).map(({ organisation }) => [organisation.id, organisation]),
  )
  const byName = [...organisations.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const answered = rounds.filter(({ replies }) => replies.length > 0)
  return questions.map(question => {
    const counts = answered.map(round => yesIn(round, question))
    const [from, to] = [counts.at(-1), counts.at(0)]
    return {
      question,
      lines: byName.map(organisation => ({
        organisation,
        said: rounds.map(
          ({ replies }) =>
            replies.find(reply => reply.organisation.id === organisation.id)?.[question] ?? null,
        ),
      })),
      change: from && to && from.yes * to.of !== to.yes * from.of ? { from, to } : null,
    }
  })
}
