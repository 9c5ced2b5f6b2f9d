import { joinedIds, listCollaborationsOf } from '#features/collaborations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { loadPlans } from './standing-queries.ts'
import { successionPath } from './succession.ts'
import { waitsFor, warningWords } from './warnings.ts'

const saidAtMost = 3

/** Plans of succession in which something waits for one's organisation. */
export const rolesToFill: Slots['mySections'] = {
  place: 'waits',
  order: 11,
  load: async (db, clock, actor) => {
    const { id } = actor.actingFor
    const own = (await listCollaborationsOf(db, id)).filter(one => joinedIds(one).includes(id))
    const plans = await loadPlans(db, clock, own)
    return {
      title: 'Roles with partners that wait for someone',
      rows: plans.flatMap(({ collaboration, warnings }) => {
        const waiting = warnings.filter(warning => waitsFor(warning, id))
        if (waiting.length === 0) return []
        const { slug, said } = collaboration.plan
        return [
          {
            title: `Plan of succession of “${said.title}”`,
            href: successionPath(slug),
            meta: waiting.slice(0, saidAtMost).map(warningWords),
          },
        ]
      }),
    }
  },
}
