import { joinedIds, listCollaborationsOf } from '#features/collaborations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { versionPath } from './agreement.ts'
import { aheadOf } from './ahead.ts'
import { listEnding } from './queries.ts'

/** Agreements of one's organisation that end, or are to be looked at again. */
export const endsOfAgreements: Slots['closingSoon'] = {
  list: async (db, clock, actor) => {
    const { id } = actor.actingFor
    const own = new Map(
      (await listCollaborationsOf(db, id))
        .filter(collaboration => joinedIds(collaboration).includes(id))
        .map(({ id, plan }) => [id, plan]),
    )
    return (await listEnding(db, aheadOf(clock.now()))).flatMap(({ collaboration_id, number, day, kind }) => {
      const plan = own.get(collaboration_id)
      if (!plan) return []
      return [
        {
          day,
          title: `Agreement on “${plan.said.title}”`,
          href: versionPath(plan.slug, number),
          meta: [kind === 'ends' ? 'it ends' : 'you look at it again'],
        },
      ]
    })
  },
}
