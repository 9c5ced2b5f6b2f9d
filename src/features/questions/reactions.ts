import type { Reaction } from '#plumbing/jobs.ts'
import { tellAnswer, tellQuestion } from './telling-actions.ts'

const released = ['moderation.released', 'moderation.restored']

/** Once a curator has read what was written, those whom it is for hear of it. */
export const tellOnceRead: Reaction = {
  name: 'tellOnceQuestionIsRead',
  to: kind => released.includes(kind),
  run: async (trx, activities, { clock }) => {
    for (const { subject } of activities) {
      if (subject.kind === 'question') await tellQuestion(trx, clock, subject.id)
      if (subject.kind === 'question-answer') await tellAnswer(trx, clock, subject.id)
    }
  },
}
