import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { loadPlan } from './standing-queries.ts'
import { successionPath } from './succession.ts'
import { waitsFor } from './warnings.ts'

/** The plan of succession, on the page that shows how a collaboration stands; for its partners. */
export const successionPart: Slots['collaborationParts'] = {
  order: 40,
  load: async (db, clock, { collaboration, standing, actor }) => {
    if (standing !== 'partner') return null
    const { roles, warnings } = await loadPlan(db, clock, collaboration)
    const own = actor.kind === 'person' ? actor.actingFor?.id : undefined
    const waits = roles.length > 0 && warnings.some(warning => waitsFor(warning, own))
    return {
      title: 'Succession',
      says:
        roles.length === 0
          ? 'Who holds which role, who steps in, and where everything lives.'
          : [
              countOf(roles.length, 'role'),
              ...(warnings.length > 0 ? [`${countOf(warnings.length, 'thing')} to mend`] : []),
            ].join(', '),
      href: successionPath(collaboration.plan.slug),
      status:
        roles.length === 0 ? 'Not begun' : waits ? 'Waits for you' : warnings.length > 0 ? 'Open' : 'Kept',
    }
  },
}
