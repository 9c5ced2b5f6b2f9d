import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { shortened } from '#ui/shortened.ts'
import { listUnanswered, listUnansweredOf, type Question } from './queries.ts'
import { questionPath } from './question.ts'

const recordOf = ({ id, words, asked_at }: Question, who: string) => ({
  title: shortened(words),
  href: questionPath(id),
  meta: [who],
  date: londonDay(asked_at),
})

/** What an organisation was asked, and what it asked, and nobody has answered. */
export const unanswered: Slots['packRecords'] = {
  title: 'Questions that nobody has answered',
  list: async (db, organisationId) => [
    ...(await listUnanswered(db, organisationId)).map(question => recordOf(question, 'was asked')),
    ...(await listUnansweredOf(db, organisationId)).map(question => recordOf(question, 'asked others')),
  ],
}
