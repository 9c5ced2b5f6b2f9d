import { holdFirstPost, listHidden } from '#features/moderation/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { secondsToWait } from '#plumbing/rate-limit.ts'
import { listAnswers, listAnswersById } from './queries.ts'
import { perHour } from './question.ts'
import { mayAccept, mayChange, ownOf } from './rights.ts'
import {
  insertAnswer,
  insertMentions,
  insertQuestion,
  lockAnswer,
  lockQuestion,
  markAccepted,
  updateAnswer,
  updateQuestion,
} from './stored-questions.ts'
import { tellAnswer, tellQuestion } from './telling-actions.ts'
import { mayTakePart, type Thing } from './thing.ts'
import { findThing } from './thing-queries.ts'

/** `called` are the ids of the organisations that the words call. */
export type Written = { words: string; called: string[] }
/** `isHeld`: a curator reads it before others do. */
export type Published = { id: string; isHeld: boolean }

async function requireRoom(trx: Db, clock: Clock, actor: Speaker, what: keyof typeof perHour) {
  const limit = perHour[what]
  if ((await secondsToWait(trx, clock, `${what}s of`, actor.id, limit)) > 0)
    throw failure(
      'conflict',
      `You have written ${limit.most} ${what}s in this hour, which is the most. Write this one in the next hour.`,
    )
}

const requirePart = (thing: Thing, actor: Speaker) => {
  if (!mayTakePart(thing, actor))
    throw failure('forbidden', 'You cannot ask or answer here in the name of this organisation.')
}

/** Asks in the open, in the name of the actor's organisation. */
export const ask = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { thing, words, called }: Written & { thing: Thing },
): Promise<Published> =>
  db.transaction().execute(async trx => {
    requirePart(thing, actor)
    await requireRoom(trx, clock, actor, 'question')
    const id = newId()
    await insertQuestion(trx, {
      id,
      thing_kind: thing.kind,
      thing_id: thing.id,
      organisation_id: actor.actingFor.id,
      person_id: actor.id,
      words,
      asked_at: clock.now(),
    })
    await insertMentions(trx, { questionId: id, answerId: null, organisationIds: called })
    const isHeld = await holdFirstPost(trx, clock, actor, { kind: 'question', id })
    if (!isHeld) await tellQuestion(trx, clock, id)
    return { id, isHeld }
  })

/** A question that is shown and its thing, locked; absent where the actor sees neither. */
async function lockShown(trx: Db, clock: Clock, actor: Speaker, id: string) {
  const question = await lockQuestion(trx, id)
  const thing = question && (await findThing(trx, clock, question.about))
  if (!question || !thing?.isSeenBy(actor)) throw failure('absent', '')
  const hidden = await listHidden(trx, 'question', [id])
  if (hidden.size > 0) throw failure('absent', '')
  return { question, thing }
}

export const answer = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  given: Written & { questionId: string },
): Promise<Published> => db.transaction().execute(trx => answerIn(trx, clock, actor, given))

/** As {@link answer}, in the caller's transaction. */
export async function answerIn(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { questionId, words, called }: Written & { questionId: string },
): Promise<Published> {
  const { thing } = await lockShown(trx, clock, actor, questionId)
  requirePart(thing, actor)
  await requireRoom(trx, clock, actor, 'answer')
  const id = newId()
  await insertAnswer(trx, {
    id,
    question_id: questionId,
    organisation_id: actor.actingFor.id,
    person_id: actor.id,
    words,
    answered_at: clock.now(),
  })
  await insertMentions(trx, { questionId, answerId: id, organisationIds: called })
  const isHeld = await holdFirstPost(trx, clock, actor, { kind: 'question-answer', id })
  if (!isHeld) await tellAnswer(trx, clock, id)
  return { id, isHeld }
}

/** Accepts an answer in place of another; the id of its question. */
export const accept = (db: Db, clock: Clock, actor: Speaker, answerId: string): Promise<string> =>
  db.transaction().execute(async trx => {
    const [{ question_id: questionId } = { question_id: null }] = await listAnswersById(trx, [answerId])
    if (!questionId) throw failure('absent', '')
    const { question, thing } = await lockShown(trx, clock, actor, questionId)
    if (!mayAccept(actor, thing, question))
      throw failure(
        'forbidden',
        'Only whoever asked, or the organisation that published what it is about, accepts an answer.',
      )
    const found = (await listAnswers(trx, [questionId])).find(({ id }) => id === answerId)
    const hidden = await listHidden(trx, 'question-answer', [answerId])
    if (!found || hidden.size > 0) throw failure('absent', '')
    if (found.accepted_at) return questionId
    await markAccepted(trx, found, clock.now())
    await recordActivity(trx, clock, {
      kind: 'question.accepted',
      subject: question.about,
      actor,
      detail: { questionId, answerId },
    })
    return questionId
  })

type Changed = { id: string; words: string }

const tooLate = () =>
  failure(
    'conflict',
    'Words can be changed for fifteen minutes, and those of a question until it is answered. Write another, or report what must not stand.',
  )

const recordChange = (trx: Db, clock: Clock, actor: Speaker, subject: { kind: string; id: string }) =>
  recordActivity(trx, clock, { kind: 'question.changed', subject, actor, detail: {} })

/** Other words in place of a question's; whom they name newly is not told. */
export const changeQuestion = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { id, words }: Changed,
): Promise<Published> =>
  db.transaction().execute(async trx => {
    const question = await lockQuestion(trx, id)
    const thing = question && (await findThing(trx, clock, question.about))
    if (!question || question.person_id !== actor.id || !thing?.isSeenBy(actor)) throw failure('absent', '')
    requirePart(thing, actor)
    const answers = await listAnswers(trx, [id])
    if (!mayChange(clock, actor, ownOf.question(question)) || answers.length > 0) throw tooLate()
    await updateQuestion(trx, id, { words, changed_at: clock.now() })
    await recordChange(trx, clock, actor, { kind: 'question', id })
    return { id, isHeld: await holdFirstPost(trx, clock, actor, { kind: 'question', id }) }
  })

/** As {@link changeQuestion}, of an answer. */
export const changeAnswer = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { id, words }: Changed,
): Promise<Published> =>
  db.transaction().execute(async trx => {
    const { question, answer } = (await lockAnswer(trx, id)) ?? {}
    const thing = question && (await findThing(trx, clock, question.about))
    if (!answer || answer.person_id !== actor.id || !thing?.isSeenBy(actor)) throw failure('absent', '')
    requirePart(thing, actor)
    if (!mayChange(clock, actor, ownOf.answer(answer))) throw tooLate()
    await updateAnswer(trx, id, { words, changed_at: clock.now() })
    await recordChange(trx, clock, actor, { kind: 'question-answer', id })
    return { id, isHeld: await holdFirstPost(trx, clock, actor, { kind: 'question-answer', id }) }
  })
