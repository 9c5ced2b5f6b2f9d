import { isLeadOf } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { collaborationPath, joined, joiningPath } from './collaboration.ts'
import { listCollaborationsOf } from './queries.ts'

/** Collaborations that wait for the yes of a lead. */
export const askedToJoin: Slots['mySections'] = {
  place: 'waits',
  order: 7,
  load: async (db, _clock, actor) => {
    const { id, name } = actor.actingFor
    const isLead = isLeadOf(actor, id)
    const asked = (await listCollaborationsOf(db, id)).flatMap(({ plan, partners }) => {
      const own = partners.find(({ organisation }) => organisation.id === id)!
      return own.state === 'asked' ? [{ plan, own }] : []
    })
    return {
      title: isLead ? 'Asked to work together' : `Asked to work together: a lead of ${name} answers`,
      rows: asked.map(({ plan, own }) => ({
        title: `Join the collaboration on “${plan.said.title}”?`,
        href: joiningPath(plan.slug),
        meta: [`since ${formatDate(londonDay(own.asked_at))}`],
      })),
    }
  },
}

/** Collaborations that one's organisation is in. */
export const ownCollaborations: Slots['mySections'] = {
  place: 'own',
  order: 36,
  load: async (db, _clock, actor) => {
    const { id, name } = actor.actingFor
    const own = (await listCollaborationsOf(db, id)).filter(({ partners }) =>
      partners.some(({ organisation, state }) => organisation.id === id && state === 'joined'),
    )
    return {
      title: `What ${name} does with others`,
      rows: own.map(collaboration => ({
        title: collaboration.plan.said.title,
        href: collaborationPath(collaboration.plan.slug),
        meta: [
          `with ${joined(collaboration)
            .filter(({ organisation }) => organisation.id !== id)
            .map(({ organisation }) => organisation.name)
            .join(', ')}`,
        ].filter(words => words !== 'with '),
      })),
    }
  },
}
