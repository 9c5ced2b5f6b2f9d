import { listHidden } from '#features/moderation/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { listUnanswered } from './queries.ts'
import { questionPath } from './question.ts'
import { findThing } from './thing-queries.ts'

const shownAtMost = 20

/** What others asked about what the organisation published, and nobody has answered. */
export const questionsToAnswer: Slots['mySections'] = {
  place: 'waits',
  order: 4,
  load: async (db, clock, actor) => {
    const questions = (await listUnanswered(db, actor.actingFor.id)).slice(0, shownAtMost)
    const hidden = await listHidden(
      db,
      'question',
      questions.map(({ id }) => id),
    )
    const rows = await Promise.all(
      questions
        .filter(({ id }) => !hidden.has(id))
        .map(async ({ id, about, asked_at }) => ({
          title: (await findThing(db, clock, about))?.title ?? 'A question',
          href: questionPath(id),
          meta: [`asked on ${formatDate(londonDay(asked_at))}`],
        })),
    )
    return { title: 'Questions that nobody has answered', rows }
  },
}
