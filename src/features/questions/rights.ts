import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import { changeableFor } from './question.ts'
import type { QuestionAnswerTable, QuestionTable } from './tables.ts'
import { mayTakePart, type Thing } from './thing.ts'

/** Whoever asked, or whose the thing is, says which answer helped. */
export const mayAccept = (
  actor: Speaker,
  thing: Thing,
  question: Pick<QuestionTable, 'organisation_id'>,
): boolean =>
  [thing.organisation?.id, question.organisation_id].includes(actor.actingFor.id) && mayTakePart(thing, actor)

type Own = Pick<QuestionTable, 'person_id' | 'organisation_id'> & { at: Date }

/** Whether these words are the actor's own, written minutes ago for whom they act now. */
export const mayChange = (clock: Clock, actor: Speaker, { person_id, organisation_id, at }: Own): boolean =>
  person_id === actor.id &&
  organisation_id === actor.actingFor.id &&
  clock.now().getTime() - at.getTime() < changeableFor

export const ownOf = {
  question: (question: QuestionTable): Own => ({ ...question, at: question.asked_at }),
  answer: (answer: QuestionAnswerTable): Own => ({ ...answer, at: answer.answered_at }),
}
