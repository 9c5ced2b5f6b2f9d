import type { Slots } from '#plumbing/feature.ts'
import { listOfPerson } from './queries.ts'
import { questionPath } from './question.ts'
import { forgetWriter } from './stored-questions.ts'

/** The words are the organisation's; that a person wrote them is theirs. */
export const askedAndAnswered: Slots['personalData'] = {
  title: 'What I asked and answered for my organisation',
  order: 37,
  export: async (db, personId) => {
    const { asked, answered } = await listOfPerson(db, personId)
    return [
      ...asked.map(({ id, asked_at, ...row }) => ({
        did: 'asked',
        page: questionPath(id),
        on: asked_at,
        ...row,
      })),
      ...answered.map(({ question_id, answered_at, ...row }) => ({
        did: 'answered',
        page: questionPath(question_id),
        on: answered_at,
        ...row,
      })),
    ]
  },
  erase: (trx, _clock, personId) => forgetWriter(trx, personId),
}
