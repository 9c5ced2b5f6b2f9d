import { listOrganisationsById } from '#features/organisations/index.ts'
import { systemClock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listAnswersById, listQuestions, type Question } from './queries.ts'
import { answerAnchor, questionPath } from './question.ts'
import { findThing } from './thing-queries.ts'

type Written = { id: string; organisation_id: string; question: Question; says: string; path: string }

async function thingsOf(db: Db, written: Written[]) {
  const organisations = await listOrganisationsById(
    db,
    written.map(({ organisation_id }) => organisation_id),
  )
  const found = await Promise.all(
    written.map(async ({ id, organisation_id, question, says, path }) => {
      const thing = await findThing(db, systemClock, question.about)
      const title = `${organisations.get(organisation_id)!.name} ${says}: ${thing?.title}`
      return thing ? [{ id, title, path, organisationId: organisation_id, isSeenBy: thing.isSeenBy }] : []
    }),
  )
  return found.flat()
}

export const moderatedQuestions: Slots['moderated'] = {
  kind: 'question',
  label: 'question',
  list: async (db, ids) =>
    thingsOf(
      db,
      (await listQuestions(db, ids)).map(question => ({
        id: question.id,
        organisation_id: question.organisation_id,
        question,
        says: 'asks',
        path: questionPath(question.id),
      })),
    ),
}

export const moderatedAnswers: Slots['moderated'] = {
  kind: 'question-answer',
  label: 'answer',
  list: async (db, ids) => {
    const answers = await listAnswersById(db, ids)
    const questions = await listQuestions(
      db,
      answers.map(({ question_id }) => question_id),
    )
    return thingsOf(
      db,
      answers.map(({ id, organisation_id, question_id }) => ({
        id,
        organisation_id,
        question: questions.find(question => question.id === question_id)!,
        says: 'answers',
        path: `${questionPath(question_id)}#${answerAnchor(id)}`,
      })),
    )
  },
}
