import { joinedIds, listCollaborationsOf } from '#features/collaborations/index.ts'
import { isLeadOf } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { canSign, signingPath } from './agreement.ts'
import { findAgreement } from './queries.ts'

/** Agreements that wait for the signature of a lead. */
export const toSign: Slots['mySections'] = {
  place: 'waits',
  order: 8,
  load: async (db, clock, actor) => {
    const { id, name } = actor.actingFor
    const today = londonDay(clock.now())
    const rows = []
    for (const collaboration of await listCollaborationsOf(db, id)) {
      if (!joinedIds(collaboration).includes(id)) continue
      const { plan } = collaboration
      const agreement = await findAgreement(db, collaboration.id)
      for (const version of agreement?.versions.filter(found => canSign(found, id, today)) ?? [])
        rows.push({
          title: `Version ${version.number} of the agreement on “${plan.said.title}”`,
          href: signingPath(plan.slug, version.number),
          meta: [`fixed on ${formatDate(londonDay(version.fixedAt))}`],
        })
    }
    return {
      title: isLeadOf(actor, id) ? 'Waits for your signature' : `Waits for a lead of ${name} to sign`,
      rows,
    }
  },
}
