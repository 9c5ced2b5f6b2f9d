import { joinedIds, listCollaborationsOf } from '#features/collaborations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { healthPath } from './health.ts'
import { listAnswered, listLatestRounds } from './queries.ts'

/** Collaborations that one's organisation has not said this month how they go. */
export const waitingRounds: Slots['mySections'] = {
  place: 'waits',
  order: 9,
  load: async (db, _clock, actor) => {
    const { id } = actor.actingFor
    const own = (await listCollaborationsOf(db, id)).filter(collaboration =>
      joinedIds(collaboration).includes(id),
    )
    const rounds = await listLatestRounds(
      db,
      own.map(collaboration => collaboration.id),
    )
    const answered = await listAnswered(
      db,
      rounds.map(round => round.id),
      id,
    )
    return {
      title: 'How does it go with the others?',
      rows: rounds
        .filter(round => !answered.has(round.id))
        .map(({ collaboration_id, month }) => {
          const { plan } = own.find(collaboration => collaboration.id === collaboration_id)!
          return {
            title: plan.said.title,
            href: healthPath(plan.slug),
            meta: ['five questions', formatDate(month.slice(0, 7))],
          }
        }),
    }
  },
}
