import type { Slots } from '#plumbing/feature.ts'
import { decisionsPath } from './decision.ts'
import { listShown } from './shown-queries.ts'

/** How many stand how, such as “2 decided, 1 open”; what was taken back counts as nothing. */
function wordsFor(decided: number, open: number): string {
  const counts = [
    { count: decided, words: 'decided' },
    { count: open, words: 'open' },
  ].filter(({ count }) => count > 0)
  return counts.map(({ count, words }) => `${count} ${words}`).join(', ') || 'Nothing is decided or asked.'
}

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
          : wordsFor(decided.length, open.length),
      href: decisionsPath(collaboration.plan.slug),
      status: waits ? 'Waits for you' : open.length > 0 ? 'Open' : decided.length > 0 ? 'Kept' : 'Not begun',
    }
  },
}
