import { listPeople, type PersonName } from '#features/accounts/index.ts'
import { type Hidden, listHidden } from '#features/moderation/index.ts'
import { listOrganisationsById, type OrganisationFacts } from '#features/organisations/index.ts'
import { type Actor, hasDuty, isMemberOf, isSpeaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Answer, type Called, listAnswers, listBySlugs, type Question } from './queries.ts'
import { inOrder, slugsIn } from './question.ts'
import { mayAccept, mayChange, ownOf } from './rights.ts'
import { mayTakePart, type Thing } from './thing.ts'

/** What an organisation wrote, as someone reads it. */
export type Said = {
  id: string
  /** Null where a curator took them down and the reader is none of those who wrote them. */
  words: string | null
  organisation: OrganisationFacts
  person: PersonName | undefined
  at: Date
  isChanged: boolean
  hidden: Hidden | null
  /** The reader wrote it, minutes ago. */
  mayChange: boolean
}

export type ShownAnswer = Said & { isAccepted: boolean }

export type ShownQuestion = Said & {
  askedAt: Date
  answers: ShownAnswer[]
  /** The reader speaks for who asked: what they write adds to it. */
  isOwn: boolean
  mayAnswer: boolean
  mayAccept: boolean
}

/** Questions with what of them a reader may see, and the organisations that their words name, by slug. */
export type Shown = { questions: ShownQuestion[]; named: Map<string, Called> }

type Row = Pick<Question, 'id' | 'words' | 'organisation_id' | 'person_id' | 'changed_at'>

/** These questions about a thing that the reader may see, without what waits for a curator: those unanswered first. */
export async function showQuestions(
  db: Db,
  clock: Clock,
  actor: Actor,
  { thing, questions }: { thing: Thing; questions: Question[] },
): Promise<Shown> {
  const ids = questions.map(({ id }) => id)
  const answers = await listAnswers(db, ids)
  const all = [...questions, ...answers]
  const hidden = new Map([
    ...(await listHidden(db, 'question', ids)),
    ...(await listHidden(
      db,
      'question-answer',
      answers.map(({ id }) => id),
    )),
  ])
  const organisations = await listOrganisationsById(
    db,
    all.map(({ organisation_id }) => organisation_id),
  )
  const people = await listPeople(
    db,
    all.flatMap(({ person_id }) => person_id ?? []),
  )
  const isKeeper = ({ organisation_id }: Row) =>
    isMemberOf(actor, organisation_id) || hasDuty(actor, 'curator')
  const isShown = (row: Row) => hidden.get(row.id)?.state !== 'held' || isKeeper(row)
  const said = (row: Row, at: Date): Omit<Said, 'mayChange'> => ({
    id: row.id,
    words: hidden.has(row.id) && !isKeeper(row) ? null : row.words,
    organisation: organisations.get(row.organisation_id)!,
    person: people.get(row.person_id ?? ''),
    at,
    isChanged: row.changed_at !== null,
    hidden: hidden.get(row.id) ?? null,
  })
  const speaker = isSpeaker(actor) ? actor : null
  const maySpeak = speaker !== null && mayTakePart(thing, speaker)
  const answerOf = (answer: Answer): ShownAnswer => ({
    ...said(answer, answer.answered_at),
    mayChange: maySpeak && mayChange(clock, speaker, ownOf.answer(answer)),
    isAccepted: answer.accepted_at !== null && !hidden.has(answer.id),
  })
  const questionOf = (question: Question): ShownQuestion => {
    const own = answers.filter(({ question_id }) => question_id === question.id)
    return {
      ...said(question, question.asked_at),
      askedAt: question.asked_at,
      mayChange: maySpeak && own.length === 0 && mayChange(clock, speaker, ownOf.question(question)),
      answers: own
        .filter(isShown)
        .map(answerOf)
        .toSorted((a, b) => Number(b.isAccepted) - Number(a.isAccepted)),
      isOwn: speaker?.actingFor.id === question.organisation_id,
      mayAnswer: maySpeak && !hidden.has(question.id),
      mayAccept: speaker !== null && !hidden.has(question.id) && mayAccept(speaker, thing, question),
    }
  }
  const shown = inOrder(questions.filter(isShown).map(questionOf))
  const words = shown.flatMap(({ words, answers }) => [words, ...answers.map(answer => answer.words)])
  const called = await listBySlugs(
    db,
    words.flatMap(words => (words ? slugsIn(words) : [])),
  )
  return { questions: shown, named: new Map(called.map(one => [one.slug, one])) }
}
