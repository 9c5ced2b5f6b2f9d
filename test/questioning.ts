import type { Letter } from '#features/mail/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Form } from './support.ts'

type Asker = { post(path: string, form: Form): Promise<{ headers: Record<string, unknown> }> }

/** Where someone is led once they asked or answered: the question’s own page. */
export async function askIn(asker: Asker, path: string, words: string, form: Form = {}): Promise<string> {
  const { headers } = await asker.post(path, { words, ...form })
  return String(headers.location).replace(/\?.*/, '')
}

export const answerIdsOf = async (db: Db, question: string): Promise<string[]> =>
  (
    await db
      .selectFrom('question_answer')
      .select('id')
      .where('question_id', '=', question.replace('/questions/', ''))
      .orderBy('answered_at')
      .orderBy('id')
      .execute()
  ).map(({ id }) => id)

/** What was sent to someone about questions, the oldest first. */
export async function questionMailTo(db: Db, address: string): Promise<Letter[]> {
  const rows = await db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', address)
    .where('about', '=', 'question')
    .orderBy('id')
    .execute()
  return rows.map(({ letter }) => letter as Letter)
}
