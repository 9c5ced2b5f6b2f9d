import type { Db } from '#plumbing/database/database.ts'
import type { About, ThingKind } from './question.ts'
import type { QuestionAnswerTable, QuestionTable } from './tables.ts'

export type Question = QuestionTable & { about: About }
export type Answer = QuestionAnswerTable

const asQuestion = (row: QuestionTable): Question => ({
  ...row,
  about: { kind: row.thing_kind as ThingKind, id: row.thing_id },
})

export async function listQuestions(db: Db, ids: string[]): Promise<Question[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('question').selectAll().where('id', 'in', ids).execute()).map(asQuestion)
}

export const findQuestion = async (db: Db, id: string): Promise<Question | undefined> =>
  (await listQuestions(db, [id]))[0]

/** All that was asked about a thing, the oldest first. */
export async function listQuestionsAbout(db: Db, { kind, id }: About): Promise<Question[]> {
  const rows = await db
    .selectFrom('question')
    .selectAll()
    .where('thing_kind', '=', kind)
    .where('thing_id', '=', id)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map(asQuestion)
}

/** The answers to these questions, the oldest first. */
export const listAnswers = async (db: Db, questionIds: string[]): Promise<Answer[]> =>
  questionIds.length === 0
    ? []
    : db
        .selectFrom('question_answer')
        .selectAll()
        .where('question_id', 'in', questionIds)
        .orderBy('answered_at')
        .orderBy('id')
        .execute()

export const listAnswersById = async (db: Db, ids: string[]): Promise<Answer[]> =>
  ids.length === 0 ? [] : db.selectFrom('question_answer').selectAll().where('id', 'in', ids).execute()

/** Organisations by their slugs; slugs of none are absent. */
export const listBySlugs = async (db: Db, slugs: string[]) =>
  slugs.length === 0
    ? []
    : db
        .selectFrom('organisation')
        .select(['id', 'slug', 'name', 'kind'])
        .where('slug', 'in', slugs)
        .orderBy('name')
        .execute()

export type Called = Awaited<ReturnType<typeof listBySlugs>>[number]

/** The organisations that a question or answer calls and that were not told yet. */
export const listUntold = (db: Db, questionId: string, answerId: string | null) =>
  db
    .selectFrom('question_mention')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'organisation.kind'])
    .where('question_id', '=', questionId)
    .where('answer_id', 'is not distinct from', answerId)
    .where('told_at', 'is', null)
    .orderBy('organisation.name')
    .execute()

/** What a person asked and answered, for their own copy. */
export const listOfPerson = async (db: Db, personId: string) => ({
  asked: await db
    .selectFrom('question')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['question.id', 'words', 'asked_at', 'organisation.name as organisation'])
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .execute(),
  answered: await db
    .selectFrom('question_answer')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['question_id', 'words', 'answered_at', 'organisation.name as organisation'])
    .where('person_id', '=', personId)
    .orderBy('answered_at')
    .execute(),
})

/** The oldest first: what was asked about what an organisation published, by another, and nobody has answered. */
export const listUnanswered = async (db: Db, organisationId: string): Promise<Question[]> => {
  const rows = await db
    .selectFrom('question')
    .leftJoin('problem', 'problem.id', 'thing_id')
    .leftJoin('plan', 'plan.id', 'thing_id')
    .selectAll('question')
    .where(({ or, eb }) =>
      or([
        eb('problem.organisation_id', '=', organisationId),
        eb('plan.organisation_id', '=', organisationId),
      ]),
    )
    .where('question.organisation_id', '!=', organisationId)
    .where('told_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('question_answer').select('id').whereRef('question_id', '=', 'question.id'))),
    )
    .orderBy('asked_at')
    .execute()
  return rows.map(asQuestion)
}

/** The oldest first: what an organisation asked others, and nobody has answered. */
export const listUnansweredOf = async (db: Db, organisationId: string): Promise<Question[]> => {
  const rows = await db
    .selectFrom('question')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('told_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('question_answer')
            .select('question_answer.id')
            .whereRef('question_answer.question_id', '=', 'question.id'),
        ),
      ),
    )
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map(asQuestion)
}
