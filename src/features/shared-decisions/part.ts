import type { Slots } from '#plumbing/feature.ts'
import { decisionsPath } from './decision.ts'
import { listShown } from './shown-queries.ts'

const counted = (count: number, words: string) => `${count} ${words}`

/** The decisions, on the page that shows how a collaboration stands. */
export const decisionsPart: Slots['collaborationParts'] = {
  order: 30,
  load: async (db, _clock, { collaboration, standing, actor }) => {
    const decisions = await listShown(db, actor, { collaboration, standing })
    const isPartner = standing === 'partner'
    if (decisions.length === 0 && !isPartner) return null
    const open = decisions.filter(({ state }) => state === 'open')
    const decided = decisions.filter(({ state }) => state === 'decided')
    const own = actor.kind === 'person' ? actor.actingFor?.id : undefined
    const waits =
      isPartner && open.some(({ answers }) => !answers.some(({ organisation }) => organisation.id === own))
    return {
      title: 'Decisions',
      says:
        decisions.length === 0
          ? 'What you decide, how, and when you look at it again.'
          : [
              counted(decided.length, 'decided'),
              ...(open.length > 0 ? [counted(open.length, 'open')] : []),
            ].join(', '),
      href: decisionsPath(collaboration.plan.slug),
      status: waits ? 'Waits for you' : open.length > 0 ? 'Open' : decided.length > 0 ? 'Kept' : 'Not begun',
    }
  },
}
