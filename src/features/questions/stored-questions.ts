import type { Insertable, Updateable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { type Answer, findQuestion, listAnswersById, type Question } from './queries.ts'
import type { QuestionAnswerTable, QuestionTable } from './tables.ts'

export const insertQuestion = (trx: Db, row: Insertable<QuestionTable>) =>
  trx.insertInto('question').values(row).execute()

export const insertAnswer = (trx: Db, row: Insertable<QuestionAnswerTable>) =>
  trx.insertInto('question_answer').values(row).execute()

/** A question that nobody else writes to, nor answers, until the transaction ends. */
export async function lockQuestion(trx: Db, id: string): Promise<Question | undefined> {
  await trx.selectFrom('question').select('id').where('id', '=', id).forUpdate().execute()
  return findQuestion(trx, id)
}

/** An answer, with its question locked. */
export async function lockAnswer(
  trx: Db,
  id: string,
): Promise<{ answer: Answer; question: Question } | null> {
  const [found] = await listAnswersById(trx, [id])
  const question = found && (await lockQuestion(trx, found.question_id))
  const [answer] = await listAnswersById(trx, [id])
  return question && answer ? { question, answer } : null
}

export const updateQuestion = (trx: Db, id: string, change: Updateable<QuestionTable>) =>
  trx.updateTable('question').set(change).where('id', '=', id).execute()

export const updateAnswer = (trx: Db, id: string, change: Updateable<QuestionAnswerTable>) =>
  trx.updateTable('question_answer').set(change).where('id', '=', id).execute()

/** Puts one accepted answer in place of another. */
export async function markAccepted(trx: Db, answer: Answer, at: Date): Promise<void> {
  await trx
    .updateTable('question_answer')
    .set({ accepted_at: null })
    .where('question_id', '=', answer.question_id)
    .where('accepted_at', 'is not', null)
    .execute()
  await updateAnswer(trx, answer.id, { accepted_at: at })
}

type Naming = { questionId: string; answerId: string | null; organisationIds: string[] }

/** Keeps which organisations are called; one that was told of the question before is not told again. */
export async function insertMentions(trx: Db, { questionId, answerId, organisationIds }: Naming) {
  if (organisationIds.length === 0) return
  await trx
    .insertInto('question_mention')
    .values(
      organisationIds.map(organisation_id => ({
        question_id: questionId,
        organisation_id,
        answer_id: answerId,
      })),
    )
    .onConflict(conflict =>
      conflict
        .columns(['question_id', 'organisation_id'])
        .doUpdateSet({ answer_id: answerId })
        .where('question_mention.told_at', 'is', null),
    )
    .execute()
}

export async function markMentionsTold(
  trx: Db,
  { questionId, organisationIds, at }: { questionId: string; organisationIds: string[]; at: Date },
) {
  if (organisationIds.length === 0) return
  await trx
    .updateTable('question_mention')
    .set({ told_at: at })
    .where('question_id', '=', questionId)
    .where('organisation_id', 'in', organisationIds)
    .execute()
}

/** The words stay their organisation's; nothing leads to the person. */
export async function forgetWriter(trx: Db, personId: string): Promise<void> {
  await trx.updateTable('question').set({ person_id: null }).where('person_id', '=', personId).execute()
  await trx
    .updateTable('question_answer')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
}
